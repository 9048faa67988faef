import type { Decision } from '#iam';

/** The three decisions a learner may predict, in the order of AWS's words. */
export const predictable = ['allowed', 'explicitDeny', 'implicitDeny'] as const satisfies readonly Decision[];
export type Predictable = (typeof predictable)[number];

/** One request to predict; `result` is there only once the prediction was checked. */
export interface PredictionRow {
  readonly id: string;
  readonly sentence: string;
  readonly predicted?: Decision;
  readonly result?: PredictionAnswer;
}

/** What a checked prediction is told: the decision, and the sentence of the trap it fell into. */
interface PredictionAnswer {
  readonly decision: Decision;
  readonly correct: boolean;
  readonly trap?: string;
}
