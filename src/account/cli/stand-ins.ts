import { samlMetadata } from '../tokens/saml-metadata.ts';
import { groupsOf, issued } from '../federation/federated-sign-in.ts';
import { ended, type Session } from './session.ts';
import type { Ran } from './terminal.ts';

const year = 31_536_000_000;

/** Programs of this terminal that stand in for identity providers outside AWS. */
export const standIns: readonly string[] = ['puerto-ad', 'puerto-login', 'puerto-ci'];

const usage: Readonly<Record<string, string>> = {
  'puerto-ad': 'usage: puerto-ad metadata | puerto-ad groups USER | puerto-ad sign-in USER [PROVIDER]',
  'puerto-login':
    'usage: puerto-login ISSUER SUBJECT AUDIENCE, as in: puerto-login graph.facebook.com 10215 app-77',
  'puerto-ci': 'usage: puerto-ci OWNER/REPOSITORY BRANCH',
};

/**
 * `puerto-ad` is the company's Active Directory: its SAML metadata, the groups of a person, and the assertion that a
 * person gets who signs in there. `puerto-login` is a web identity provider, `puerto-ci` a build server: each prints a
 * signed token.
 */
export function standIn(session: Session, name: string, words: readonly string[]): Ran {
  const { now } = session.environment;
  const output =
    name === 'puerto-ad'
      ? activeDirectory(words, now)
      : name === 'puerto-login'
        ? login(words, now)
        : buildServer(words, now);
  return output === undefined
    ? ended(session, { errors: usage[name] ?? '', exitCode: 2 })
    : ended(session, { output });
}

function activeDirectory(
  [verb, person = '', provider = 'PuertoAD']: readonly string[],
  now: number,
): string | undefined {
  if (verb === 'metadata') return samlMetadata(now + year);
  if (verb === 'groups') return groupsOf(person)?.join('\n');
  return verb === 'sign-in' ? issued({ at: 'ad', person, provider }, now) : undefined;
}

function login([issuer, subject, audience]: readonly string[], now: number): string | undefined {
  return issuer === undefined || subject === undefined || audience === undefined
    ? undefined
    : issued({ at: 'login', issuer, subject, audience }, now);
}

function buildServer([repository, branch]: readonly string[], now: number): string | undefined {
  return repository === undefined || branch === undefined
    ? undefined
    : issued({ at: 'ci', repository, branch }, now);
}
