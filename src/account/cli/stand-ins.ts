import { directory } from '../identity/directory.ts';
import { issueGithubToken, issueToken } from '../identity/oidc.ts';
import { issueSamlAssertion, rolesOfGroups } from '../identity/saml.ts';
import { samlMetadata } from '../identity/saml-metadata.ts';
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
  const { now } = session.surroundings;
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
  [verb, user = '', provider = 'PuertoAD']: readonly string[],
  now: number,
): string | undefined {
  if (verb === 'metadata') return samlMetadata(now + year);
  const groups = Object.hasOwn(directory, user) ? directory[user] : undefined;
  if (groups === undefined) return undefined;
  if (verb === 'groups') return groups.join('\n');
  return verb === 'sign-in'
    ? issueSamlAssertion({ subject: user, roles: rolesOfGroups(groups, provider) }, now)
    : undefined;
}

function login([issuer, subject, audience]: readonly string[], now: number): string | undefined {
  return issuer === undefined || subject === undefined || audience === undefined
    ? undefined
    : issueToken({ issuer, subject, audience }, now);
}

function buildServer([repository, branch]: readonly string[], now: number): string | undefined {
  return repository === undefined || branch === undefined
    ? undefined
    : issueGithubToken({ repository, branch, actor: 'puerto-bot' }, now);
}
