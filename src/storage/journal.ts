import type { AttemptRecord, DraftRecord } from './records.ts';
import { merge, placeOf, type Rows } from './rows.ts';
import type { Action } from './writes.ts';

/** What this tab knows: rows read from disk, and over them what a learner did since that is not on disk yet. */
export interface Journal {
  /** User actions that are not on disk. */
  readonly waiting: number;
  readonly known: () => Rows;
  /** Takes the rows of the disk. */
  readonly read: (rows: Rows) => void;
  readonly type: (draft: DraftRecord) => void;
  readonly add: (attempt: AttemptRecord) => void;
  /** What is to be written now, in order; it stays here until `written`. */
  readonly take: () => readonly Action[];
  readonly written: (actions: readonly Action[]) => void;
  /** Other rows in the place of all; on disk already, or waiting for it. */
  readonly replace: (rows: Rows, onDisk: boolean) => void;
}

export function journal(): Journal {
  let stored: Rows = { attempts: [], drafts: [] };
  let pending: readonly Action[] = [];
  /** The last text of each place; a later one takes its turn. */
  let typed: ReadonlyMap<string, DraftRecord> = new Map();

  function rowsOf(actions: readonly Action[]): Rows {
    return {
      attempts: actions.flatMap((action) => (action.kind === 'attempt' ? [action.attempt] : [])),
      drafts: actions.flatMap((action) => (action.kind === 'draft' ? [action.draft] : [])),
    };
  }
  return {
    get waiting() {
      return pending.length + typed.size;
    },
    known: () => merge(merge(stored, rowsOf(pending)), { attempts: [], drafts: [...typed.values()] }),
    read: (rows) => (stored = rows),
    type: (draft) => (typed = new Map([...typed, [placeOf(draft), draft]])),
    add: (attempt) => (pending = [...pending, { kind: 'attempt', attempt }]),
    take() {
      const drafts = [...typed.values()].map((draft) => ({ kind: 'draft', draft }) as const);
      typed = new Map();
      pending = [...pending, ...drafts];
      return pending;
    },
    written(actions) {
      stored = merge(stored, rowsOf(actions));
      const done = new Set(actions);
      pending = pending.filter((action) => !done.has(action));
    },
    replace(rows, onDisk) {
      stored = onDisk ? rows : { attempts: [], drafts: [] };
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
