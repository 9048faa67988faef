import type { AccessRequest, PolicyDocument, PolicySet, RequestContext } from '#iam';
import type { Domain } from '#proof';
import type { Goal, Scenario } from './schema.ts';
import { accountOf, policiesFor } from './world.ts';

/** One principal and resources that have the same policies and the same owner: what one comparison ranges over. */
export interface Part {
  readonly domain: Omit<Domain, 'actions'>;
  /** Every policy that applies there, `documents` in the place of the world's own. */
  readonly policies: (documents: Readonly<Record<string, PolicyDocument>>) => PolicySet;
}

/** The parts of a scenario's world: resources with a policy or in another account stand alone, the others together. */
export function partsOf({ world }: Scenario, goal: Goal): readonly Part[] {
  const examples = goal.domain.resources;
  return goal.domain.principals.flatMap((id) => {
    const who = world.principals.find((principal) => principal.id === id);
    if (who === undefined) return [];
    const home = accountOf(who.principal);
    const alone = (world.resources ?? []).filter(
      ({ account, policy }) => policy !== undefined || (account !== undefined && account !== home),
    );
    const situation = {
      principal: who.principal,
      ...(who.principalRole !== undefined && { principalRole: who.principalRole }),
      ...(who.context !== undefined && { context: who.context as RequestContext }),
    };
    const part = (resource: string, more: Pick<Domain, 'within' | 'except' | 'owner'>): Part => {
      const request: AccessRequest = { ...situation, action: '', resource };
      return {
        domain: { situations: [situation], examples, ...more },
        policies: (documents) => policiesFor(world, request, documents),
      };
    };
    return [
      part('*', { except: alone.flatMap(({ arn }) => inside(arn)) }),
      ...alone.map(({ arn, account }) =>
        part(arn, { within: [inside(arn)], ...(account !== undefined && { owner: account }) }),
      ),
    ];
  });
}

/** A resource and what lies in it: a bucket and its objects. */
function inside(arn: string): readonly string[] {
  return [arn, `${arn}/*`];
}
