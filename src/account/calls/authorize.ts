import {
  authorizer,
  evaluate,
  type AccessRequest,
  type Evaluation,
  type PolicySet,
  type RequestContext,
} from '#iam';
import type { Ask } from '../state/record.ts';
import type { State } from '../state/state.ts';
import { isoTime } from '../state/time.ts';
import type { World } from '../state/world.ts';
import type { Caller } from './caller.ts';
import { organizationOf, pathTo } from './controls.ts';
import { policiesFor } from './policies-for.ts';

/** Where and when a call is made, as far as condition keys say it. */
export interface Circumstances {
  readonly region: string;
  readonly now: number;
  readonly sourceIp: string;
}

/** Where learners' calls come from, as `aws:SourceIp` has it: an address of RFC 5737. */
export const sourceIp = '203.0.113.9';

/** Global services answer in us-east-1, whatever the region of the caller. */
const global = new Set(['iam', 'organizations', 'sts', 'signin']);

/** What the policies are asked, and the policies, for one question of a call. */
export function questionOf(
  world: World,
  state: State,
  caller: Caller,
  ask: Ask,
  { region, now, sourceIp }: Circumstances,
): { readonly request: AccessRequest; readonly policies: PolicySet } {
  const owner =
    ask.resourceAccount ?? /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(ask.resource)?.[1] ?? caller.account;
  const [service = ''] = ask.action.split(':');
  const context: RequestContext = {
    'aws:SourceIp': sourceIp,
    'aws:SecureTransport': 'true',
    'aws:CurrentTime': isoTime(now, 'Z'),
    'aws:EpochTime': String(Math.floor(now / 1000)),
    'aws:RequestedRegion': global.has(service.toLowerCase()) && service !== 'sts' ? 'us-east-1' : region,
    ...(caller.userId !== '' && caller.kind !== 'service' && { 'aws:userid': caller.userId }),
    ...organizationKeys(state, caller.account, 'Principal'),
    ...organizationKeys(state, owner, 'Resource'),
    ...(owner !== '' && { 'aws:ResourceAccount': owner }),
    ...caller.session?.keys,
    ...(caller.session?.provider !== undefined && { 'aws:FederatedProvider': caller.session.provider }),
    ...ask.context,
  };
  const maker = caller.kind === 'federatedUser' ? caller.identity.issuer : undefined;
  return {
    request: {
      principal: caller.arn,
      ...(caller.role !== undefined && { principalRole: caller.role }),
      ...(maker !== undefined && { federatedBy: maker }),
      action: ask.action,
      resource: ask.resource,
      ...(owner !== '' && { resourceAccount: owner }),
      context,
      ...(caller.credentials !== undefined && { credentials: caller.credentials }),
    },
    policies: policiesFor(world, state, caller, ask.resource, owner, ask.action),
  };
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
function organizationKeys(state: State, account: string, whose: 'Principal' | 'Resource'): RequestContext {
  const found = organizationOf(state, account);
  const member = found?.tables.members.get(account);
  if (found === undefined || member === undefined) return {};
  const { id } = found.organization;
  const path = pathTo(found.tables, found.organization, member).slice(0, -1);
  return {
    [`aws:${whose}OrgID`]: id,
    [`aws:${whose}OrgPaths`]: [`${id}/${path.join('/')}/`],
  };
}

/** The evaluation that refuses the call, if any of its questions is not allowed. */
export function denied(
  world: World,
  state: State,
  caller: Caller,
  asks: readonly Ask[],
  circumstances: Circumstances,
): Evaluation | undefined {
  for (const ask of asks) {
    const { request, policies } = questionOf(world, state, caller, ask, circumstances);
    const prepared = authorizer(policies);
    if (prepared.decide(request) !== 'allowed') return prepared.evaluate(request);
  }
  return undefined;
}

/** A question of a call, with every gate, on the state as it was. */
export function explain(
  world: World,
  state: State,
  caller: Caller,
  ask: Ask,
  circumstances: Circumstances,
): Evaluation {
  const { request, policies } = questionOf(world, state, caller, ask, circumstances);
  return evaluate(request, policies);
}
