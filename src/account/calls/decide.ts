import { evaluate, type Decision, type RequestContext } from '#iam';
import type { World } from '../state/world.ts';
import { authenticate } from './authenticate.ts';
import { questionOf, sourceIp } from './authorize.ts';
import { isRefusal } from './refusal.ts';

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
  const caller = authenticate({ by: 'scenario', principal }, world.state, world.state, now);
  if (isRefusal(caller)) return undefined;
  const ask = { action, resource, ...(context !== undefined && { context }) };
  const { request, policies } = questionOf(world, world.state, caller, ask, {
    region: 'us-east-1',
    now,
    sourceIp,
  });
  return evaluate(request, policies).decision;
}
