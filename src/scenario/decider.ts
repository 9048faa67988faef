import { authorizer, type AccessRequest, type Authorizer, type Decision, type PolicyDocument } from '#iam';
import type { World } from './schema.ts';
import { policiesFor, policiesKey } from './world.ts';

/** Decides requests in a scenario's world, `documents` in the place of its own; each set of policies is prepared once. */
export function decider(
  world: World,
  documents: Readonly<Record<string, PolicyDocument>>,
): (request: AccessRequest) => Decision {
  const prepared = new Map<string, Authorizer>();
  return (request) => {
    const key = policiesKey(world, request);
    const found = prepared.get(key) ?? authorizer(policiesFor(world, request, documents));
    prepared.set(key, found);
    return found.decide(request);
  };
}
