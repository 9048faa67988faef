import { decode, isShape, type Decoded } from './decoded.ts';

/** What lies in one file, by name: services by their prefix, managed policies by theirs. */
type Pack = ReadonlyMap<string, unknown>;

const isObject = isShape<Readonly<Record<string, unknown>>>({});
const isParts = (value: unknown): value is Readonly<Record<string, unknown>> =>
  isObject(value) && !Array.isArray(value);

/** Reads a pack without looking into its parts: a broken one spoils no other. Total: a text that is none gives `malformed`. */
export function decodePack(text: string): Decoded<Pack> {
  const { value, problem } = decode(text, isParts);
  return value === undefined ? { problem } : { value: new Map(Object.entries(value)) };
}
