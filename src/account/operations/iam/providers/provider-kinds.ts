import { text } from '../../../calls/input.ts';
import { nameKey } from '../../../calls/names.ts';
import type { Call } from '../../../calls/operation.ts';
import { refuse, type Refusal } from '../../../calls/refusal.ts';
import type { OidcProvider, SamlProvider } from '../../../state/entities.ts';
import type { Kind } from '../kinds.ts';

function invalid(parameter: string, ours: RegExp) {
  return ({ input }: Call): Refusal | undefined => {
    const arn = text(input, parameter);
    return ours.test(arn) ? undefined : refuse('InvalidInput', `ARN ${arn} is not valid.`);
  };
}

/** A SAML identity provider, named by its ARN. */
export const samlProvider: Kind<SamlProvider> = {
  find: ({ account, input }) => {
    const arn = text(input, 'SAMLProviderArn');
    const found = account.samlProviders.get(nameKey(arn.slice(arn.lastIndexOf('/') + 1)));
    return found?.arn === arn ? found : undefined;
  },
  arn: ({ input }) => text(input, 'SAMLProviderArn'),
  missing: ({ input }) =>
    refuse('NoSuchEntity', `Manifest not found for arn ${text(input, 'SAMLProviderArn')}`),
  tags: ({ tags }) => tags,
  invalid: invalid('SAMLProviderArn', /^arn:aws[a-z-]*:iam::\d{12}:saml-provider\/[\w._-]+$/),
};

/** An OpenID Connect identity provider, named by its ARN; its key in the table is its URL. */
export const oidcProvider: Kind<OidcProvider> = {
  find: ({ account, input }) => {
    const arn = text(input, 'OpenIDConnectProviderArn');
    return account.oidcProviders.get(arn.slice(arn.indexOf('/') + 1));
  },
  arn: ({ input }) => text(input, 'OpenIDConnectProviderArn'),
  missing: ({ input }) =>
    refuse(
      'NoSuchEntity',
      `OpenIDConnect Provider not found for arn ${text(input, 'OpenIDConnectProviderArn')}`,
    ),
  tags: ({ tags }) => tags,
  invalid: invalid('OpenIDConnectProviderArn', /^arn:aws[a-z-]*:iam::\d{12}:oidc-provider\/.+$/),
};
