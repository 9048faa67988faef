import { liveQuery, type Subscription } from 'dexie';
import { closeDatabase, openDatabase, type Factory } from './connection.ts';
import { faultOf, type Fault, type ProgressDatabase } from './database.ts';
import { watched, type Health, type StorageState, type Watched } from './health.ts';
import { journal, type Journal } from './journal.ts';
import { mirrorIn } from './mirror.ts';
import { damagedRows, newsOf } from './reads.ts';
import type { MissionRecord } from './records.ts';
import type { Rows } from './rows.ts';
import { readLedger, replaceAll, write } from './writes.ts';

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
  readonly replace: (rows: Rows) => Promise<boolean>;
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
    const stand = log.missions();
    if (stand !== missions.value.current) missions.set(stand);
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
      onolder() {
        release();
        void refused('lost');
      },
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
    set(fault === 'newer' ? 'newer' : (mirror.read() ?? 0) > 0 ? 'recovery' : 'unavailable');
    changed();
  }

  /** Reads what is there, and compares it with what both witnesses say was there. */
  async function look(opened: ProgressDatabase): Promise<void> {
    const news = newsOf(opened);
    async function catchUp(): Promise<void> {
      const { rows, whole } = await news();
      log.read(rows, whole);
    }
    await catchUp();
    // Every write, of this tab or another, ends with the ledger.
    let turn = Promise.resolve();
    live = liveQuery(() => readLedger(opened)).subscribe({
      next: () => void (turn = turn.then(catchUp).then(changed, () => undefined)),
      error: () => undefined,
    });
    set((await missingRows(opened)) > 0 ? 'recovery' : 'saved');
    changed();
    await writeOut();
  }
  async function missingRows(opened: ProgressDatabase): Promise<number> {
    const { attempts } = await readLedger(opened);
    return Math.max(0, Math.max(attempts, mirror.read() ?? 0) - (await opened.attempts.count()));
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
        mirror.write(ledger.attempts);
        set(log.waiting === 0 ? 'saved' : 'saving');
      })
      .catch(failed)
      .finally(() => (writing = undefined));
    await writing;
  }

  async function failed(error: unknown): Promise<void> {
    if (closed || is('newer', 'recovery', 'retrying')) return;
    const fault = faultOf(error);
    if (fault === 'full') set('full');
    else if (fault === 'newer') lose('newer');
    else {
      release();
      writing = undefined;
      await refused('lost');
    }
  }

  async function replace(rows: Rows): Promise<boolean> {
    await writeOut();
    if (is('newer', 'blocked', 'opening', 'retrying')) return false;
    if (database === undefined) {
      log.replace(rows, false);
    } else {
      try {
        const ledger = await replaceAll(database, rows);
        mirror.write(ledger.attempts);
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
    async count() {
      if (database === undefined) return { damaged: 0, missing: 0 };
      return { damaged: await damagedRows(database), missing: await missingRows(database) };
    },
    close() {
      closed = true;
      release();
    },
  };
}
