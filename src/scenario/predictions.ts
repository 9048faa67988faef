import { evaluate, type Decision } from '#iam';
import { startDocuments } from './start.ts';
import type { Scenario } from './schema.ts';
import type { Attempt, PredictionResult } from './verdict.ts';
import { accessRequest, policiesFor } from './world.ts';

/** What the evaluator decides of a scenario's request under the policies the mission opens with. */
export function decisionAtStart(scenario: Scenario, requestId: string): Decision {
  const found = scenario.requests.find(({ id }) => id === requestId);
  if (found === undefined) return 'cannotEvaluate';
  const request = accessRequest(scenario.world, found);
  return evaluate(request, policiesFor(scenario.world, request, startDocuments(scenario))).decision;
}

/** Every prediction beside the computed decision; the key is never stored. */
export function predictionResults(scenario: Scenario, { predictions }: Attempt): readonly PredictionResult[] {
  return (scenario.predict ?? []).map((requestId) => {
    const predicted = predictions[requestId];
    const decision = decisionAtStart(scenario, requestId);
    const trap = scenario.traps.find(
      ({ when }) => 'predicted' in when && when.predicted === requestId && when.as === predicted,
    );
    const correct = predicted === decision;
    return {
      requestId,
      ...(predicted !== undefined && { predicted }),
      decision,
      correct,
      ...(trap !== undefined && !correct && { trap: trap.id }),
    };
  });
}
