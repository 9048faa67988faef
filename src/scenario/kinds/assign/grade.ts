import type { Setting, StepResult } from '../../step/kind.ts';
import type { AssignAnswer, AssignSpec } from './spec.ts';

/** What was chosen for one need, and whether it meets it. Which mechanism would is not said. */
interface PairResult {
  readonly need: string;
  readonly chosen?: string;
  readonly correct: boolean;
}

export interface AssignResult extends StepResult {
  readonly pairs: readonly PairResult[];
}

/** Every need is looked at alone; one for which nothing was chosen is wrong. */
export function gradePairs(
  { needs }: AssignSpec,
  _setting: Setting,
  { pairs: given }: AssignAnswer,
): AssignResult {
  const chosenFor = new Map(Object.entries(given));
  const pairs = needs.map(({ id, right }): PairResult => {
    const chosen = chosenFor.get(id);
    return chosen === undefined
      ? { need: id, correct: false }
      : { need: id, chosen, correct: right.includes(chosen) };
  });
  const solved = pairs.every(({ correct }) => correct);
  return { solved, exact: solved, pairs };
}
