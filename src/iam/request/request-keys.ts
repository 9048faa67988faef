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
  let written: RequestContext | undefined;
  let session: ReadonlyMap<string, ContextValue | undefined> | undefined;
  return {
    get: (key) => {
      given ??= contextMap(request.context ?? {});
      const value = given.get(key);
      if (value !== undefined || request.contextComplete === true || given.has(key)) return value;
      if (key === 'aws:resourceaccount') return owner;
      session ??= contextMap((written ??= sessionKeys(request)));
      return session.has(key) ? session.get(key) : caller.keys.get(key);
    },
    all: () => {
      if (request.contextComplete === true) return request.context ?? {};
      const map = (given ??= contextMap(request.context ?? {}));
      const all: Record<string, ContextValue> = {};
      const add = (keys: RequestContext): void => {
        for (const key of Object.keys(keys)) {
          const value = keys[key];
          if (value !== undefined && !map.has(lowerName(key))) all[key] = value;
        }
      };
      add(caller.implied);
      add((written ??= sessionKeys(request)));
      if (owner !== undefined && !map.has('aws:resourceaccount')) all['aws:ResourceAccount'] = owner;
      return Object.assign(all, request.context);
    },
  };
}
