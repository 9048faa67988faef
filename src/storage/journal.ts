import { collection } from './collection.ts';
import type { AttemptRecord, DraftRecord, MissionRecord } from './records.ts';
import { draftKey, noRows, type Rows } from './rows.ts';
import type { Action } from './writes.ts';

/** What this tab knows: rows read from disk, and over them what a learner did since that is not on disk yet. */
export interface Journal {
  /** User actions that are not on disk. */
  readonly waiting: number;
  readonly known: () => Rows;
  /** The same list until a mission stands elsewhere. */
  readonly missions: () => readonly MissionRecord[];
  readonly draftsOf: (scenarioId: string) => ReadonlyMap<string, DraftRecord>;
  /** Takes rows of the disk: `whole` are all there are, else they are some that were added. */
  readonly read: (rows: Rows, whole: boolean) => void;
  readonly type: (draft: DraftRecord) => void;
  readonly add: (attempt: AttemptRecord) => void;
  /** What is to be written now, in order; it stays here until `written`. */
  readonly take: () => readonly Action[];
  readonly written: (actions: readonly Action[]) => void;
  /** Other rows in the place of all; on disk already, or waiting for it. */
  readonly replace: (rows: Rows, onDisk: boolean) => void;
}

/** A journal that knows nothing yet. */
export function journal(): Journal {
  let all = collection(noRows);
  let pending: readonly Action[] = [];
  /** The last text of each place; a later one takes its turn. */
  let typed = new Map<string, DraftRecord>();

  function addAll({ attempts, drafts }: Rows): void {
    for (const attempt of attempts) all.addAttempt(attempt);
    for (const draft of drafts) all.addDraft(draft);
  }
  return {
    get waiting() {
      return pending.length + typed.size;
    },
    known: () => all.rows(),
    missions: () => all.missions(),
    draftsOf: (scenarioId) => all.draftsOf(scenarioId),
    read(rows, whole) {
      if (!whole) {
        addAll(rows);
        return;
      }
      all = collection(rows);
      for (const action of pending)
        if (action.kind === 'attempt') all.addAttempt(action.attempt);
        else all.addDraft(action.draft);
      for (const draft of typed.values()) all.addDraft(draft);
    },
    type(draft) {
      // What is typed last stays, also on a device whose clock was put back.
      const other = all.draftsOf(draft.scenarioId).get(draft.key);
      const later =
        other !== undefined && other.when >= draft.when ? { ...draft, when: other.when + 1 } : draft;
      typed.set(draftKey(draft), later);
      all.addDraft(later);
    },
    add(attempt) {
      pending = [...pending, { kind: 'attempt', attempt }];
      all.addAttempt(attempt);
    },
    take() {
      const drafts = [...typed.values()].map((draft) => ({ kind: 'draft', draft }) as const);
      typed = new Map();
      pending = [...pending, ...drafts];
      return pending;
    },
    written(actions) {
      const done = new Set(actions);
      pending = pending.filter((action) => !done.has(action));
    },
    replace(rows, onDisk) {
      all = collection(rows);
      typed = new Map();
      pending = onDisk
        ? []
        : [
            ...rows.attempts.map((attempt) => ({ kind: 'attempt', attempt }) as const),
            ...rows.drafts.map((draft) => ({ kind: 'draft', draft }) as const),
          ];
    },
  };
}
