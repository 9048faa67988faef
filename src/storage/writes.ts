import { guardVersion, schemaVersion, type ProgressDatabase } from './database.ts';
import type { AttemptRecord, DraftRecord } from './records.ts';
import type { Rows } from './rows.ts';

/** One thing a learner did. Each is written in one transaction, and twice is the same as once. */
export type Action =
  | { readonly kind: 'attempt'; readonly attempt: AttemptRecord }
  | { readonly kind: 'draft'; readonly draft: DraftRecord };

/** What the database says of itself. */
export interface Ledger {
  /** How many attempts it holds: where there are fewer, some were lost. */
  readonly attempts: number;
  /** Goes up when other rows take the place of all: another tab then reads everything anew. */
  readonly generation: number;
}

/** What the database says it holds; nothing, where it was never written to. */
export async function readLedger(database: ProgressDatabase): Promise<Ledger> {
  const row = await database.meta.get('ledger');
  return row?.key === 'ledger'
    ? { attempts: row.attempts, generation: row.generation ?? 0 }
    : { attempts: 0, generation: 0 };
}

/** Every write ends with it, also one that adds nothing: the other tabs wait for it. */
async function writeLedger(database: ProgressDatabase, ledger: Ledger): Promise<Ledger> {
  await database.meta.bulkPut([
    { key: 'schema', version: schemaVersion, minReader: schemaVersion },
    { key: 'ledger', ...ledger },
  ]);
  return ledger;
}

/** Writes actions in one strict transaction: all of them, or none. Returns the ledger after them. */
export function write(database: ProgressDatabase, actions: readonly Action[]): Promise<Ledger> {
  const { attempts, drafts, meta } = database;
  return database.transaction('rw', [attempts, drafts, meta], async () => {
    await guardVersion(database);
    const before = await readLedger(database);
    let added = 0;
    for (const action of actions) {
      if (action.kind === 'attempt') {
        const { attempt } = action;
        if ((await attempts.where('uuid').equals(attempt.uuid).count()) > 0) continue;
        await attempts.add({ ...attempt });
        added += 1;
      } else {
        const { draft } = action;
        const known = await drafts.get([draft.scenarioId, draft.key]);
        if (known !== undefined && known.when > draft.when) continue;
        await drafts.put({ ...draft });
      }
    }
    return writeLedger(database, { ...before, attempts: before.attempts + added });
  });
}

/** Puts the given rows in the place of everything, in one transaction. */
export function replaceAll(database: ProgressDatabase, rows: Rows): Promise<Ledger> {
  const { attempts, drafts, meta } = database;
  return database.transaction('rw', [attempts, drafts, meta], async () => {
    await guardVersion(database);
    const { generation } = await readLedger(database);
    await Promise.all([attempts.clear(), drafts.clear()]);
    await attempts.bulkAdd(rows.attempts.map((attempt) => ({ ...attempt })));
    await drafts.bulkPut(rows.drafts.map((draft) => ({ ...draft })));
    if ((await attempts.count()) !== rows.attempts.length) throw new Error('the rows were not all written');
    return writeLedger(database, { attempts: rows.attempts.length, generation: generation + 1 });
  });
}
