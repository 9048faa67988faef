import type { Caller } from './caller.ts';
import { contextMap, lowerName, type ContextMap } from './context.ts';
import type { AccessRequest, ContextValue, RequestContext } from './request.ts';
import { sessionKeys } from './session-keys.ts';

/** What the condition keys of a request follow from. Nothing is read before it is asked for. */
export interface RequestKeys extends ContextMap {
  readonly request: AccessRequest;
  readonly caller: Caller;
  /** The resource owner's account, where one is known. */
  readonly owner: string | undefined;
  /** What the request says itself, and what follows from how it was signed; once they have been read. */
  given: ReadonlyMap<string, ContextValue | undefined> | undefined;
  session: ReadonlyMap<string, ContextValue | undefined> | undefined;
}

/**
 * The value of a condition key: what the request says itself, then what follows from who calls, how it was signed and
 * what is called. Time, source address and MFA never follow from who calls. This is the `get` of every request's keys:
 * making a function for each request takes longer than many a decision.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function requestKey(this: RequestKeys, key: string): ContextValue | undefined {
  const { request, caller, owner } = this;
  const given = (this.given ??= contextMap(request.context ?? {}));
  const value = given.get(key);
  if (value !== undefined || request.contextComplete === true || given.has(key)) return value;
  if (key === 'aws:resourceaccount') return owner;
  const session = (this.session ??= contextMap(sessionKeys(request)));
  return session.has(key) ? session.get(key) : caller.keys.get(key);
}

/** All of them, under the names AWS gives them or the request wrote. */
export function allRequestKeys(
  request: AccessRequest,
  caller: Caller,
  owner: string | undefined,
): RequestContext {
  const { context = {} } = request;
  if (request.contextComplete === true) return context;
  const written = new Set(Object.keys(context).map(lowerName));
  const all: Record<string, ContextValue> = {};
  const add = (keys: RequestContext): void => {
    for (const [key, value] of Object.entries(keys)) if (!written.has(lowerName(key))) all[key] = value;
  };
  add(caller.implied);
  add(sessionKeys(request));
  if (owner !== undefined && !written.has('aws:resourceaccount')) all['aws:ResourceAccount'] = owner;
  return Object.assign(all, context);
}
