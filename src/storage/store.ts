import { liveQuery, type Subscription } from 'dexie';
import { closeDatabase, openDatabase, type Factory } from './connection.ts';
import { faultOf, type Fault, type ProgressDatabase, type StoredBackup } from './database.ts';
import { watched, type Health, type StorageState, type Watched } from './health.ts';
import { journal, type Journal } from './journal.ts';
import { mirrorIn } from './mirror.ts';
import { missionsOf, type MissionRecord } from './records.ts';
import type { Rows } from './rows.ts';
import { emptyLedger, readLedger, replaceAll, write } from './writes.ts';

export interface StoreOptions extends Factory {
  readonly name: string;
  readonly storage: () => Storage | undefined;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** The journal and the database below it: opening, losing and finding it again. */
export interface Store {
  readonly health: Watched<Health>;
  readonly missions: Watched<readonly MissionRecord[]>;
  readonly journal: Journal;
  /** The database has answered, or three seconds have passed. */
  readonly answered: Promise<unknown>;
  /** Tells the observers that the journal has changed. */
  readonly changed: () => void;
  /** Writes what waits. Never rejects: a failure leaves it waiting, and `health` says why. */
  readonly writeOut: () => Promise<void>;
  /** Other rows in the place of all, in one transaction; false: nothing was changed. */
  readonly replace: (rows: Rows, backup?: StoredBackup) => Promise<boolean>;
  /** After a loss: goes on with what is left, and with what this tab still knows. */
  readonly acceptLoss: () => Promise<void>;
  readonly count: () => Promise<{ readonly damaged: number; readonly missing: number }>;
  readonly close: () => void;
}

export function openStore(options: StoreOptions): Store {
  const { name, wait } = options;
  const mirror = mirrorIn(options.storage, name);
  const health = watched<Health>({ state: 'opening', unsaved: 0 });
  const missions = watched<readonly MissionRecord[]>([]);
  const log = journal();
  let database: ProgressDatabase | undefined;
  let live: Subscription | undefined;
  let writing: Promise<void> | undefined;
  let reopened = 0;
  let closed = false;

  function set(state: StorageState): void {
    health.set({ state, unsaved: log.waiting });
  }
  function is(...states: readonly StorageState[]): boolean {
    return states.includes(health.value.current.state);
  }
  function changed(): void {
    const { attempts, drafts } = log.known();
    missions.set([...missionsOf(attempts, drafts).values()]);
    set(is('saved') && log.waiting > 0 ? 'saving' : health.value.current.state);
  }
  /** Asked anew after each wait. */
  function isClosed(): boolean {
    return closed;
  }
  function release(): void {
    live?.unsubscribe();
    if (database !== undefined) closeDatabase(database);
    database = undefined;
  }
  /** The database went away while it was in use. What this tab knows stays in memory. */
  function lose(state: 'newer' | 'recovery'): void {
    release();
    if (!closed) set(state);
  }

  async function open(): Promise<void> {
    void wait(3_000).then(() => {
      if (database === undefined && is('opening')) set('blocked');
    });
    const factory: Factory = {
      ...(options.indexedDB !== undefined && { indexedDB: options.indexedDB }),
      ...(options.IDBKeyRange !== undefined && { IDBKeyRange: options.IDBKeyRange }),
    };
    const opened = await openDatabase(name, factory, {
      onnewer: () => lose('newer'),
      onclosed: () => lose('recovery'),
    });
    if ('fault' in opened) return refused(opened.fault);
    database = opened.database;
    if (isClosed()) {
      release();
      return;
    }
    try {
      await look(database);
      reopened = 0;
    } catch (error) {
      release();
      await refused(faultOf(error));
    }
  }

  /** A connection that was lost is opened anew, three times, each after a longer wait. */
  async function refused(fault: Fault): Promise<void> {
    if (closed) return;
    const pause = fault === 'lost' ? [500, 2_000, 8_000][reopened] : undefined;
    if (pause !== undefined) {
      reopened += 1;
      set('retrying');
      await wait(pause);
      if (!isClosed()) await open();
      return;
    }
    set(fault === 'newer' ? 'newer' : (mirror.read()?.attempts ?? 0) > 0 ? 'recovery' : 'unavailable');
    changed();
  }

  /** Reads what is there, and compares it with what both witnesses say was there. */
  async function look(opened: ProgressDatabase): Promise<void> {
    await readRows(opened);
    live = liveQuery(() => readRows(opened)).subscribe({ next: changed, error: () => undefined });
    const { missing } = await countRows(opened);
    set(missing > 0 ? 'recovery' : 'saved');
    changed();
    await writeOut();
  }
  async function readRows(opened: ProgressDatabase): Promise<void> {
    const { attempts, drafts } = await validated(opened);
    log.read({ attempts: attempts.valid, drafts: drafts.valid });
  }
  async function countRows(opened: ProgressDatabase): Promise<{ damaged: number; missing: number }> {
    const { attempts, drafts } = await validated(opened);
    const { attempts: wanted } = (await readLedger(opened)) ?? emptyLedger;
    return {
      damaged: attempts.damaged + drafts.damaged,
      missing: Math.max(
        0,
        Math.max(wanted, mirror.read()?.attempts ?? 0) - attempts.valid.length - attempts.damaged,
      ),
    };
  }

  async function writeOut(): Promise<void> {
    while (writing !== undefined) await writing;
    const actions = log.take();
    if (database === undefined || !is('saved', 'saving', 'full')) {
      set(health.value.current.state);
      return;
    }
    if (actions.length === 0) {
      set('saved');
      return;
    }
    if (is('saved')) set('saving');
    writing = write(database, actions)
      .then((ledger) => {
        log.written(actions);
        mirror.write(ledger);
        set(log.waiting === 0 ? 'saved' : 'saving');
      })
      .catch(failed)
      .finally(() => (writing = undefined));
    await writing;
  }

  async function failed(error: unknown): Promise<void> {
    if (closed || is('newer', 'recovery')) return;
    const fault = faultOf(error);
    if (fault === 'full') set('full');
    else if (fault === 'newer') lose('newer');
    else {
      release();
      writing = undefined;
      await refused('lost');
    }
  }

  async function replace(rows: Rows, backup?: StoredBackup): Promise<boolean> {
    await writeOut();
    if (is('newer', 'blocked', 'opening', 'retrying')) return false;
    if (database === undefined) {
      log.replace(rows, false);
    } else {
      try {
        mirror.write(await replaceAll(database, rows.attempts, rows.drafts, backup));
        log.replace(rows, true);
        set('saved');
      } catch (error) {
        await failed(error);
        return false;
      }
    }
    changed();
    return true;
  }

  async function acceptLoss(): Promise<void> {
    const rows = log.known();
    mirror.forget();
    if (database === undefined) {
      log.replace(rows, false);
      reopened = 0;
      set('opening');
      await open();
    } else await replace(rows);
  }

  const ready = open();
  return {
    health: health.value,
    missions: missions.value,
    journal: log,
    answered: Promise.race([ready, wait(3_000)]),
    changed,
    writeOut,
    replace,
    acceptLoss,
    count: async () => (database === undefined ? { damaged: 0, missing: 0 } : countRows(database)),
    close() {
      closed = true;
      release();
    },
  };
}

/** The rows of the disk, each looked at before it is believed. A newcomer has none, and needs no schema. */
async function validated(database: ProgressDatabase) {
  const [attempts, drafts] = await Promise.all([database.attempts.toArray(), database.drafts.toArray()]);
  if (attempts.length + drafts.length === 0)
    return { attempts: { valid: [], damaged: 0 }, drafts: { valid: [], damaged: 0 } };
  const { attemptSchema, draftSchema, validRows } = await import('./schemas.ts');
  return {
    attempts: validRows(attemptSchema, attempts.map(withoutSeq)),
    drafts: validRows(draftSchema, drafts),
  };
}

/** The row as it was recorded, without the number the table gave it. */
function withoutSeq(row: unknown): unknown {
  if (typeof row !== 'object' || row === null) return row;
  return Object.fromEntries(Object.entries(row).filter(([key]) => key !== 'seq'));
}
