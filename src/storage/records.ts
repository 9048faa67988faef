import type { InferOutput } from 'valibot';
import { isJson } from './json-value.ts';
import { maxAnswerDepth, maxAttemptCharacters } from './limits.ts';
import type { attemptSchema, draftSchema } from './schemas.ts';

/** One Check: with `answers`, or, where version 1 kept it, with `predictions` and `texts`. */
export type AttemptRecord = Readonly<InferOutput<typeof attemptSchema>>;
/** A text as it was last typed in. */
export type DraftRecord = Readonly<InferOutput<typeof draftSchema>>;

/** Where a learner stands with a scenario. It follows from the attempts and drafts. */
export interface MissionRecord {
  readonly scenarioId: string;
  readonly attempts: number;
  readonly solved: boolean;
  /** The best of all attempts together. */
  readonly medals: readonly string[];
  readonly hints: number;
}

const order = ['works', 'tight', 'par', 'record'];

/** A mission that was begun, and not checked yet. */
export function begun(scenarioId: string): MissionRecord {
  return { scenarioId, attempts: 0, solved: false, medals: [], hints: 0 };
}

/** The mission's record after one more attempt. The order of attempts makes no difference. */
export function afterAttempt(mission: MissionRecord, attempt: AttemptRecord): MissionRecord {
  const medals = new Set([...mission.medals, ...attempt.medals]);
  return {
    scenarioId: mission.scenarioId,
    attempts: mission.attempts + 1,
    solved: mission.solved || attempt.solved,
    medals: [...medals].sort((left, right) => order.indexOf(left) - order.indexOf(right)),
    hints: Math.max(mission.hints, attempt.hints),
  };
}

/** An attempt as it is kept: a copy that nobody changes. Throws where it is no JSON, or too large to be read again. */
export function storable(attempt: AttemptRecord): AttemptRecord {
  const answers = 'answers' in attempt ? attempt.answers : [];
  if (!answers.every((answer) => isJson(answer, maxAnswerDepth)))
    throw new RangeError('an answer is no JSON of so few levels');
  const text = JSON.stringify(attempt);
  if (text.length > maxAttemptCharacters) throw new RangeError(`an attempt has ${text.length} characters`);
  return JSON.parse(text) as AttemptRecord;
}
