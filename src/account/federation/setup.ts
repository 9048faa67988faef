import type { JsonObject } from '#iam';
import { nameKey } from '../calls/names.ts';
import type { Callable } from '../calls/callable.ts';
import type { Account } from '../state/state.ts';
import { githubIssuer } from '../tokens/oidc.ts';
import { rolesOfGroups, samlEndpoint } from '../tokens/saml.ts';
import { samlMetadata } from '../tokens/saml-metadata.ts';
import { federatedBy, groupsOf, type FederatedSignIn } from './federated-sign-in.ts';

const year = 31_536_000_000;
/** Who a token of GitHub Actions is for. */
const audience = 'sts.amazonaws.com';
/** In which condition key the app's id of a login is. */
const appKeys: Readonly<Record<string, string>> = {
  'accounts.google.com': 'aud',
  'graph.facebook.com': 'app_id',
};
const roleNames: Readonly<Record<string, string>> = {
  'accounts.google.com': 'GoogleVisitor',
  'graph.facebook.com': 'FacebookVisitor',
};

/**
 * The trust policy that lets the visitor in, and nobody else whom the same provider authenticatedBy for.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp.html
 */
function trustFor(signIn: FederatedSignIn, account: string): JsonObject {
  const equals: JsonObject =
    signIn.at === 'ad'
      ? { 'SAML:aud': samlEndpoint }
      : signIn.at === 'login'
        ? { [`${signIn.issuer}:${appKeys[signIn.issuer] ?? 'aud'}`]: signIn.audience }
        : {
            [`${githubIssuer}:aud`]: audience,
            [`${githubIssuer}:sub`]: `repo:${signIn.repository}:ref:refs/heads/${signIn.branch}`,
          };
  const Statement = {
    Effect: 'Allow',
    Principal: { Federated: federatedBy(signIn, account) },
    Action: signIn.at === 'ad' ? 'sts:AssumeRoleWithSAML' : 'sts:AssumeRoleWithWebIdentity',
    Condition: { StringEquals: equals },
  };
  return { Version: '2012-10-17', Statement: [Statement] };
}

/** Names of the roles that are there for the visitor. */
export function rolesMeantFor(signIn: FederatedSignIn, account: string): readonly string[] {
  if (signIn.at === 'login') return [roleNames[signIn.issuer] ?? 'Visitor'];
  if (signIn.at === 'ci') return ['PuertoCI'];
  return rolesOfGroups(groupsOf(signIn.person) ?? [], signIn.provider)
    .filter(({ role }) => role.split(':')[4] === account)
    .map(({ role }) => role.slice(role.lastIndexOf('/') + 1));
}

function providerCall(
  signIn: FederatedSignIn,
  { samlProviders, oidcProviders }: Account,
  now: number,
): readonly Callable[] {
  if (signIn.at === 'ad' && !samlProviders.has(nameKey(signIn.provider)))
    return [
      {
        service: 'iam',
        operation: 'CreateSAMLProvider',
        input: { Name: signIn.provider, SAMLMetadataDocument: samlMetadata(now + year) },
      },
    ];
  return signIn.at === 'ci' && !oidcProviders.has(githubIssuer)
    ? [
        {
          service: 'iam',
          operation: 'CreateOpenIDConnectProvider',
          input: { Url: `https://${githubIssuer}`, ClientIDList: [audience] },
        },
      ]
    : [];
}

/** The calls that are still to be made so that the visitor gets a session: the provider's, then the roles'. */
export function setupCalls(
  signIn: FederatedSignIn,
  account: Account,
  id: string,
  now: number,
): readonly Callable[] {
  const roles = rolesMeantFor(signIn, id)
    .filter((name) => !account.roles.has(nameKey(name)))
    .map((RoleName) => ({
      service: 'iam' as const,
      operation: 'CreateRole',
      input: { RoleName, AssumeRolePolicyDocument: JSON.stringify(trustFor(signIn, id)) },
    }));
  return [...providerCall(signIn, account, now), ...roles];
}
