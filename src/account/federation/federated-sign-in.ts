import type { Callable } from '../calls/callable.ts';
import { iamArn } from '../calls/names.ts';
import type { Account } from '../state/state.ts';
import { directory } from './directory.ts';
import { githubIssuer, issueGithubToken, issueToken } from '../tokens/oidc.ts';
import { issueSamlAssertion, puertoAd, rolesOfGroups } from '../tokens/saml.ts';

/** Somebody signs in outside AWS: a person at the company's Active Directory or at a social login, a build at its server. */
export type Visit =
  | { readonly at: 'ad'; readonly person: string; readonly provider: string }
  | { readonly at: 'login'; readonly issuer: string; readonly subject: string; readonly audience: string }
  | { readonly at: 'ci'; readonly repository: string; readonly branch: string };

/** The assertion or the token that the visitor gets; undefined where nobody of that name is known. */
export function issued(visit: Visit, now: number): string | undefined {
  switch (visit.at) {
    case 'ad': {
      const groups = groupsOf(visit.person);
      return (
        groups &&
        issueSamlAssertion({ subject: visit.person, roles: rolesOfGroups(groups, visit.provider) }, now)
      );
    }
    case 'login':
      return issueToken(visit, now);
    case 'ci':
      return issueGithubToken({ ...visit, actor: 'puerto-bot' }, now);
  }
}

/** Groups of a person in the directory; undefined where it does not have the person. */
export function groupsOf(person: string): readonly string[] | undefined {
  return Object.hasOwn(directory, person) ? directory[person] : undefined;
}

/** By whose key the text is signed. */
export function signerOf(visit: Visit): string {
  if (visit.at === 'ad') return puertoAd;
  return visit.at === 'login' ? visit.issuer : githubIssuer;
}

/** The principal that a trust policy must name: the provider's ARN, or the host of one that AWS knows. */
export function federatedBy(visit: Visit, account: string): string {
  if (visit.at === 'ad') return `arn:aws:iam::${account}:saml-provider/${visit.provider}`;
  return visit.at === 'login' ? visit.issuer : `arn:aws:iam::${account}:oidc-provider/${githubIssuer}`;
}

/** Roles of the account whose trust policy names the visitor's provider. */
export function rolesTrusting(visit: Visit, { roles }: Account, account: string): readonly string[] {
  const principal = JSON.stringify(federatedBy(visit, account));
  return [...roles.values()].filter(({ trust }) => trust.includes(principal)).map(({ name }) => name);
}

/** The call that asks for a session of a role with what the visitor got. It is not signed. */
export function assumption(visit: Visit, text: string, role: string, account: Account, id: string): Callable {
  const RoleArn = iamArn(
    id,
    'role',
    [...account.roles.values()].find(({ name }) => name === role) ?? {
      path: '/',
      name: role,
    },
  );
  if (visit.at === 'ad')
    return {
      service: 'sts',
      operation: 'AssumeRoleWithSAML',
      input: { RoleArn, PrincipalArn: federatedBy(visit, id), SAMLAssertion: text },
    };
  const RoleSessionName = visit.at === 'ci' ? 'puerto-ci' : 'visitor';
  return {
    service: 'sts',
    operation: 'AssumeRoleWithWebIdentity',
    input: { RoleArn, RoleSessionName, WebIdentityToken: text },
  };
}
