import type { CheckRow } from '#panels/mission/check-row.ts';
import { meets } from '#panels/mission/check-row.ts';
import type { PredictionRow } from '#panels/mission/prediction-row.ts';
import { policiesFor, type ScenarioTexts } from '#scenario';
import { documentsOf } from './buffer.ts';
import { explainLink } from '#panels/trace/explain/explain-link.ts';
import { requestWords } from '#panels/mission/request-words.ts';
import type { Session } from './session.svelte.ts';

type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** The lines of Checks for the policy as it stands: counterexamples first, each request once. */
export function checkRows(
  { workspace, scenario }: Session,
  texts: ScenarioTexts,
  say: Say,
): readonly CheckRow[] {
  const documents = documentsOf(Object.fromEntries(workspace.buffers.map((buffer) => [buffer.id, buffer])));
  const pinned = new Set(workspace.shown.filter(({ kind }) => kind === 'counterexample').map(({ id }) => id));
  return workspace.shown
    .filter(({ kind, id }) => kind === 'counterexample' || (kind === 'check' && !pinned.has(id)))
    .map((shown): CheckRow => {
      const decision = workspace.evaluations.get(shown.key)?.decision ?? 'cannotEvaluate';
      const counterexample = shown.kind === 'counterexample';
      return {
        key: shown.key,
        sentence: requestWords(shown, texts, scenario.world, say),
        counterexample,
        decision,
        ...(shown.expected !== undefined && {
          expected: shown.expected,
          met: meets(shown.expected, decision),
        }),
        ...(counterexample && {
          explain: explainLink(shown.request, policiesFor(scenario.world, shown.request, documents)),
        }),
      };
    });
}

/** The requests to predict. A result stands only as long as the prediction it answers. */
export function predictionRows(session: Session, texts: ScenarioTexts): readonly PredictionRow[] {
  const { workspace, predicted, scenario } = session;
  return (scenario.predict ?? []).map((id): PredictionRow => {
    const mine = workspace.predictions[id];
    const result = predicted?.predictions.find(({ requestId }) => requestId === id);
    const trap = result?.trap === undefined ? undefined : texts.traps[result.trap];
    return {
      id,
      sentence: texts.requests[id] ?? id,
      ...(mine !== undefined && { predicted: mine }),
      ...(result !== undefined &&
        result.predicted === mine && {
          result: { decision: result.decision, correct: result.correct, ...(trap !== undefined && { trap }) },
        }),
    };
  });
}
