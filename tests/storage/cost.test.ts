import { IDBIndex as FakeIndex, IDBObjectStore as FakeStore } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import { collection } from '../../src/storage/collection.ts';
import { journal } from '../../src/storage/journal.ts';
import type { AttemptRecord } from '../../src/storage/index.ts';
import { attempt, browser, tab } from './fixture.ts';

/** Rows and keys that were asked of the disk or given to it. */
let rows = 0;
const methods = ['getAll', 'getAllKeys', 'get', 'put', 'add', 'openCursor', 'openKeyCursor'] as const;
for (const prototype of [FakeStore.prototype, FakeIndex.prototype])
  for (const method of methods.filter((one) => one in prototype)) {
    const real = Reflect.get(prototype, method) as (...args: unknown[]) => IDBRequest<unknown>;
    Reflect.set(prototype, method, function (this: unknown, ...args: unknown[]) {
      const asked = real.apply(this, args);
      asked.addEventListener('success', () => {
        rows += Array.isArray(asked.result) ? asked.result.length : 1;
      });
      return asked;
    });
  }
/** Until nothing more is asked of the disk: what was written has been told to every observer. */
async function settled(): Promise<void> {
  let last = rows;
  for (let quiet = 0; quiet < 200; quiet += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    if (rows !== last) quiet = 0;
    last = rows;
  }
}
function fail(error: unknown): never {
  throw error;
}

/** Counts every reading of any member of the attempts. */
function counted(count: number): {
  readonly attempts: readonly AttemptRecord[];
  readonly touched: () => number;
} {
  let touched = 0;
  const attempts = Array.from(
    { length: count },
    (_, index) =>
      new Proxy(attempt(`a${index}`), {
        get(row, key) {
          touched += 1;
          return Reflect.get(row, key) as unknown;
        },
      }),
  );
  return { attempts, touched: () => touched };
}

describe('what a learner does costs the same however much was done before', () => {
  test.each([10, 10_000])('in memory: a letter typed, an attempt more, after %i', (count) => {
    const { attempts, touched } = counted(count);
    const log = journal();
    log.read({ attempts, drafts: [] }, true);
    const before = touched();
    const missions = log.missions();
    log.type({ scenarioId: '09-first-allow', key: 'ana', text: '{', when: 1 });
    expect(log.missions()).toBe(missions);
    log.add(attempt('more'));
    expect(log.missions()[0]?.attempts).toBe(count + 1);
    log.written(log.take());
    expect(touched() - before).toBe(0);
  });

  test('on disk: a handful of rows, of 300', async () => {
    const one = tab(browser());
    for (let index = 0; index < 300; index += 1) one.recordAttempt(attempt(`a${index}`)).catch(fail);
    await one.flush();
    await settled();
    const before = rows;
    one.saveDraft('09-first-allow', 'ana', 'a letter');
    await one.flush();
    await one.recordAttempt(attempt('more'));
    await settled();
    expect(rows).toBeGreaterThan(before);
    // Two writes, and what each tab reads after them; how often it looks is the browser's matter.
    expect(rows - before).toBeLessThan(60);
    one.close();
  });
});

test('where missions stand does not depend on the order of rows, nor on whether they came one by one', () => {
  const rows = {
    attempts: [
      attempt('a', { medals: ['par'], hints: 2 }),
      attempt('b', { solved: true, medals: ['works'] }),
      attempt('c', { scenarioId: 'other', hints: 1 }),
    ],
    drafts: [
      { scenarioId: 'begun', key: 'k', text: 'old', when: 1 },
      { scenarioId: 'begun', key: 'k', text: 'new', when: 2 },
    ],
  };
  const stand = [
    { scenarioId: '09-first-allow', attempts: 2, solved: true, medals: ['works', 'par'], hints: 2 },
    { scenarioId: 'begun', attempts: 0, solved: false, medals: [], hints: 0 },
    { scenarioId: 'other', attempts: 1, solved: false, medals: [], hints: 1 },
  ];
  const backwards = { attempts: rows.attempts.toReversed(), drafts: rows.drafts.toReversed() };
  for (const these of [rows, backwards]) {
    const all = collection(these);
    for (const one of these.attempts) all.addAttempt(one);
    const byId = all.missions().toSorted((left, right) => (left.scenarioId < right.scenarioId ? -1 : 1));
    expect(byId).toEqual(stand);
    expect(all.draftsOf('begun').get('k')?.text).toBe('new');
    expect(all.rows().drafts.length).toBe(1);
  }
});
