import { writeBackup } from './backup-format.ts';
import type { Backup, BackupProblem } from './read-backup.ts';
import type { Factory } from './connection.ts';
import type { Health, Observable, Watched } from './health.ts';
import { missionsOf, type AttemptRecord, type MissionRecord } from './records.ts';
import { databaseName } from './kept.ts';
import { merge, placeOf, type Rows } from './rows.ts';
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
  const store = openStore({
    ...options,
    name: options.name ?? databaseName,
    storage: options.storage ?? (() => globalThis.localStorage),
    wait: options.wait ?? ((milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))),
  });
  const { journal, answered } = store;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let before: Rows | undefined;

  async function flush(): Promise<void> {
    clearTimeout(timer);
    await answered;
    await store.writeOut();
  }
  /** Puts rows in the place of all, and remembers what was there. */
  async function replace(rows: Rows): Promise<boolean> {
    await flush();
    const had = journal.known();
    const text = writeBackup(had.attempts, had.drafts, now());
    const done = await store.replace(rows, { when: now(), text });
    if (done) before = had;
    return done;
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
      const own = journal.known().drafts.filter((draft) => draft.scenarioId === scenarioId);
      return Object.fromEntries(own.map(({ key, text }) => [key, text]));
    },
    saveDraft(scenarioId, key, text) {
      journal.type({ scenarioId, key, text, when: now() });
      store.changed();
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), 250);
    },
    async recordAttempt(attempt) {
      journal.add(attempt);
      store.changed();
      await flush();
    },
    flush,
    async backup() {
      await answered;
      const { attempts, drafts } = journal.known();
      return writeBackup(attempts, drafts, now());
    },
    async preview(text) {
      const { isBackup, readBackup } = await import('./read-backup.ts');
      const backup = readBackup(text);
      if (!isBackup(backup)) return backup;
      await answered;
      const here = journal.known();
      const merged = merge(here, backup);
      const texts = new Map(here.drafts.map((draft) => [placeOf(draft), draft.text]));
      return {
        backup,
        newAttempts: merged.attempts.length - here.attempts.length,
        newDrafts: merged.drafts.filter((draft) => texts.get(placeOf(draft)) !== draft.text).length,
        missions: missionsOf(backup.attempts, backup.drafts).size,
      };
    },
    async restore({ backup }) {
      await flush();
      return replace(merge(journal.known(), backup));
    },
    async undo() {
      return before === undefined ? false : replace(before);
    },
    erase: () => replace({ attempts: [], drafts: [] }),
    async check() {
      await answered;
      const { attempts, drafts } = journal.known();
      const missions = missionsOf(attempts, drafts).size;
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
