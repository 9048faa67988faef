import { withChanges, type AccessRequest } from '#iam';
import type { RequestClass } from './request-classes.ts';
import type { PreparedSide } from './sides.ts';

/**
 * The same difference told as shortly as possible: a resource that a person would write, where one shows the same, and
 * only those context keys whose value matters. `excess`: the first side allows and the second does not; else the other
 * way about. Every step is decided by both.
 */
export function simplest(
  { request, keys, resources }: RequestClass,
  [left, right]: readonly [PreparedSide, PreparedSide],
  excess: boolean,
): AccessRequest {
  const [more, less] = excess ? [left.engine, right.engine] : [right.engine, left.engine];
  const differs = (one: AccessRequest): boolean =>
    more.decide(one) === 'allowed' && less.decide(one) !== 'allowed';
  let found = request;
  for (const resource of resources()) {
    const written = { ...request, resource };
    if (!differs(written)) continue;
    found = written;
    break;
  }
  for (const [name, options] of keys) {
    const irrelevant =
      options.some(({ value }) => value === null) &&
      options.every(({ value }) => differs(withChanges(found, { [name]: value })));
    if (irrelevant) found = withChanges(found, { [name]: null });
  }
  return found;
}
