import type { AccessRequest } from '#iam';

/** A request as text: two that differ only in the order of their context keys are one. */
export function requestKey({ principal, action, resource, context = {} }: AccessRequest): string {
  const keys = Object.entries(context).toSorted(([left], [right]) => (left < right ? -1 : 1));
  return JSON.stringify([principal, action.toLowerCase(), resource, keys]);
}
