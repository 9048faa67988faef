import type { Visit } from '../federation/federated-sign-in.ts';
import type { Callable } from '../calls/callable.ts';
import { asCommand } from './as-command.ts';

/** The word of the terminal that does the same. */
export function visitCommand(visit: Visit): string {
  switch (visit.at) {
    case 'ad':
      return `puerto-ad sign-in ${visit.person} ${visit.provider}`;
    case 'login':
      return `puerto-login ${visit.issuer} ${visit.subject} ${visit.audience}`;
    case 'ci':
      return `puerto-ci ${visit.repository} ${visit.branch}`;
  }
}

/** The same call as a line of the terminal that signs in by itself; for a text as it was issued. */
export function assumptionCommand(visit: Visit, call: Callable): string {
  const option = visit.at === 'ad' ? 'SAMLAssertion' : 'WebIdentityToken';
  const rest = Object.fromEntries(Object.entries(call.input).filter(([name]) => name !== option));
  const named = visit.at === 'ad' ? '--saml-assertion' : '--web-identity-token';
  return `${asCommand({ ...call, input: rest })} ${named} "$(${visitCommand(visit)})"`;
}

/** A call that prepares for the visitor, as a line: the metadata of the directory are asked of it. */
export function setupCommand(call: Callable): string {
  const { SAMLMetadataDocument: metadata, ...rest } = call.input;
  return metadata === undefined
    ? asCommand(call)
    : `${asCommand({ ...call, input: rest })} --saml-metadata-document "$(puerto-ad metadata)"`;
}
