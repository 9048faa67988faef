import type { Caller } from './caller.ts';
import { contextMap, lowerName, type ContextMap } from './context.ts';
import type { AccessRequest, ContextValue, RequestContext } from './request.ts';
import { sessionKeys } from './session-keys.ts';

/**
 * The request's condition keys, looked up by name in lower case: what the request says itself, then what follows from
 * who calls, how it signed and what is called. Time, source address and MFA never follow from who calls.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export class RequestKeys implements ContextMap {
  readonly #request: AccessRequest;
  readonly #caller: Caller;
  readonly #owner: string | undefined;
  #given: ReadonlyMap<string, ContextValue | undefined> | undefined;
  #session: ReadonlyMap<string, ContextValue | undefined> | undefined;

  constructor(request: AccessRequest, caller: Caller, owner: string | undefined) {
    this.#request = request;
    this.#caller = caller;
    this.#owner = owner;
  }

  get(key: string): ContextValue | undefined {
    this.#given ??= contextMap(this.#request.context ?? {});
    const given = this.#given.get(key);
    if (given !== undefined || this.#request.contextComplete === true || this.#given.has(key)) return given;
    if (key === 'aws:resourceaccount') return this.#owner;
    this.#session ??= contextMap(sessionKeys(this.#request));
    return this.#session.has(key) ? this.#session.get(key) : this.#caller.keys.get(key);
  }

  /** All of them, under the names AWS gives them or the request wrote. */
  all(): RequestContext {
    const given = this.#request.context ?? {};
    if (this.#request.contextComplete === true) return given;
    this.#given ??= contextMap(given);
    const all: Record<string, ContextValue> = {};
    const add = (implied: RequestContext): void => {
      for (const key of Object.keys(implied)) {
        const value = implied[key];
        if (value !== undefined && this.#given?.has(lowerName(key)) !== true) all[key] = value;
      }
    };
    add(this.#caller.implied);
    add(sessionKeys(this.#request));
    if (this.#owner !== undefined) add({ 'aws:ResourceAccount': this.#owner });
    return Object.assign(all, given);
  }
}
