import type { AccessRequest, Evaluation } from '#iam';
import type { Asking, Failure, ScenarioRequest } from '#scenario';

/** A request that a step shows: to predict, in Checks, or found by a Check. */
export interface ShownRequest {
  readonly key: string;
  readonly kind: 'predict' | 'check' | 'counterexample';
  /** Id in the scenario, under which its sentence stands; absent for a request a Check made up. */
  readonly id?: string;
  readonly request: AccessRequest;
  readonly expected?: 'allowed' | 'denied';
}

/** So many are shown: a learner can read no more, and each of them is evaluated at every keystroke. */
const maxShown = 12;

/** Requests of the scenario by their ids, in the order of the ids. */
export function shownRequests(
  kind: 'predict' | 'check',
  ids: readonly { readonly id: string; readonly expected?: 'allowed' | 'denied' }[],
  requests: readonly ScenarioRequest[],
  { requestOf }: Asking,
): readonly ShownRequest[] {
  return ids.slice(0, maxShown).flatMap(({ id, expected }): readonly ShownRequest[] => {
    const found = requests.find((request) => request.id === id);
    if (found === undefined) return [];
    const request = requestOf(found);
    return [{ key: `${kind}/${id}`, kind, id, request, ...(expected !== undefined && { expected }) }];
  });
}

/** The failing requests of a Check as rows, the gravest first. */
export function counterexamples(failures: readonly Failure[]): readonly ShownRequest[] {
  return failures.map(({ kind, request, requestId }, index) => ({
    key: `counterexample/${index}`,
    kind: 'counterexample',
    ...(requestId !== undefined && { id: requestId }),
    request,
    expected: kind === 'missing' ? 'allowed' : 'denied',
  }));
}

/** The evaluation of every shown request, by its key. */
export function evaluateAll(
  shown: readonly ShownRequest[],
  decide: (request: ShownRequest) => Evaluation,
): ReadonlyMap<string, Evaluation> {
  return new Map(shown.map((request) => [request.key, decide(request)]));
}
