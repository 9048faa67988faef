import Dexie from 'dexie';
import { expect, test, vi } from 'vitest';
import { localPlaces } from '../../src/storage/places.ts';
import { openProgress, type Progress } from '../../src/storage/index.ts';
import { attempt, attemptOfVersion1, browser, held, reaches, tab, type Browser } from './fixture.ts';

/** Everything that stands in the browser, as one text. */
async function everything(own: Browser): Promise<string> {
  const database = await new Dexie('deny-by-default', {
    indexedDB: own.indexedDB,
    IDBKeyRange: own.IDBKeyRange,
  }).open();
  const rows = await Promise.all(database.tables.map(async (table) => [table.name, await table.toArray()]));
  database.close();
  return JSON.stringify([rows, [...own.kept]]);
}
/** A browser where something was done in every way there is; each thing says `activity` somewhere. */
async function used(): Promise<{ readonly own: Browser; readonly one: Progress }> {
  const own = browser();
  for (const [key, kind] of Object.entries(localPlaces))
    if (kind !== 'witness') own.kept.set(key, `${kind} ${key}`);
  const one = tab(own);
  await one.recordAttempt(attempt('activity-1', { answers: ['activity'], medals: ['activity'] }));
  await one.recordAttempt(attemptOfVersion1('activity-2', { scenarioId: 'activity' }));
  one.saveDraft('activity', 'activity', 'activity');
  await one.flush();
  return { own, one };
}

test('after everything was erased, nothing of what a learner did is found anywhere', async () => {
  const { own, one } = await used();
  expect((await everything(own)).match(/activity/g)?.length).toBe(10);
  expect(await one.erase()).toBe(true);
  expect(await everything(own)).not.toContain('activity');
  // How the page looks is no activity of a learner’s.
  expect([...own.kept.keys()].sort()).toEqual([
    'deny-by-default.editor',
    'deny-by-default.language',
    'deny-by-default.ledger',
    'deny-by-default.theme',
  ]);
  expect(await one.missions()).toEqual([]);
  one.close();
  expect(await everything(own)).not.toContain('activity');
});

test('it can be undone, with all that stood beside the database', async () => {
  const { own, one } = await used();
  const [rows, kept] = [await held(one), [...own.kept].sort()];
  await one.erase();
  expect(await one.undo()).toBe(true);
  expect(await held(one)).toEqual(rows);
  expect([...own.kept].sort()).toEqual(kept);
  one.close();
});

test('another tab that is open forgets it too, and goes on', async () => {
  const { own, one } = await used();
  const two = tab(own);
  expect((await held(two)).attempts.length).toBe(2);
  const forgotten = new Promise<void>((resolve) => {
    two.observeMissions().subscribe({
      next: (missions) => missions.length === 0 && resolve(),
      error: () => undefined,
    });
  });
  await one.erase();
  await forgotten;
  await two.recordAttempt(attempt('c'));
  expect((await held(two)).attempts.map(({ uuid }) => uuid)).toEqual(['c']);
  for (const each of [one, two]) each.close();
});

test('where the database refuses, nothing is erased, also not beside it', async () => {
  vi.spyOn(console, 'warn').mockReturnValue();
  const { own, one } = await used();
  one.close();
  const kept = [...own.kept];
  const newer = new Dexie('deny-by-default', { indexedDB: own.indexedDB, IDBKeyRange: own.IDBKeyRange });
  newer.version(99).stores({ attempts: '++seq, &uuid', drafts: '[scenarioId+key]', meta: 'key' });
  await newer.open();
  newer.close();
  const two = tab(own);
  await reaches(two, 'newer');
  expect(await two.erase()).toBe(false);
  expect([...own.kept]).toEqual(kept);
  two.close();
});

test('where localStorage throws, the database is erased all the same', async () => {
  const { indexedDB, IDBKeyRange } = browser();
  const one = openProgress({
    now: () => 1,
    indexedDB,
    IDBKeyRange,
    storage: () => {
      throw new DOMException('denied', 'SecurityError');
    },
  });
  await one.recordAttempt(attempt('a'));
  expect(await one.erase()).toBe(true);
  expect(await held(one)).toEqual({ attempts: [], drafts: [] });
  expect(await one.undo()).toBe(true);
  expect((await held(one)).attempts.length).toBe(1);
  one.close();
});
