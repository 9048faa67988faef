import Dexie, { type Table } from 'dexie';
import type { AttemptRecord, DraftRecord } from './records.ts';

/** The version of the stored rows; raised with every change of their shape. */
export const schemaVersion = 2;

/** Rows that say what the other tables should hold. Version 1 wrote `head` into the ledger, which nothing reads. */
export type MetaRow =
  | { readonly key: 'schema'; readonly version: number; readonly minReader: number }
  | { readonly key: 'ledger'; readonly attempts: number; readonly generation?: number };

/** Progress on this device. Attempts are only ever added to. */
export class ProgressDatabase extends Dexie {
  declare readonly attempts: Table<AttemptRecord & { readonly seq?: number }, number>;
  declare readonly drafts: Table<DraftRecord, [string, string]>;
  declare readonly meta: Table<MetaRow, string>;

  constructor(name: string, factory: { indexedDB?: IDBFactory; IDBKeyRange?: typeof IDBKeyRange }) {
    super(name, { ...factory, chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      attempts: '++seq, &uuid, scenarioId',
      missions: 'scenarioId',
      drafts: '[scenarioId+key], scenarioId',
      meta: 'key',
      backups: '++id',
    });
    // What was written and never read goes; the index tells which drafts are new without reading a text. No row is touched.
    this.version(schemaVersion).stores({
      attempts: '++seq, &uuid',
      missions: null,
      drafts: '[scenarioId+key], [scenarioId+key+when]',
      backups: null,
    });
  }
}

/** Thrown inside a write transaction when a newer version of the app has taken the database over. */
class NewerDatabase extends Error {}

/** Whether this code may write: the row is the app's own guard, since Dexie opens a newer database without a word. */
export async function guardVersion(database: ProgressDatabase): Promise<void> {
  const schema = await database.meta.get('schema');
  if (schema?.key === 'schema' && schema.version > schemaVersion) throw new NewerDatabase();
}

export type Fault = 'full' | 'newer' | 'lost' | 'unavailable';

/** What a storage error means. Dexie hides the cause in `inner`, some browsers several deep. */
export function faultOf(error: unknown): Fault {
  const names: string[] = [];
  for (let at: unknown = error, depth = 0; at instanceof Object && depth < 8; depth += 1) {
    if (at instanceof NewerDatabase) return 'newer';
    names.push(String((at as { name?: unknown }).name), String((at as { message?: unknown }).message));
    at = (at as { inner?: unknown }).inner;
  }
  const all = names.join(' ');
  if (/Quota|disk is full|no space/i.test(all)) return 'full';
  if (all.includes('VersionError')) return 'newer';
  if (/MissingAPI|SecurityError|denied|NotAllowed/i.test(all)) return 'unavailable';
  return 'lost';
}
