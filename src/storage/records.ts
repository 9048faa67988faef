import type { InferOutput } from 'valibot';
import type { attemptSchema, draftSchema } from './schemas.ts';

export type AttemptRecord = Readonly<InferOutput<typeof attemptSchema>>;
export type DraftRecord = Readonly<InferOutput<typeof draftSchema>>;

/** Where a learner stands with a scenario. It follows from the attempts and drafts. */
export interface MissionRecord {
  readonly scenarioId: string;
  readonly attempts: number;
  readonly solved: boolean;
  /** The best of all attempts together. */
  readonly medals: readonly string[];
  readonly hints: number;
  readonly started: number;
  readonly lastPlayed: number;
}

const order = ['works', 'tight', 'par', 'record'];

/** The mission's record after one more attempt. The order of attempts makes no difference. */
export function afterAttempt(mission: MissionRecord | undefined, attempt: AttemptRecord): MissionRecord {
  const medals = new Set([...(mission?.medals ?? []), ...attempt.medals]);
  return {
    scenarioId: attempt.scenarioId,
    attempts: (mission?.attempts ?? 0) + 1,
    solved: mission?.solved === true || attempt.solved,
    medals: [...medals].sort((left, right) => order.indexOf(left) - order.indexOf(right)),
    hints: Math.max(mission?.hints ?? 0, attempt.hints),
    started: Math.min(mission?.started ?? attempt.when, attempt.when),
    lastPlayed: Math.max(mission?.lastPlayed ?? attempt.when, attempt.when),
  };
}

/** The mission's record after something was typed: a mission begun without a Check is begun all the same. */
export function afterDraft(
  mission: MissionRecord | undefined,
  { scenarioId, when }: DraftRecord,
): MissionRecord {
  const begun = {
    scenarioId,
    attempts: 0,
    solved: false,
    medals: [],
    hints: 0,
    started: when,
    lastPlayed: when,
  };
  return mission === undefined
    ? begun
    : {
        ...mission,
        started: Math.min(mission.started, when),
        lastPlayed: Math.max(mission.lastPlayed, when),
      };
}

/** The records of all missions, from nothing but attempts and drafts. */
export function missionsOf(
  attempts: readonly AttemptRecord[],
  drafts: readonly DraftRecord[],
): ReadonlyMap<string, MissionRecord> {
  const missions = new Map<string, MissionRecord>();
  for (const attempt of attempts)
    missions.set(attempt.scenarioId, afterAttempt(missions.get(attempt.scenarioId), attempt));
  for (const draft of drafts)
    missions.set(draft.scenarioId, afterDraft(missions.get(draft.scenarioId), draft));
  return missions;
}

/** One more link of the chain over attempts. It finds damage and loss; it proves nothing about who wrote it. */
export function chain(head: string, attempt: AttemptRecord): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (const character of `${head}|${JSON.stringify([attempt.uuid, attempt.scenarioId, attempt.solved, attempt.texts])}`) {
    const code = character.codePointAt(0) ?? 0;
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  return ((high >>> 0) * 4096 + (low >>> 20)).toString(36);
}
