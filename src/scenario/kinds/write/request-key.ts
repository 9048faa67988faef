import type { AccessRequest } from '#iam';

/** Keys that every call carries. A request that a proof makes up carries only those that a policy asks for. */
const ambient = new Set([
  'aws:sourceip',
  'aws:securetransport',
  'aws:currenttime',
  'aws:epochtime',
  'aws:requestedregion',
  'aws:userid',
  'aws:resourceaccount',
]);

/**
 * A request as text, to tell whether two are the same. The order of the context keys and the keys that every call carries
 * make no difference: a counterexample is recognised as the scenario's own request.
 */
export function requestKey({ principal, action, resource, context = {} }: AccessRequest): string {
  const keys = Object.entries(context)
    .filter(([key]) => !ambient.has(key.toLowerCase()))
    .toSorted(([left], [right]) => (left < right ? -1 : 1));
  return JSON.stringify([principal, action.toLowerCase(), resource, keys]);
}
