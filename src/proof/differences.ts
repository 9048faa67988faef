import type { Authorizer } from '#iam';
import type { ActionClass } from './action-classes.ts';
import type { Situation } from './domain.ts';
import { requestClasses, type RequestClass, type Search } from './request-classes.ts';

/** `excess`: the left allows requests that the right does not; `missing`: the other way about. */
type Kind = 'excess' | 'missing';

interface Difference {
  readonly kind: Kind;
  readonly requests: RequestClass;
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
  if (!search.meter.spend(0)) return;
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
