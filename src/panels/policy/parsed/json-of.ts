import type { ParsedPolicy } from '#iam';

/** Faults of a text that reading it as plain JSON passes over. */
const passedOver: readonly string[] = ['TEXT_TOO_LONG', 'TOO_DEEP', 'FORBIDDEN_KEY', 'DUPLICATE_KEY'];

/**
 * The value of a policy's text, where it is JSON without a fault; what of the policy's grammar is wrong does not matter. `parsed`
 * is the same text, read already: it is not read with places a second time.
 */
export function jsonOf(
  text: string,
  { node, issues }: ParsedPolicy,
): { readonly value: unknown } | undefined {
  if (node === undefined || issues.some(({ code }) => passedOver.includes(code))) return undefined;
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
