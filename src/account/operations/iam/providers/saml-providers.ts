import type { JsonObject } from '#iam';
import { tagsIn, text, textIn } from '../../../calls/input.ts';
import { nameKey } from '../../../calls/names.ts';
import type { Operation } from '../../../calls/operation.ts';
import { refuse, type Refusal } from '../../../calls/refusal.ts';
import { requestTagKeys, withTags } from '../../../calls/tag-set.ts';
import { readSamlMetadata } from '../../../tokens/saml-metadata.ts';
import type { SamlProvider } from '../../../state/entities.ts';
import { put, remove, type Change } from '../../../state/state.ts';
import { about, overQuota } from '../kinds.ts';
import { samlProvider } from './provider-kinds.ts';
import { tagOperations } from '../tags.ts';

const maxProviders = 100;
/** A provider whose metadata names no end is good for a hundred years. */
const century = 3_155_760_000_000;

function written(account: string, provider: SamlProvider): Change {
  return put(account, 'samlProviders', nameKey(provider.name), provider);
}

function times({ metadata, created }: SamlProvider): JsonObject {
  return {
    ValidUntil: readSamlMetadata(metadata)?.validUntil ?? created + century,
    CreateDate: created,
  };
}

/** Assertions are not encrypted here: there is no private key to decrypt them by. */
function refusedEncryption(input: JsonObject): Refusal | undefined {
  if (textIn(input, 'AddPrivateKey') !== undefined) return refuse('InvalidInput', 'Invalid private key.');
  return textIn(input, 'AssertionEncryptionMode') === 'Required'
    ? refuse(
        'InvalidInput',
        'Unable to set assertion encryption mode to Required because no private key is provided.',
      )
    : undefined;
}

function refusedMetadata(document: string): Refusal | undefined {
  return readSamlMetadata(document) === undefined
    ? refuse('InvalidInput', 'Could not parse metadata')
    : undefined;
}

const createSamlProvider: Operation = {
  service: 'iam',
  name: 'CreateSAMLProvider',
  asks: ({ accountId, input }) => [
    {
      action: 'iam:CreateSAMLProvider',
      resource: `arn:aws:iam::${accountId}:saml-provider/${text(input, 'Name')}`,
      context: requestTagKeys(tagsIn(input)),
    },
  ],
  run: ({ account, accountId, input, now }) => {
    const name = text(input, 'Name');
    const metadata = text(input, 'SAMLMetadataDocument');
    const refused = refusedMetadata(metadata) ?? refusedEncryption(input);
    if (refused !== undefined) return refused;
    if (account.samlProviders.has(nameKey(name)))
      return refuse('EntityAlreadyExists', `SAMLProvider with name ${name} already exists.`);
    if (account.samlProviders.size >= maxProviders) return overQuota('SAMLProvidersPerAccount', maxProviders);
    const tags = withTags([], tagsIn(input), false);
    if ('refused' in tags) return tags;
    const made: SamlProvider = {
      name,
      arn: `arn:aws:iam::${accountId}:saml-provider/${name}`,
      metadata,
      created: now,
      tags,
    };
    return {
      output: {
        SAMLProviderArn: made.arn,
        ...(tags.length > 0 && { Tags: tags }),
      },
      changes: [written(accountId, made)],
    };
  },
};

/**
 * The rows of SAML identity providers.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml.html
 */
export const samlProviderOperations: readonly Operation[] = [
  createSamlProvider,
  about(
    samlProvider,
    'GetSAMLProvider',
    (_, provider) => ({
      output: {
        SAMLMetadataDocument: provider.metadata,
        ...times(provider),
        Tags: provider.tags,
      },
    }),
    { reads: true },
  ),
  {
    service: 'iam',
    name: 'ListSAMLProviders',
    reads: true,
    run: ({ account }) => ({
      output: {
        SAMLProviderList: [...account.samlProviders.values()].map((provider) => ({
          Arn: provider.arn,
          ...times(provider),
        })),
      },
    }),
  },
  about(samlProvider, 'UpdateSAMLProvider', ({ accountId, input }, provider) => {
    const metadata = textIn(input, 'SAMLMetadataDocument');
    const named = ['AddPrivateKey', 'RemovePrivateKey', 'AssertionEncryptionMode'];
    if (metadata === undefined && named.every((name) => textIn(input, name) === undefined))
      return refuse(
        'InvalidInput',
        'Unable to update identity provider. No updates are defined for metadata or encryption assertion.',
      );
    const refused =
      refusedEncryption(input) ?? (metadata === undefined ? undefined : refusedMetadata(metadata));
    if (refused !== undefined) return refused;
    return {
      output: { SAMLProviderArn: provider.arn },
      changes: [written(accountId, { ...provider, metadata: metadata ?? provider.metadata })],
    };
  }),
  about(samlProvider, 'DeleteSAMLProvider', ({ accountId }, { name }) => ({
    changes: [remove(accountId, 'samlProviders', nameKey(name))],
  })),
  ...tagOperations(samlProvider, 'SAMLProvider', written),
];
