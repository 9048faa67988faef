import { isArn, parseArn } from '../text/arn.ts';
import { callerOf } from '../request/caller.ts';
import { lowerCase } from '../text/lower-case.ts';
import { requestKey, type RequestKeys } from '../request/request-keys.ts';
import type { AccessRequest } from '../request/request.ts';

/** An action name, read once for many requests. */
export interface ActionName {
  readonly lower: string;
  /** The part before the colon, in lower case. */
  readonly service: string;
}

/** A request made ready for matching; it is the context of its own conditions and variables. */
export interface PreparedRequest<Action extends ActionName = ActionName> extends RequestKeys {
  readonly action: Action;
  readonly crossAccount: boolean;
  readonly hasBoundary: boolean;
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
export function prepareRequest<Action extends ActionName>(
  request: AccessRequest,
  action: Action | undefined,
  hasBoundary: boolean,
): PreparedRequest<Action> | MalformedRequest {
  const { principal, resource } = request;
  const caller = callerOf(principal, request.principalRole);
  if (caller === undefined) return { malformed: 'principal', text: principal };
  if (action === undefined) return { malformed: 'action', text: request.action };
  if (resource !== '*' && !isArn(resource)) return { malformed: 'resource', text: resource };
  const { account } = caller;
  const owner = request.resourceAccount ?? accountIn(resource) ?? account;
  return {
    request,
    caller,
    action,
    owner,
    crossAccount: account !== undefined && owner !== account,
    hasBoundary,
    needsResourcePolicy: trustOrKey(action.service, resource),
    given: undefined,
    session: undefined,
    get: requestKey,
  };
}

function accountIn(resource: string): string | undefined {
  const account = parseArn(resource)?.account ?? '';
  return /^\d{12}$/.test(account) ? account : undefined;
}

/** The identity provider that vouches for the caller, for an `AssumeRoleWith…` call. */
export function providerOf(prepared: PreparedRequest): string | undefined {
  const { kind, text } = prepared.caller;
  if (kind === 'identityProvider') return text;
  if (kind !== 'anonymous') return undefined;
  const vouched = prepared.get('aws:federatedprovider');
  return typeof vouched === 'string' ? vouched : undefined;
}

/** `sts:` calls on a role ARN are decided by its trust policy, `kms:` calls on a key ARN by its key policy. */
function trustOrKey(service: string, resource: string): 'trust' | 'kms' | undefined {
  if (service === 'sts' && resource.includes(':role/')) return 'trust';
  return service === 'kms' && resource.includes(':key/') ? 'kms' : undefined;
}
