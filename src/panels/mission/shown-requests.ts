import type { AccessRequest, Evaluation } from '#iam';
import { accessRequest, type Failure, type Scenario } from '#scenario';

/** A request a mission shows: to predict, in Checks, or found by a Check. */
export interface ShownRequest {
  readonly key: string;
  readonly kind: 'predict' | 'check' | 'counterexample';
  /** Id in the scenario, under which its sentence stands; absent for a request a Check made up. */
  readonly id?: string;
  readonly request: AccessRequest;
  readonly expected?: 'allowed' | 'denied';
}

/** No more than a learner can read, and than each keystroke can evaluate. */
const most = 12;

/** The requests a mission shows from the start: those to predict, and those its goal speaks of. */
export function shownRequests({ world, requests, predict = [], goal }: Scenario): readonly ShownRequest[] {
  const predictions = predict.flatMap((id) => requests.filter((request) => request.id === id));
  const checks = goal === undefined ? [] : requests.filter(({ expect }) => expect !== undefined);
  const shown = (kind: 'predict' | 'check') => (request: Scenario['requests'][number]) => ({
    key: `${kind}/${request.id}`,
    kind,
    id: request.id,
    request: accessRequest(world, request),
    ...(request.expect !== undefined && { expected: request.expect }),
  });
  return [...predictions.map(shown('predict')).slice(0, most), ...checks.map(shown('check')).slice(0, most)];
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
