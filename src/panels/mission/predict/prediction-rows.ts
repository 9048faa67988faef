import { entryOf, type ScenarioTexts } from '#scenario';
import type { PredictionRow } from './prediction-row.ts';
import type { PredictWork } from './predict-work.svelte.ts';

/** The requests to predict. A result stands only as long as the prediction it answers. */
export function predictionRows(
  { requests, predictions, result: checked }: PredictWork,
  texts: ScenarioTexts,
): readonly PredictionRow[] {
  return requests.map((id): PredictionRow => {
    const mine = predictions[id];
    const result = checked?.predictions.find(({ requestId }) => requestId === id);
    const trap = entryOf(texts, 'Traps', result?.trap);
    return {
      id,
      sentence: entryOf(texts, 'Requests', id) ?? id,
      ...(mine !== undefined && { predicted: mine }),
      ...(result !== undefined &&
        result.predicted === mine && {
          result: { decision: result.decision, correct: result.correct, ...(trap !== undefined && { trap }) },
        }),
    };
  });
}
