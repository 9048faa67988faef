import type { FederatedSignIn } from '../federation/federated-sign-in.ts';
import type { Callable } from '../calls/callable.ts';
import { asCommand } from './as-command.ts';

/** The word of the terminal that does the same. */
export function federatedSignInCommand(signIn: FederatedSignIn): string {
  switch (signIn.at) {
    case 'ad':
      return `puerto-ad sign-in ${signIn.person} ${signIn.provider}`;
    case 'login':
      return `puerto-login ${signIn.issuer} ${signIn.subject} ${signIn.audience}`;
    case 'ci':
      return `puerto-ci ${signIn.repository} ${signIn.branch}`;
  }
}

/** The same call as a line of the terminal that signs in by itself; for a text as it was issued. */
export function assumptionCommand(signIn: FederatedSignIn, call: Callable): string {
  const option = signIn.at === 'ad' ? 'SAMLAssertion' : 'WebIdentityToken';
  const rest = Object.fromEntries(Object.entries(call.input).filter(([name]) => name !== option));
  const named = signIn.at === 'ad' ? '--saml-assertion' : '--web-identity-token';
  return `${asCommand({ ...call, input: rest })} ${named} "$(${federatedSignInCommand(signIn)})"`;
}

/** A call that prepares for the visitor, as a line: the metadata of the directory are asked of it. */
export function setupCommand(call: Callable): string {
  const { SAMLMetadataDocument: metadata, ...rest } = call.input;
  return metadata === undefined
    ? asCommand(call)
    : `${asCommand({ ...call, input: rest })} --saml-metadata-document "$(puerto-ad metadata)"`;
}
