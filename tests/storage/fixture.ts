import Dexie from 'dexie';
import { IDBFactory as FakeFactory, IDBKeyRange as FakeKeyRange } from 'fake-indexeddb';
import {
  openProgress,
  type AttemptRecord,
  type Progress,
  type StorageState,
} from '../../src/storage/index.ts';

// Without a factory of its own Dexie observes nothing, and one tab would never hear of another.
Dexie.dependencies.indexedDB = new FakeFactory();

type WithAnswers = Extract<AttemptRecord, { answers: unknown }>;
type OfVersion1 = Exclude<AttemptRecord, WithAnswers>;

const common = {
  scenarioId: '09-first-allow',
  scenarioVersion: 1,
  when: 1_000,
  solved: false,
  medals: [],
  hints: 0,
};

/** A Check as it is kept today. */
export function attempt(uuid: string, more: Partial<WithAnswers> = {}): WithAnswers {
  return { uuid, ...common, answers: [{ ana: '{}' }], ...more };
}

/** A Check as version 1 kept it. */
export function attemptOfVersion1(uuid: string, more: Partial<OfVersion1> = {}): OfVersion1 {
  return { uuid, ...common, tried: 12, predictions: {}, texts: { ana: '{}' }, ...more };
}

/** What a browser gives a page: a database factory and a localStorage, shared by its tabs. */
export function browser() {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  } as unknown as Storage;
  return { indexedDB: new FakeFactory(), IDBKeyRange: FakeKeyRange, storage: () => storage, kept };
}
export type Browser = ReturnType<typeof browser>;

let clock = 10_000;

/** Opens a tab. Backoff costs no time; the three seconds of patience never end. */
export function tab(own: Browser, more: { indexedDB?: IDBFactory; patience?: Promise<void> } = {}): Progress {
  return openProgress({
    now: () => (clock += 1),
    indexedDB: more.indexedDB ?? own.indexedDB,
    IDBKeyRange: own.IDBKeyRange,
    storage: own.storage,
    wait: (milliseconds) =>
      milliseconds === 3_000 ? (more.patience ?? new Promise(() => undefined)) : Promise.resolve(),
  });
}

/** Waits until the storage is in a state; the test's own time limit ends it otherwise. */
export function reaches(progress: Progress, ...states: readonly StorageState[]): Promise<void> {
  return new Promise((resolve) => {
    const subscription = progress.health.subscribe({
      next: ({ state }) => {
        if (!states.includes(state)) return;
        resolve();
        queueMicrotask(() => subscription.unsubscribe());
      },
      error: () => undefined,
    });
  });
}

/** What a backup says it holds, without the moment it was made. */
export async function held(
  progress: Progress,
): Promise<{ attempts: AttemptRecord[]; drafts: { text: string }[] }> {
  const { attempts, drafts } = JSON.parse(await progress.backup()) as {
    attempts: AttemptRecord[];
    drafts: { text: string }[];
  };
  return { attempts, drafts };
}
