import { afterAttempt, begun, type AttemptRecord, type DraftRecord, type MissionRecord } from './records.ts';
import { inOrder, isLater, type Rows } from './rows.ts';

/**
 * Rows, and where each mission stands by them. One more row costs the same however many there are: a letter typed
 * must not look at all attempts again.
 */
export interface Collection {
  readonly addAttempt: (attempt: AttemptRecord) => void;
  readonly addDraft: (draft: DraftRecord) => void;
  /** The drafts of a scenario, by key. */
  readonly draftsOf: (scenarioId: string) => ReadonlyMap<string, DraftRecord>;
  /** The same list until a mission stands elsewhere. */
  readonly missions: () => readonly MissionRecord[];
  readonly rows: () => Rows;
}

const none: ReadonlyMap<string, DraftRecord> = new Map();

/** A collection of the given rows. */
export function collection(rows: Rows): Collection {
  const attempts = new Map<string, AttemptRecord>();
  const drafts = new Map<string, Map<string, DraftRecord>>();
  const missions = new Map<string, MissionRecord>();
  let list: readonly MissionRecord[] | undefined;

  function stands(mission: MissionRecord): void {
    missions.set(mission.scenarioId, mission);
    list = undefined;
  }
  function addAttempt(attempt: AttemptRecord): void {
    if (attempts.has(attempt.uuid)) return;
    attempts.set(attempt.uuid, attempt);
    stands(afterAttempt(missions.get(attempt.scenarioId) ?? begun(attempt.scenarioId), attempt));
  }
  function addDraft(draft: DraftRecord): void {
    const { scenarioId, key } = draft;
    const own = drafts.get(scenarioId) ?? new Map<string, DraftRecord>();
    const other = own.get(key);
    if (other !== undefined && !isLater(draft, other)) return;
    drafts.set(scenarioId, own.set(key, draft));
    if (!missions.has(scenarioId)) stands(begun(scenarioId));
  }

  for (const attempt of rows.attempts) addAttempt(attempt);
  for (const draft of rows.drafts) addDraft(draft);
  return {
    addAttempt,
    addDraft,
    draftsOf: (scenarioId) => drafts.get(scenarioId) ?? none,
    missions: () => (list ??= [...missions.values()]),
    rows: () =>
      inOrder({
        attempts: [...attempts.values()],
        drafts: [...drafts.values()].flatMap((own) => [...own.values()]),
      }),
  };
}
