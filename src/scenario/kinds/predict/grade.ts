import type { Decision } from '#iam';
import type { Setting, StepResult } from '../../step/kind.ts';
import { asking } from '../../world/asking.ts';
import { accountOfWorld } from '../../world/set-up.ts';
import type { PredictAnswer, PredictSpec } from './spec.ts';

/** One prediction beside the computed decision. */
export interface PredictionResult {
  readonly requestId: string;
  readonly predicted?: Decision;
  readonly decision: Decision;
  readonly correct: boolean;
  /** The trap that a wrong prediction fell into, by id. */
  readonly trap?: string;
}

export interface PredictResult extends StepResult {
  readonly predictions: readonly PredictionResult[];
}

/** What the evaluator decides of a scenario's requests, by id, in the world as the mission begins with it. */
export function decisionsAtStart({ world, requests }: Setting): (requestId: string) => Decision {
  const { decide, requestOf } = asking(world, accountOfWorld(world));
  return (requestId) => {
    const found = requests.find(({ id }) => id === requestId);
    return found === undefined ? 'cannotEvaluate' : decide(requestOf(found));
  };
}

/** Every prediction is compared with what the evaluator decides; one that is missing is wrong. */
export function gradePredictions(
  { requests, traps }: PredictSpec,
  setting: Setting,
  { predictions: given }: PredictAnswer,
): PredictResult {
  const decisionOf = decisionsAtStart(setting);
  const predictions = requests.map((requestId): PredictionResult => {
    const predicted = given[requestId];
    const decision = decisionOf(requestId);
    const correct = predicted === decision;
    const trap = traps.find(({ request, as }) => request === requestId && as === predicted);
    return {
      requestId,
      ...(predicted !== undefined && { predicted }),
      decision,
      correct,
      ...(trap !== undefined && !correct && { trap: trap.id }),
    };
  });
  const solved = predictions.every(({ correct }) => correct);
  return { solved, exact: solved, predictions };
}
