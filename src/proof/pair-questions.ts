import { parsePrincipal, type AccessRequest, type JsonValue, type PolicySet } from '#iam';
import { roleCalls, splitRoleCalls } from './role-calls.ts';
import type { Comparison, Domain, Undecided } from './domain.ts';

/** The kinds of policy that can be compared. */
export const comparable = ['identity', 'scp', 'boundary'] as const;
export type ComparableType = (typeof comparable)[number];

/** One comparison of two policy sets over a domain. */
export interface ComparisonQuestion {
  readonly left: PolicySet;
  readonly right: PolicySet;
  readonly domain: Domain;
}

const allowAll: JsonValue = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
};
/** Actions for which no policy of the caller's is looked at: unsigned calls, and calls that everybody may make. */
const notAsked = /^sts:(?:assumerolewith\w+|getcalleridentity|getsessiontoken)$/i;

/** The policies of a request: the one compared, and all others as open as they can be, so that it alone decides. */
export function policySetOf(document: JsonValue, type: ComparableType, resource?: JsonValue): PolicySet {
  return {
    identity: [type === 'identity' ? document : allowAll],
    ...(type === 'scp' && { scps: [[document]] }),
    ...(type === 'boundary' && { boundary: document }),
    ...(resource !== undefined && { resource }),
  };
}

/** What a resource's own policy says where it leaves everything to the callers' accounts; of a role, its trust policy. */
export function openResource({ situations }: Pick<Domain, 'situations'>, ofRole: boolean): JsonValue {
  const accounts = situations.flatMap(({ principal, principalRole }) => {
    const caller = parsePrincipal(principal, principalRole);
    return caller !== undefined && 'account' in caller ? [caller.account] : [];
  });
  const Principal = { AWS: [...new Set(accounts)].map((account) => `arn:aws:iam::${account}:root`) };
  const rest = ofRole ? { Action: roleCalls } : { Action: '*', Resource: '*' };
  return { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal, ...rest }] };
}

/** The comparisons that answer for two documents: for each caller, of requests on roles and of all others. */
export function questionsOf(
  before: JsonValue,
  after: JsonValue,
  type: ComparableType,
  domain: Domain,
): readonly ComparisonQuestion[] {
  const asked = domain.actions.filter(({ name }) => !notAsked.test(name));
  const [onRoles, others] = splitRoleCalls(asked);
  return domain.situations.flatMap((situation) =>
    [others, onRoles]
      .filter((actions) => actions.length > 0)
      .map((actions) => {
        const resource = openResource(domain, actions === onRoles);
        return {
          left: policySetOf(before, type, resource),
          right: policySetOf(after, type, resource),
          domain: { ...domain, situations: [situation], actions },
        };
      }),
  );
}

/** What the second of two policies does beside the first. */
export interface PairDifference {
  /** Requests that it allows and the first does not. */
  readonly granted: readonly AccessRequest[];
  /** Requests that the first allows and it does not. */
  readonly lost: readonly AccessRequest[];
  readonly undecided: readonly Undecided[];
}

/** So many requests are shown in each direction. */
const maxRequests = 3;

/** Several comparisons as one: what the second policy allows beyond the first, and what it no longer allows. */
export function differenceOf(comparisons: readonly Comparison[]): PairDifference {
  return {
    granted: distinct(comparisons.flatMap(({ missing }) => missing)),
    lost: distinct(comparisons.flatMap(({ excess }) => excess)),
    undecided: comparisons.flatMap(({ undecided }) => undecided),
  };
}

/** A few of the requests; those that differ by nothing but who asks, or that ask the same on no resource, are one. */
function distinct(requests: readonly AccessRequest[]): readonly AccessRequest[] {
  const found = new Map<string, AccessRequest>();
  const onResource = new Set<string>();
  for (const request of requests) {
    const what = JSON.stringify([request.action, request.context]);
    if (request.resource === '*' && onResource.has(what)) continue;
    onResource.add(what);
    const key = `${what} ${request.resource}`;
    if (!found.has(key)) found.set(key, request);
  }
  return [...found.values()].slice(0, maxRequests);
}
