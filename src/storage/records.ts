import * as v from 'valibot';

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const text = v.pipe(v.string(), v.maxLength(140_000));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e9));
/** UTC milliseconds; nothing before this app was thought of, nothing in a thousand years. */
const moment = v.pipe(v.number(), v.minValue(0), v.maxValue(64_060_588_800_000));

/** One Check, as it was handed in: enough to grade it again. */
export const attemptSchema = v.strictObject({
  uuid: name,
  scenarioId: name,
  scenarioVersion: count,
  when: moment,
  solved: v.boolean(),
  medals: v.pipe(v.array(name), v.maxLength(20)),
  tried: count,
  hints: count,
  predictions: v.record(name, name),
  texts: v.record(name, text),
});

/** A text as it stood when it was last typed in: a policy of a mission, its predictions. */
export const draftSchema = v.strictObject({ scenarioId: name, key: name, text, when: moment });

export type AttemptRecord = Readonly<v.InferOutput<typeof attemptSchema>>;
export type DraftRecord = Readonly<v.InferOutput<typeof draftSchema>>;

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

/** The valid ones of rows read from disk, and how many are not: those are set aside, never shown, never deleted. */
export function validRows<T>(
  schema: v.GenericSchema<T>,
  rows: readonly unknown[],
): { readonly valid: readonly T[]; readonly damaged: number } {
  const valid = rows.flatMap((row) => {
    const read = v.safeParse(schema, row);
    return read.success ? [read.output] : [];
  });
  return { valid, damaged: rows.length - valid.length };
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
