import { withChanges, type AccessRequest, type Authorizer } from '#iam';
import type { RequestClass } from './request-classes.ts';

/**
 * The same difference told as shortly as possible: a resource that a person would write, where one shows the same, and
 * only those context keys whose value matters. `excess`: the first engine allows and the second does not; else the other
 * way about. Every step is decided by both engines.
 */
export function simplest(
  { request, keys, resources }: RequestClass,
  engines: readonly [Authorizer, Authorizer],
  excess: boolean,
): AccessRequest {
  const differs = (one: AccessRequest): boolean => {
    const [left, right] = engines.map((engine) => engine.decide(one) === 'allowed');
    return left === excess && right === !excess;
  };
  const written = resources()
    .map((resource) => ({ ...request, resource }))
    .find(differs);
  let found = written ?? request;
  for (const [name, options] of keys) {
    const irrelevant =
      options.some(({ value }) => value === null) &&
      options.every(({ value }) => differs(withChanges(found, { [name]: value })));
    if (irrelevant) found = withChanges(found, { [name]: null });
  }
  return found;
}
