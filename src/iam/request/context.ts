import { lowerCase } from '../text/lower-case.ts';
import { remembering } from '../text/remember.ts';
import type { ContextValue, RequestContext } from './request.ts';

/** The request context, looked up by key name in lower case: condition key names are not case-sensitive. */
export interface ContextMap {
  readonly get: (key: string) => ContextValue | undefined;
}

/**
 * Prepares a request context for matching. Numbers and booleans, which JSON may hold, become text; a key whose value
 * is null or anything else is absent. Of two keys that differ only by case the later one counts.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-reqcontext.html
 */
export function contextMap(context: RequestContext): ReadonlyMap<string, ContextValue | undefined> {
  const map = new Map<string, ContextValue | undefined>();
  const given: Readonly<Record<string, unknown>> = context;
  for (const key of Object.keys(given)) {
    const value = given[key];
    map.set(
      lowerName(key),
      Array.isArray(value) ? value.map(textOf).filter((text) => text !== undefined) : textOf(value),
    );
  }
  return map;
}

/** Key names come again with every request; each is brought to lower case once. */
export const lowerName = remembering(lowerCase, 1024);

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}
