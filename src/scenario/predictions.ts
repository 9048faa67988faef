import type { Decision } from '#iam';
import { decider } from './decider.ts';
import { startDocuments } from './start.ts';
import type { Scenario } from './schema.ts';
import type { Attempt, PredictionResult } from './verdict.ts';
import { accessRequest } from './world.ts';

/** What the evaluator decides of a scenario's requests, by id, under the policies the mission opens with. */
export function decisionsAtStart(scenario: Scenario): (requestId: string) => Decision {
  const { world, requests } = scenario;
  const decide = decider(world, startDocuments(scenario));
  return (requestId) => {
    const found = requests.find(({ id }) => id === requestId);
    return found === undefined ? 'cannotEvaluate' : decide(accessRequest(world, found));
  };
}

/** Every prediction beside the computed decision; the key is never stored. */
export function predictionResults(scenario: Scenario, { predictions }: Attempt): readonly PredictionResult[] {
  const decisionOf = decisionsAtStart(scenario);
  return (scenario.predict ?? []).map((requestId) => {
    const predicted = predictions[requestId];
    const decision = decisionOf(requestId);
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
