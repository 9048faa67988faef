import Dexie from 'dexie';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { attempt, attemptOfVersion1, browser, held, reaches, tab, type Browser } from './fixture.ts';

afterEach(() => void vi.restoreAllMocks());

const draft = { scenarioId: '12-deny-wins', key: 'guard', text: '{ "half": ', when: 900 };

/** The database as version 1 made it, opened as it did. */
async function version1(own: Browser): Promise<Dexie> {
  const database = new Dexie('deny-by-default', { indexedDB: own.indexedDB, IDBKeyRange: own.IDBKeyRange });
  database.version(1).stores({
    attempts: '++seq, &uuid, scenarioId',
    missions: 'scenarioId',
    drafts: '[scenarioId+key], scenarioId',
    meta: 'key',
    backups: '++id',
  });
  await database.open();
  return database;
}
/** A browser that was used with version 1: two attempts, a draft, a copy nobody reads. */
async function used(): Promise<Browser> {
  const own = browser();
  const database = await version1(own);
  await database.table('attempts').bulkAdd([
    attemptOfVersion1('a', {
      solved: true,
      medals: ['works'],
      texts: { ana: '{ "Version": "2012-10-17" }' },
    }),
    attemptOfVersion1('b', {
      scenarioId: '01-the-locked-door',
      predictions: { first: 'allowed' },
      hints: 2,
    }),
  ]);
  await database.table('missions').add({ scenarioId: '09-first-allow', attempts: 1, solved: true });
  await database.table('drafts').add(draft);
  await database.table('backups').add({ when: 1, text: 'a copy of everything' });
  await database.table('meta').bulkAdd([
    { key: 'schema', version: 1, minReader: 1 },
    { key: 'ledger', attempts: 2, head: 'k3x' },
  ]);
  database.close();
  own.kept.set('deny-by-default.ledger', JSON.stringify({ attempts: 2, head: 'k3x' }));
  return own;
}
/** All rows of all tables. */
async function tables(own: Browser): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const database = await new Dexie('deny-by-default', {
    indexedDB: own.indexedDB,
    IDBKeyRange: own.IDBKeyRange,
  }).open();
  const rows = await Promise.all(
    database.tables.map(async (table) => [table.name, await table.toArray()] as const),
  );
  database.close();
  return Object.fromEntries(rows);
}

describe('what version 1 kept', () => {
  test('is all found, row by row as it was, and nothing of it is rewritten', async () => {
    const own = await used();
    const before = await tables(own);
    const one = tab(own);
    expect(await one.missions()).toEqual([
      { scenarioId: '09-first-allow', attempts: 1, solved: true, medals: ['works'], hints: 0 },
      { scenarioId: '01-the-locked-door', attempts: 1, solved: false, medals: [], hints: 2 },
      { scenarioId: '12-deny-wins', attempts: 0, solved: false, medals: [], hints: 0 },
    ]);
    expect(await one.drafts('12-deny-wins')).toEqual({ guard: draft.text });
    expect(await one.check()).toEqual({ attempts: 2, drafts: 1, missions: 3, damaged: 0, missing: 0 });
    await one.recordAttempt(attempt('c', { scenarioId: '01-the-locked-door', solved: true }));
    expect(one.health.current).toEqual({ state: 'saved', unsaved: 0 });
    expect((await held(one)).attempts.map(({ uuid }) => uuid)).toEqual(['a', 'b', 'c']);
    one.close();
    const after = await tables(own);
    expect(after['attempts']?.slice(0, 2)).toEqual(before['attempts']);
    expect(after['drafts']).toEqual(before['drafts']);
    expect(after['meta']).toEqual([
      { key: 'ledger', attempts: 3, generation: 0 },
      { key: 'schema', version: 2, minReader: 2 },
    ]);
    expect(Object.keys(after).sort()).toEqual(['attempts', 'drafts', 'meta']);
  });

  test('and lost is missed, by what the mirror of version 1 says', async () => {
    const own = browser();
    own.kept.set('deny-by-default.ledger', JSON.stringify({ attempts: 2, head: 'k3x' }));
    const one = tab(own);
    await reaches(one, 'recovery');
    expect((await one.check()).missing).toBe(2);
    await one.acceptLoss();
    await one.recordAttempt(attempt('a'));
    expect(one.health.current).toEqual({ state: 'saved', unsaved: 0 });
    expect(own.kept.get('deny-by-default.ledger')).toBe('{"attempts":1}');
    one.close();
  });

  test('is let go by an open tab of version 1, and cannot be opened by it again', async () => {
    const own = await used();
    const older = await version1(own);
    let told = 0;
    older.on('versionchange', () => {
      told += 1;
      older.close({ disableAutoOpen: true });
      return false;
    });
    const one = tab(own);
    await reaches(one, 'saved');
    expect(told).toBe(1);
    vi.spyOn(console, 'warn').mockReturnValue();
    const again = await version1(own);
    // What the guard of version 1 looks at: Dexie multiplies its versions by ten.
    expect(again.backendDB().version).toBeGreaterThan(10);
    again.close();
    one.close();
  });

  test('and opened by version 1 once more is still ours: Dexie then adds the old tables under our feet', async () => {
    vi.spyOn(console, 'warn').mockReturnValue();
    const own = await used();
    const one = tab(own);
    await reaches(one, 'saved');
    const older = await version1(own);
    await reaches(one, 'retrying');
    await one.recordAttempt(attempt('c'));
    older.close();
    await reaches(one, 'saved');
    await one.flush();
    one.close();
    expect((await tables(own))['attempts']?.length).toBe(3);
    const cold = tab(own);
    expect(await cold.check()).toEqual({ attempts: 3, drafts: 1, missions: 3, damaged: 0, missing: 0 });
    expect(cold.health.current.state).toBe('saved');
    cold.close();
  });

  test('and is damaged is counted and left alone', async () => {
    const own = await used();
    const database = await version1(own);
    await database.table('attempts').add({ ...attemptOfVersion1('c'), texts: { ana: 7 } });
    await database.table('attempts').add({ ...attemptOfVersion1('d'), answers: [] });
    database.close();
    const one = tab(own);
    expect(await one.check()).toMatchObject({ attempts: 2, damaged: 2, missing: 0 });
    one.close();
    expect((await tables(own))['attempts']?.length).toBe(4);
  });
});
