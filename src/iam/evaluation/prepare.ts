import { isArn, parseArn } from '../pattern/arn.ts';
import { callerOf, type Caller } from '../request/caller.ts';
import { lowerCase, type ContextMap } from '../request/context.ts';
import { requestKeys } from '../request/request-keys.ts';
import type { AccessRequest } from '../request/request.ts';

/** An action name, read once for many requests. */
export interface ActionName {
  readonly lower: string;
  /** The part before the colon, in lower case. */
  readonly service: string;
}

/** A request made ready for matching. */
export interface PreparedRequest {
  readonly request: AccessRequest;
  readonly caller: Caller;
  readonly action: ActionName;
  readonly resource: string;
  readonly context: ContextMap;
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

/** Reads an action name; undefined where the text is not `service:Name`. */
export function actionName(text: string): ActionName | undefined {
  if (!/^[A-Za-z0-9-]+:[A-Za-z0-9_-]+$/.test(text)) return undefined;
  const lower = lowerCase(text);
  return { lower, service: lower.slice(0, lower.indexOf(':')) };
}

/** Reads a request's principal, action and resource and completes its context. */
export function prepareRequest(
  request: AccessRequest,
  action: ActionName | undefined,
  hasBoundary: boolean,
): PreparedRequest | MalformedRequest {
  const { principal, resource } = request;
  const caller = callerOf(principal, request.principalRole);
  if (caller === undefined) return { malformed: 'principal', text: principal };
  if (action === undefined) return { malformed: 'action', text: request.action };
  if (resource !== '*' && !isArn(resource)) return { malformed: 'resource', text: resource };
  const { account } = caller;
  const owner = request.resourceAccount ?? accountIn(resource) ?? account;
  const context = requestKeys(request, caller, owner);
  return {
    request,
    caller,
    action,
    resource,
    context,
    owner,
    crossAccount: account !== undefined && owner !== account,
    hasBoundary,
    provider: providerOf(caller, context),
    needsResourcePolicy: trustOrKey(action.service, resource),
  };
}

function accountIn(resource: string): string | undefined {
  const account = parseArn(resource)?.account ?? '';
  return /^\d{12}$/.test(account) ? account : undefined;
}

function providerOf(caller: Caller, context: ContextMap): string | undefined {
  if (caller.kind === 'identityProvider') return caller.text;
  if (caller.kind !== 'anonymous') return undefined;
  const vouched = context.get('aws:federatedprovider');
  return typeof vouched === 'string' ? vouched : undefined;
}

/** `sts:` calls on a role ARN are decided by its trust policy, `kms:` calls on a key ARN by its key policy. */
function trustOrKey(service: string, resource: string): 'trust' | 'kms' | undefined {
  if (service === 'sts' && resource.includes(':role/')) return 'trust';
  return service === 'kms' && resource.includes(':key/') ? 'kms' : undefined;
}
