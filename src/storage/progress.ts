import { writeBackup } from './backup-format.ts';
import type { Backup, BackupProblem } from './read-backup.ts';
import type { Factory } from './connection.ts';
import type { Health, Observable, Watched } from './health.ts';
import { collection } from './collection.ts';
import { databaseName, forgetActivity } from './places.ts';
import { storable, type AttemptRecord, type MissionRecord } from './records.ts';
import { noRows, type Rows } from './rows.ts';
import { openStore } from './store.ts';

export interface ProgressOptions extends Factory {
  readonly now: () => number;
  readonly name?: string;
  /** localStorage, where there is one; a function, since reading it may throw. */
  readonly storage?: () => Storage | undefined;
  /** Waits; a test gives one that does not. */
  readonly wait?: (milliseconds: number) => Promise<void>;
}

/** A backup that could be read, beside what it would add here. */
export interface BackupPreview {
  readonly backup: Backup;
  readonly newAttempts: number;
  readonly newDrafts: number;
  readonly missions: number;
}

export interface CheckReport {
  readonly attempts: number;
  readonly drafts: number;
  readonly missions: number;
  /** Rows that are not of the shape they should have; they are left alone and not shown. */
  readonly damaged: number;
  /** Attempts that were stored once and are gone. */
  readonly missing: number;
}

/** What a learner keeps. Every user action is safe in memory at once, and on disk when `health` says `saved`. */
export interface Progress {
  readonly health: Watched<Health>;
  readonly missions: () => Promise<readonly MissionRecord[]>;
  readonly observeMissions: () => Observable<readonly MissionRecord[]>;
  readonly drafts: (scenarioId: string) => Promise<Readonly<Record<string, string>>>;
  /** Written a quarter of a second after the last change. */
  readonly saveDraft: (scenarioId: string, key: string, text: string) => void;
  /** Rejects, and keeps nothing, where the answers are no JSON or are too large to be read again. */
  readonly recordAttempt: (attempt: AttemptRecord) => Promise<void>;
  readonly flush: () => Promise<void>;
  /** Everything as a JSON text, in every state of the storage. */
  readonly backup: () => Promise<string>;
  readonly preview: (text: string) => Promise<BackupPreview | BackupProblem>;
  /** Adds what a backup holds: all of it or, where this answers false, nothing. */
  readonly restore: (preview: BackupPreview) => Promise<boolean>;
  /** Brings back what was here before the last restore or erase. */
  readonly undo: () => Promise<boolean>;
  readonly erase: () => Promise<boolean>;
  readonly check: () => Promise<CheckReport>;
  readonly acceptLoss: () => Promise<void>;
  /** Asks the browser not to clear the data by itself; a browser that says no is no error. */
  readonly persist: () => Promise<boolean>;
  readonly close: () => void;
}

/** Opens the storage. Returns at once; reads wait for the database, at most three seconds. */
export function openProgress(options: ProgressOptions): Progress {
  const { now } = options;
  const storage = options.storage ?? (() => globalThis.localStorage);
  const store = openStore({
    ...options,
    name: options.name ?? databaseName,
    storage,
    wait: options.wait ?? ((milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))),
  });
  const { journal, answered } = store;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** What was here before the last restore or erase, and what brings back the rest of it. */
  let before: { readonly rows: Rows; readonly remember: () => void } | undefined;

  async function flush(): Promise<void> {
    clearTimeout(timer);
    await answered;
    await store.writeOut();
  }
  /** Puts rows in the place of all, and remembers what was there; `beside` is done with it, and returns its way back. */
  async function replace(rows: Rows, beside: () => () => void): Promise<boolean> {
    await flush();
    const had = journal.known();
    const done = await store.replace(rows);
    if (done) before = { rows: had, remember: beside() };
    return done;
  }
  /** What is known here together with a backup; the order of merging makes no difference. */
  function together({ attempts, drafts }: Rows): Rows {
    const all = collection(journal.known());
    for (const attempt of attempts) all.addAttempt(attempt);
    for (const draft of drafts) all.addDraft(draft);
    return all.rows();
  }
  return {
    health: store.health,
    async missions() {
      await answered;
      return store.missions.current;
    },
    observeMissions: () => ({
      subscribe(observer) {
        let subscription: { unsubscribe(): void } | undefined;
        let wanted = true;
        void answered.then(() => {
          if (wanted) subscription = store.missions.subscribe(observer);
        });
        return {
          unsubscribe() {
            wanted = false;
            subscription?.unsubscribe();
          },
        };
      },
    }),
    async drafts(scenarioId) {
      await answered;
      return Object.fromEntries([...journal.draftsOf(scenarioId)].map(([key, { text }]) => [key, text]));
    },
    saveDraft(scenarioId, key, text) {
      journal.type({ scenarioId, key, text, when: now() });
      store.changed();
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), 250);
    },
    async recordAttempt(attempt) {
      journal.add(storable(attempt));
      store.changed();
      await flush();
    },
    flush,
    async backup() {
      await answered;
      return writeBackup(journal.known(), now());
    },
    async preview(text) {
      const { isBackup, readBackup } = await import('./read-backup.ts');
      const backup = readBackup(text);
      if (!isBackup(backup)) return backup;
      await answered;
      const [here, all] = [journal.known(), together(backup)];
      return {
        backup,
        newAttempts: all.attempts.length - here.attempts.length,
        newDrafts: all.drafts.filter(
          ({ scenarioId, key, text }) => journal.draftsOf(scenarioId).get(key)?.text !== text,
        ).length,
        missions: collection(backup).missions().length,
      };
    },
    async restore({ backup }) {
      await flush();
      return replace(together(backup), () => () => undefined);
    },
    async undo() {
      if (before === undefined) return false;
      const { rows, remember } = before;
      return replace(rows, () => {
        remember();
        return () => undefined;
      });
    },
    erase: () => replace(noRows, () => forgetActivity(storage)),
    async check() {
      await answered;
      const { attempts, drafts } = journal.known();
      const missions = journal.missions().length;
      return { attempts: attempts.length, drafts: drafts.length, missions, ...(await store.count()) };
    },
    acceptLoss: store.acceptLoss,
    async persist() {
      try {
        return await navigator.storage.persist();
      } catch {
        return false;
      }
    },
    close() {
      clearTimeout(timer);
      store.close();
    },
  };
}
