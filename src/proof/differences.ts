import type { Authorizer } from '#iam';
import type { ActionClass } from './action-classes.ts';
import type { Situation } from './domain.ts';
import type { PreparedSide } from './sides.ts';
import { requestClasses, type RequestClass, type Search } from './request-classes.ts';

/** `excess`: the left allows requests that the right does not; `missing`: the other way about. */
type Kind = 'excess' | 'missing';

interface Difference {
  readonly kind: Kind;
  readonly requests: RequestClass;
}

/** Layers of a policy set in which an Allow grants; in the others it only leaves open. */
const granting = new Set(['identity', 'resource']);
/** Of these services the evaluator asks the resource's own policy, whatever else is granted. */
const askingResources = /^(?:sts|kms):/i;

/**
 * Which differences the statements leave possible at all: a side without an Allow allows nothing but what a root user
 * asks, and where only identity-based policies are asked, an unconditional Allow without any Deny allows everything that
 * the other side can.
 */
export function possibleKinds(
  { action, statements }: ActionClass,
  [left, right]: readonly [PreparedSide, PreparedSide],
  { rootAsks }: Search,
): Readonly<Record<Kind, boolean>> {
  const identityOnly = left.identityOnly && right.identityOnly;
  const own = (side: PreparedSide) => statements.filter((one) => side.own.has(one));
  const some = (side: PreparedSide): boolean =>
    rootAsks ||
    own(side).some(({ statement: { source } }) => source.effect === 'Allow' && granting.has(source.layer));
  const all = (side: PreparedSide): boolean =>
    identityOnly &&
    !askingResources.test(action.name) &&
    own(side).every(({ statement }) => statement.source.effect === 'Allow') &&
    own(side).some(({ statement }) => statement.unconditional);
  return { excess: some(left) && !all(right), missing: some(right) && !all(left) };
}

/**
 * In what the sides differ over the requests of one class of actions by one principal: of each wanted kind one class of
 * requests at most. Every class is decided by the evaluator.
 */
export function* differences(
  actions: ActionClass,
  situation: Situation,
  engines: readonly [Authorizer, Authorizer],
  search: Search,
  wanted: Readonly<Record<Kind, boolean>>,
): Generator<Difference> {
  const left = { ...wanted };
  if (!(left.excess || left.missing) || !search.meter.spend(0)) return;
  for (const requests of requestClasses(actions, situation, search)) {
    if (!(left.excess || left.missing) || !search.meter.spend(2)) return;
    const [one, other] = engines.map((engine) => engine.decide(requests.request));
    if (one === 'cannotEvaluate' || other === 'cannotEvaluate')
      search.note('domain', requests.request.principal);
    const allowed = one === 'allowed';
    if (allowed === (other === 'allowed')) continue;
    const kind = allowed ? 'excess' : 'missing';
    if (!left[kind]) continue;
    left[kind] = false;
    yield { kind, requests };
  }
}
