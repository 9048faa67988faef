import type { Callable } from '../calls/callable.ts';
import { iamArn } from '../calls/names.ts';
import type { Account } from '../state/state.ts';
import { directory } from './directory.ts';
import { githubIssuer, issueGithubToken, issueToken } from '../tokens/oidc.ts';
import { issueSamlAssertion, puertoAd, rolesOfGroups } from '../tokens/saml.ts';

/** Somebody signs in outside AWS: a person at the company's Active Directory or at a social login, a build at its server. */
export type FederatedSignIn =
  | { readonly at: 'ad'; readonly person: string; readonly provider: string }
  | { readonly at: 'login'; readonly issuer: string; readonly subject: string; readonly audience: string }
  | { readonly at: 'ci'; readonly repository: string; readonly branch: string };

/** The assertion or the token that the visitor gets; undefined where nobody of that name is known. */
export function issued(signIn: FederatedSignIn, now: number): string | undefined {
  switch (signIn.at) {
    case 'ad': {
      const groups = groupsOf(signIn.person);
      return (
        groups &&
        issueSamlAssertion({ subject: signIn.person, roles: rolesOfGroups(groups, signIn.provider) }, now)
      );
    }
    case 'login':
      return issueToken(signIn, now);
    case 'ci':
      return issueGithubToken({ ...signIn, actor: 'puerto-bot' }, now);
  }
}

/** Groups of a person in the directory; undefined where it does not have the person. */
export function groupsOf(person: string): readonly string[] | undefined {
  return Object.hasOwn(directory, person) ? directory[person] : undefined;
}

/** By whose key the text is signed. */
export function signerOf(signIn: FederatedSignIn): string {
  if (signIn.at === 'ad') return puertoAd;
  return signIn.at === 'login' ? signIn.issuer : githubIssuer;
}

/** The principal that a trust policy must name: the provider's ARN, or the host of one that AWS knows. */
export function federatedBy(signIn: FederatedSignIn, account: string): string {
  if (signIn.at === 'ad') return `arn:aws:iam::${account}:saml-provider/${signIn.provider}`;
  return signIn.at === 'login' ? signIn.issuer : `arn:aws:iam::${account}:oidc-provider/${githubIssuer}`;
}

/** Roles of the account whose trust policy names the visitor's provider. */
export function rolesTrusting(
  signIn: FederatedSignIn,
  { roles }: Account,
  account: string,
): readonly string[] {
  const principal = JSON.stringify(federatedBy(signIn, account));
  return [...roles.values()].filter(({ trust }) => trust.includes(principal)).map(({ name }) => name);
}

/** The call that asks for a session of a role with what the visitor got. It is not signed. */
export function assumption(
  signIn: FederatedSignIn,
  text: string,
  role: string,
  account: Account,
  id: string,
): Callable {
  const RoleArn = iamArn(
    id,
    'role',
    [...account.roles.values()].find(({ name }) => name === role) ?? {
      path: '/',
      name: role,
    },
  );
  if (signIn.at === 'ad')
    return {
      service: 'sts',
      operation: 'AssumeRoleWithSAML',
      input: { RoleArn, PrincipalArn: federatedBy(signIn, id), SAMLAssertion: text },
    };
  const RoleSessionName = signIn.at === 'ci' ? 'puerto-ci' : 'visitor';
  return {
    service: 'sts',
    operation: 'AssumeRoleWithWebIdentity',
    input: { RoleArn, RoleSessionName, WebIdentityToken: text },
  };
}
