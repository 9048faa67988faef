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

/** Lower case for ASCII letters only, as AWS compares names: `İ` and `ß` stay as they are. */
export function lowerCase(text: string): string {
  let upper = false;
  let ascii = true;
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    if (code >= 0x41 && code <= 0x5a) upper = true;
    else if (code > 0x7f) ascii = false;
  }
  if (!upper) return text;
  if (ascii) return text.toLowerCase();
  let lower = '';
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    lower += String.fromCharCode(code >= 0x41 && code <= 0x5a ? code + 0x20 : code);
  }
  return lower;
}

/** Whether `text` is `lower` (already in lower case) but for the case of ASCII letters. */
export function equalsIgnoringCase(lower: string, text: string): boolean {
  if (lower.length !== text.length) return false;
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    const folded = code >= 0x41 && code <= 0x5a ? code + 0x20 : code;
    if (folded !== lower.charCodeAt(place)) return false;
  }
  return true;
}
