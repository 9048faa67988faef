import type { Caller } from './caller.ts';
import { contextMap, lowerName, type ContextMap } from './context.ts';
import type { AccessRequest, ContextValue, RequestContext } from './request.ts';
import { sessionKeys } from './session-keys.ts';

/** A request's condition keys. */
export interface RequestKeys extends ContextMap {
  /** All of them, under the names AWS gives them or the request wrote. */
  readonly all: () => RequestContext;
}

/**
 * The condition keys of a request: what it says itself, then what follows from who calls, how it was signed and what
 * is called. Time, source address and MFA never follow from who calls.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function requestKeys(request: AccessRequest, caller: Caller, owner: string | undefined): RequestKeys {
  let given: ReadonlyMap<string, ContextValue | undefined> | undefined;
  let session: ReadonlyMap<string, ContextValue | undefined> | undefined;
  return {
    get: (key) => {
      given ??= contextMap(request.context ?? {});
      const value = given.get(key);
      if (value !== undefined || request.contextComplete === true || given.has(key)) return value;
      if (key === 'aws:resourceaccount') return owner;
      session ??= contextMap(sessionKeys(request));
      return session.has(key) ? session.get(key) : caller.keys.get(key);
    },
    all: () => {
      if (request.contextComplete === true) return request.context ?? {};
      given ??= contextMap(request.context ?? {});
      const implied: Record<string, ContextValue> = { ...caller.implied, ...sessionKeys(request) };
      if (owner !== undefined) implied['aws:ResourceAccount'] = owner;
      const all: Record<string, ContextValue> = {};
      for (const [key, value] of Object.entries(implied)) {
        if (!given.has(lowerName(key))) all[key] = value;
      }
      return { ...all, ...request.context };
    },
  };
}
