import type { JsonValue } from '#iam';

/** The value of a JSON text; undefined where the text is none. */
export function jsonOf(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}
