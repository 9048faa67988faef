import { entryOf, type ScenarioTexts } from '#scenario';
import type { AssignWork } from './assign-work.svelte.ts';

/** One need: `result` is there only while the pair that was checked is still the chosen one. */
export interface NeedRow {
  readonly id: string;
  readonly sentence: string;
  readonly chosen?: string;
  readonly result?: { readonly correct: boolean; readonly reason: string };
}

/** The needs of a step, with what a Check found of those whose pair has not been changed since. */
export function needRows(
  { step, pairs, result: checked }: AssignWork,
  texts: ScenarioTexts,
): readonly NeedRow[] {
  return step.needs.map(({ id }): NeedRow => {
    const chosen = pairs[id];
    const found = checked?.pairs.find(({ need }) => need === id);
    return {
      id,
      sentence: entryOf(texts, 'Needs', id) ?? id,
      ...(chosen !== undefined && { chosen }),
      ...(chosen !== undefined &&
        found?.chosen === chosen && {
          result: {
            correct: found.correct,
            reason: entryOf(texts, 'Reasons', `${id}/${chosen}`) ?? '',
          },
        }),
    };
  });
}

/** A mechanism as it is offered: its name and what it is, the two halves of its entry (`**Name**: what it is`). */
export interface MechanismRow {
  readonly id: string;
  readonly name: string;
  readonly meaning: string;
}

/** The mechanisms of a step, in the order in which they are offered. */
export function mechanismRows({ step }: AssignWork, texts: ScenarioTexts): readonly MechanismRow[] {
  return step.mechanisms.map((id): MechanismRow => {
    const entry = entryOf(texts, 'Mechanisms', id) ?? id;
    const [, name = entry, meaning = ''] = /^\*\*([^*]+)\*\*:?\s*(.*)$/.exec(entry) ?? [];
    return { id, name, meaning };
  });
}
