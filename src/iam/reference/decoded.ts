/**
 * What reading a reference file gave: its content, or why there is none. `unknown`: AWS has nothing of that name;
 * `unavailable`: the file did not come; `malformed`: what came is no such file, or
 * holds no such thing where the index says that it does.
 */
export type Decoded<Value> =
  | { readonly value: Value; readonly problem?: undefined }
  | { readonly value?: undefined; readonly problem: 'unknown' | 'unavailable' | 'malformed' };

export type Guard<Value> = (value: unknown) => value is Value;

export const isText: Guard<string> = (value) => typeof value === 'string';

/** A place in a list of `count`. */
export function isPlaceIn(count: number): Guard<number> {
  return (value): value is number =>
    typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < count;
}

export function isOneOf<Value extends string | number>(values: readonly Value[]): Guard<Value> {
  return (value): value is Value => (values as readonly unknown[]).includes(value);
}

export function isListOf<Value>(isItem: Guard<Value>): Guard<readonly Value[]> {
  return (value): value is readonly Value[] => Array.isArray(value) && value.every((item) => isItem(item));
}

/** A list of fixed length, each place with its own guard. */
export function isTuple<Values extends readonly unknown[]>(
  ...guards: { readonly [Place in keyof Values]: Guard<Values[Place]> }
): Guard<Values> {
  return (value): value is Values =>
    Array.isArray(value) &&
    value.length === guards.length &&
    guards.every((isItem, place) => isItem(value[place]));
}

/** An object whose named members pass; others are left alone. */
export function isShape<Value extends object>(members: {
  readonly [Name in keyof Value]: Guard<Value[Name]>;
}): Guard<Value> {
  const guards = Object.entries<Guard<unknown>>(members);
  return (value): value is Value =>
    typeof value === 'object' &&
    value !== null &&
    guards.every(([name, isMember]) => isMember((value as Readonly<Record<string, unknown>>)[name]));
}

/** A value if it passes. */
export function checked<Value>(value: unknown, isValue: Guard<Value>): Decoded<Value> {
  return isValue(value) ? { value } : { problem: 'malformed' };
}

/** The value of a JSON text if it passes; a text that is no JSON does not. */
export function decode<Value>(text: string, isValue: Guard<Value>): Decoded<Value> {
  try {
    return checked(JSON.parse(text), isValue);
  } catch {
    return { problem: 'malformed' };
  }
}
