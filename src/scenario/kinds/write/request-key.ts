import type { AccessRequest } from '#iam';

/** Keys that the account sends with every call: a made-up request leaves them out where no policy asks for them. */
const ambient = new Set([
  'aws:sourceip',
  'aws:securetransport',
  'aws:currenttime',
  'aws:epochtime',
  'aws:requestedregion',
  'aws:userid',
  'aws:resourceaccount',
]);

/** A request as text: two that differ only in the order of their context keys, or in what every call carries, are one. */
export function requestKey({ principal, action, resource, context = {} }: AccessRequest): string {
  const keys = Object.entries(context)
    .filter(([key]) => !ambient.has(key.toLowerCase()))
    .toSorted(([left], [right]) => (left < right ? -1 : 1));
  return JSON.stringify([principal, action.toLowerCase(), resource, keys]);
}
