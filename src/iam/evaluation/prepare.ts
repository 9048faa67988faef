import { parseArn } from '../pattern/arn.ts';
import { contextMap, lowerCase, type ContextMap } from '../request/context.ts';
import { fullContext } from '../request/implied-context.ts';
import { accountOf, parsePrincipal, type Principal } from '../request/principal.ts';
import type { AccessRequest, RequestContext } from '../request/request.ts';

/** A request made ready for matching. */
export interface PreparedRequest {
  readonly request: AccessRequest;
  readonly principal: Principal;
  readonly action: string;
  readonly context: ContextMap;
  readonly shown: RequestContext;
  /** The resource owner's account, where one is known. */
  readonly owner: string | undefined;
  readonly crossAccount: boolean;
  readonly hasBoundary: boolean;
  /** The identity provider that vouches for the caller, for an `AssumeRoleWith…` call. */
  readonly provider: string | undefined;
  /** A role's trust policy or a KMS key policy must allow, whatever identity-based policies say. */
  readonly needsResourcePolicy: 'trust' | 'kms' | undefined;
}

/** What makes a request impossible to evaluate, by the field that is malformed. */
export interface MalformedRequest {
  readonly malformed: 'principal' | 'action' | 'resource';
  readonly text: string;
}

/** Reads a request's principal, action and resource and completes its context. */
export function prepareRequest(
  request: AccessRequest,
  hasBoundary: boolean,
): PreparedRequest | MalformedRequest {
  const principal = parsePrincipal(request.principal, request.principalRole);
  if (principal === undefined) return { malformed: 'principal', text: request.principal };
  if (!/^[A-Za-z0-9-]+:[A-Za-z0-9]+$/.test(request.action))
    return { malformed: 'action', text: request.action };
  const arn = parseArn(request.resource);
  if (arn === undefined && request.resource !== '*') return { malformed: 'resource', text: request.resource };
  const account = accountOf(principal);
  const inArn = arn !== undefined && /^\d{12}$/.test(arn.account) ? arn.account : undefined;
  const owner = request.resourceAccount ?? inArn ?? account;
  const shown = fullContext(request, principal, owner);
  const context = contextMap(shown);
  const vouched = context.get('aws:federatedprovider');
  return {
    request,
    principal,
    action: lowerCase(request.action),
    context,
    shown,
    owner,
    crossAccount: account !== undefined && owner !== account,
    hasBoundary,
    provider:
      principal.kind === 'identityProvider'
        ? principal.text
        : principal.kind === 'anonymous' && typeof vouched === 'string'
          ? vouched
          : undefined,
    needsResourcePolicy: trustOrKey(lowerCase(request.action), request.resource),
  };
}

/** `sts:` calls on a role ARN are decided by its trust policy, `kms:` calls on a key ARN by its key policy. */
function trustOrKey(action: string, resource: string): 'trust' | 'kms' | undefined {
  if (action.startsWith('sts:') && resource.includes(':role/')) return 'trust';
  return action.startsWith('kms:') && resource.includes(':key/') ? 'kms' : undefined;
}
