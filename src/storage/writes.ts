import { guardVersion, schemaVersion, type ProgressDatabase } from './database.ts';
import { afterAttempt, afterDraft, chain, missionsOf } from './records.ts';
import type { AttemptRecord, DraftRecord } from './records.ts';

/** One thing a learner did. Each is written in one transaction, and twice is the same as once. */
export type Action =
  | { readonly kind: 'attempt'; readonly attempt: AttemptRecord }
  | { readonly kind: 'draft'; readonly draft: DraftRecord };

export interface Ledger {
  readonly attempts: number;
  readonly head: string;
}

export const emptyLedger: Ledger = { attempts: 0, head: '' };

/** What the database says it holds; undefined where it was never written to. */
export async function readLedger(database: ProgressDatabase): Promise<Ledger | undefined> {
  const row = await database.meta.get('ledger');
  return row?.key === 'ledger' ? { attempts: row.attempts, head: row.head } : undefined;
}

/** Writes actions in one strict transaction: all of them, or none. Returns the ledger after them. */
export function write(database: ProgressDatabase, actions: readonly Action[]): Promise<Ledger> {
  const { attempts, missions, drafts, meta } = database;
  return database.transaction('rw', [attempts, missions, drafts, meta], async () => {
    await guardVersion(database);
    let ledger = (await readLedger(database)) ?? emptyLedger;
    for (const action of actions) {
      if (action.kind === 'attempt') {
        const { attempt } = action;
        if ((await attempts.where('uuid').equals(attempt.uuid).count()) > 0) continue;
        await attempts.add({ ...attempt });
        await missions.put(afterAttempt(await missions.get(attempt.scenarioId), attempt));
        ledger = { attempts: ledger.attempts + 1, head: chain(ledger.head, attempt) };
      } else {
        const { draft } = action;
        const known = await drafts.get([draft.scenarioId, draft.key]);
        if (known !== undefined && known.when > draft.when) continue;
        await drafts.put({ ...draft });
        await missions.put(afterDraft(await missions.get(draft.scenarioId), draft));
      }
    }
    await meta.bulkPut([
      { key: 'schema', version: schemaVersion, minReader: schemaVersion },
      { key: 'ledger', ...ledger },
    ]);
    return ledger;
  });
}

/** Puts the given rows in the place of everything, in one transaction; `backup` is kept beside them. */
export function replaceAll(
  database: ProgressDatabase,
  attempts: readonly AttemptRecord[],
  drafts: readonly DraftRecord[],
  backup?: { readonly when: number; readonly text: string },
): Promise<Ledger> {
  const { attempts: table, missions, drafts: draftTable, meta, backups } = database;
  return database.transaction('rw', [table, missions, draftTable, meta, backups], async () => {
    await guardVersion(database);
    await Promise.all([table.clear(), missions.clear(), draftTable.clear()]);
    await table.bulkAdd(attempts.map((attempt) => ({ ...attempt })));
    await draftTable.bulkPut(drafts.map((draft) => ({ ...draft })));
    await missions.bulkPut([...missionsOf(attempts, drafts).values()]);
    const head = attempts.reduce(chain, '');
    await meta.bulkPut([
      { key: 'schema', version: schemaVersion, minReader: schemaVersion },
      { key: 'ledger', attempts: attempts.length, head },
    ]);
    if (backup !== undefined) {
      await backups.add({ ...backup });
      const old = await backups.orderBy('id').primaryKeys();
      await backups.bulkDelete(old.slice(0, -3));
    }
    if ((await table.count()) !== attempts.length) throw new Error('the rows were not all written');
    return { attempts: attempts.length, head };
  });
}
