import { lowerCase } from './context.ts';
import { accountOf, type Principal } from './principal.ts';
import type { AccessRequest, ContextValue, RequestContext } from './request.ts';

const types: Readonly<Record<Principal['kind'], string>> = {
  user: 'User',
  role: 'AssumedRole',
  roleSession: 'AssumedRole',
  federatedUser: 'FederatedUser',
  root: 'Account',
  anonymous: 'Anonymous',
  service: 'AWSService',
  identityProvider: 'Anonymous',
};

/**
 * The request's context with the keys that follow from who calls and what is called; what the request says itself
 * stays. Time, source address and MFA never follow from anything and are never added.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function fullContext(
  request: AccessRequest,
  principal: Principal,
  owner: string | undefined,
): RequestContext {
  const given = request.context ?? {};
  if (request.contextComplete === true) return given;
  const set = new Set(Object.keys(given).map(lowerCase));
  const implied = Object.entries(impliedBy(principal, owner)).filter(([key]) => !set.has(lowerCase(key)));
  return { ...Object.fromEntries(implied), ...given };
}

function impliedBy(principal: Principal, owner: string | undefined): Readonly<Record<string, ContextValue>> {
  const account = accountOf(principal);
  const signed = account !== undefined;
  const service = principal.kind === 'service';
  return {
    ...(signed && { 'aws:PrincipalArn': 'role' in principal ? principal.role : principal.text }),
    ...(!service && { 'aws:PrincipalAccount': account ?? 'anonymous' }),
    ...(!service && { 'aws:PrincipalType': types[principal.kind] }),
    ...userId(principal),
    ...(principal.kind === 'user' && { 'aws:username': principal.name }),
    ...((signed || service) && { 'aws:PrincipalIsAWSService': String(service) }),
    ...(service && {
      'aws:PrincipalServiceName': principal.text,
      'aws:PrincipalServiceNamesList': [principal.text],
    }),
    ...(principal.kind === 'identityProvider' && { 'aws:FederatedProvider': principal.text }),
    'aws:ViaAWSService': 'false',
    ...(owner !== undefined && { 'aws:ResourceAccount': owner }),
  };
}

function userId(principal: Principal): Readonly<Record<string, string>> {
  if (principal.kind === 'root') return { 'aws:userid': principal.account };
  if (principal.kind === 'federatedUser') return { 'aws:userid': `${principal.account}:${principal.name}` };
  if (principal.kind === 'anonymous') return { 'aws:userid': 'anonymous' };
  return {};
}
