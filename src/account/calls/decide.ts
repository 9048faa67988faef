import { evaluate, type AccessRequest, type Decision, type PolicySet, type RequestContext } from '#iam';
import { accountOf, type State } from '../state/state.ts';
import type { Ask } from '../state/record.ts';
import type { World } from '../state/world.ts';
import { authenticate } from './authenticate.ts';
import { questionOf, sourceIp } from './authorize.ts';
import type { Signature } from './caller.ts';
import { policiesFor } from './policies-for.ts';
import { isRefusal } from './refusal.ts';
import { thingAt } from './resource-policy.ts';

/**
 * A request as the account would put it to the policies, and all policies that apply to it. Undefined where nobody can
 * sign so.
 */
export function requestFor(
  world: World,
  signature: Signature,
  ask: Ask,
  now: number,
): { readonly request: AccessRequest; readonly policies: PolicySet } | undefined {
  const caller = authenticate(signature, world.state, world.state, now);
  if (isRefusal(caller)) return undefined;
  return questionOf(world, world.state, caller, ask, { region: 'us-east-1', now, sourceIp });
}

const nothing: PolicySet = { identity: [] };

/** The policies alone that apply when somebody asks for an action on a resource; none where nobody can sign so. */
export function policiesOf(
  world: World,
  signature: Signature,
  { action, resource, resourceAccount }: Pick<Ask, 'action' | 'resource' | 'resourceAccount'>,
  now: number,
): PolicySet {
  const { state } = world;
  const caller = authenticate(signature, state, state, now);
  if (isRefusal(caller)) return nothing;
  const owner = resourceAccount ?? ownerOf(state, resource) ?? caller.account;
  return policiesFor(world, state, caller, resource, owner, action);
}

/**
 * The account that owns a resource: the one in its ARN, or whose bucket or thing it is. Undefined where the state does
 * not know it, and no ARN says it.
 */
export function ownerOf(state: State, arn: string): string | undefined {
  const [, , service, , account = '', ...rest] = arn.split(':');
  if (/^\d{12}$/.test(account)) return account;
  const bucket = service === 's3' ? (rest.join(':').split('/')[0] ?? '') : undefined;
  return [...state.keys()].find((id) => {
    const tables = accountOf(state, id);
    return (bucket !== undefined && tables.buckets.has(bucket)) || thingAt(tables, arn) !== undefined;
  });
}

/**
 * What the policies of a world decide about a request of a user or the root user, who call with long-term credentials,
 * or of a service or nobody. Undefined where there is no such principal.
 */
export function decisionFor(
  world: World,
  asked: {
    readonly principal: string;
    readonly action: string;
    readonly resource: string;
    readonly context?: RequestContext | undefined;
  },
  now: number,
): Decision | undefined {
  const { principal, action, resource, context } = asked;
  const ask = { action, resource, ...(context !== undefined && { context }) };
  const found = requestFor(world, { by: 'scenario', principal }, ask, now);
  return found && evaluate(found.request, found.policies).decision;
}
