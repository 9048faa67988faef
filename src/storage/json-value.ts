/** What JSON can say. An answer is kept as such a value, so that whoever grades it can read it again. */
export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** Keys that reach an object's prototype where a careless program copies them. Nothing that is kept has one. */
export const forbiddenKeys: readonly string[] = ['__proto__', 'constructor', 'prototype'];

/** Whether a value is JSON: no more than so many levels of lists and objects, and no forbidden key in them. */
export function isJson(value: unknown, levels: number): value is JsonValue {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || levels === 0) return false;
  if (Array.isArray(value)) return value.every((one) => isJson(one, levels - 1));
  if (Object.prototype.toString.call(value) !== '[object Object]') return false;
  return Object.entries(value).every(([key, one]) => !forbiddenKeys.includes(key) && isJson(one, levels - 1));
}
