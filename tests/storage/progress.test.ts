import Dexie from 'dexie';
import { IDBObjectStore as FakeStore } from 'fake-indexeddb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { schemaVersion } from '../../src/storage/database.ts';
import { attempt, browser, held, reaches, tab, type Browser } from './fixture.ts';

afterEach(() => void vi.restoreAllMocks());

/** The database as something else than the app sees it: of today, or of a version still to come. */
function raw({ indexedDB, IDBKeyRange }: Browser, version = schemaVersion): Dexie {
  const database = new Dexie('deny-by-default', { indexedDB, IDBKeyRange });
  database.version(version).stores({
    attempts: '++seq, &uuid',
    drafts: '[scenarioId+key], [scenarioId+key+when]',
    meta: 'key',
  });
  return database;
}

describe('what a learner does is kept', () => {
  test('an attempt and a draft are there after the tab was closed', async () => {
    const own = browser();
    const first = tab(own);
    first.saveDraft('09-first-allow', 'ana', 'old');
    first.saveDraft('09-first-allow', 'ana', 'text');
    await first.recordAttempt(attempt('a', { solved: true, medals: ['works'] }));
    await first.recordAttempt(attempt('b', { medals: [], hints: 2 }));
    expect(first.health.current).toEqual({ state: 'saved', unsaved: 0 });
    first.close();
    const second = tab(own);
    expect(await second.missions()).toMatchObject([
      { scenarioId: '09-first-allow', attempts: 2, solved: true, medals: ['works'], hints: 2 },
    ]);
    expect(await second.drafts('09-first-allow')).toEqual({ ana: 'text' });
    expect(await second.check()).toEqual({ attempts: 2, drafts: 1, missions: 1, damaged: 0, missing: 0 });
    second.close();
  });

  test('two tabs that write at the same time lose nothing', async () => {
    const own = browser();
    const tabs = [tab(own), tab(own)];
    await Promise.all(
      tabs.flatMap((one, index) =>
        Array.from({ length: 50 }, (_, count) => one.recordAttempt(attempt(`${index}-${count}`))),
      ),
    );
    const third = tab(own);
    expect((await third.missions())[0]?.attempts).toBe(100);
    expect(third.health.current.state).toBe('saved');
    for (const one of [...tabs, third]) one.close();
  });

  test('the same attempt sent twice counts once', async () => {
    const own = browser();
    const [one, two] = [tab(own), tab(own)];
    await one.recordAttempt(attempt('a'));
    await two.recordAttempt(attempt('a'));
    const third = tab(own);
    expect((await third.missions())[0]?.attempts).toBe(1);
    for (const each of [one, two, third]) each.close();
  });

  test('a row of another shape is left alone, counted, and stops nothing', async () => {
    const own = browser();
    const first = tab(own);
    await first.recordAttempt(attempt('a'));
    first.close();
    const database = raw(own);
    await database.table('attempts').add({ uuid: 'junk', scenarioId: 7, when: Number.NaN });
    database.close();
    const second = tab(own);
    expect((await second.missions())[0]?.attempts).toBe(1);
    expect(await second.check()).toMatchObject({ damaged: 1, missing: 0 });
    second.close();
  });
});

describe('the state of the storage is said, and nothing is lost in it', () => {
  test('a browser without a database keeps everything for this visit', async () => {
    const own = browser();
    const none = {
      open: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    } as unknown as IDBFactory;
    const only = tab(own, { indexedDB: none });
    await reaches(only, 'unavailable');
    only.saveDraft('s', 'p', 'text');
    await only.recordAttempt(attempt('a'));
    expect(only.health.current).toEqual({ state: 'unavailable', unsaved: 2 });
    expect((await only.missions()).length).toBe(2);
    expect((await held(only)).attempts.length).toBe(1);
    only.close();
  });

  test('a full disk keeps the answer in memory and writes it when there is room', async () => {
    const own = browser();
    const only = tab(own);
    await reaches(only, 'saved');
    const add = vi.spyOn(FakeStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    await only.recordAttempt(attempt('a'));
    expect(only.health.current).toEqual({ state: 'full', unsaved: 1 });
    expect((await held(only)).attempts.length).toBe(1);
    add.mockRestore();
    await only.recordAttempt(attempt('b'));
    expect(only.health.current).toEqual({ state: 'saved', unsaved: 0 });
    only.close();
    const next = tab(own);
    expect((await next.missions())[0]?.attempts).toBe(2);
    next.close();
  });

  test('another tab that holds an older database open is named, and the app goes on when it closes', async () => {
    const own = browser();
    const older = await new Promise<IDBDatabase>((resolve) => {
      const asked = own.indexedDB.open('deny-by-default', 1);
      asked.onsuccess = () => resolve(asked.result);
    });
    const only = tab(own, { patience: Promise.resolve() });
    await reaches(only, 'blocked');
    await only.recordAttempt(attempt('a'));
    expect((await held(only)).attempts.length).toBe(1);
    older.close();
    await reaches(only, 'saved');
    await only.flush();
    expect(only.health.current.unsaved).toBe(0);
    only.close();
  });

  test('a newer version of the app is never written over, found cold or while open', async () => {
    const own = browser();
    const first = tab(own);
    await first.recordAttempt(attempt('a'));
    const newer = raw(own, schemaVersion + 1);
    await newer.open();
    await reaches(first, 'newer');
    await first.recordAttempt(attempt('b'));
    expect((await held(first)).attempts.length).toBe(2);
    const second = tab(own);
    await reaches(second, 'newer');
    await second.recordAttempt(attempt('c'));
    expect(await second.erase()).toBe(false);
    expect(await newer.table('attempts').count()).toBe(1);
    for (const one of [first, second]) one.close();
    newer.close();
  });

  test('a newer shape of the rows alone is enough to stop writing', async () => {
    const own = browser();
    const first = tab(own);
    await first.recordAttempt(attempt('a'));
    const other = raw(own);
    await other.table('meta').put({ key: 'schema', version: 3, minReader: 3 });
    await first.recordAttempt(attempt('b'));
    expect(first.health.current).toEqual({ state: 'newer', unsaved: 1 });
    expect(await other.table('attempts').count()).toBe(1);
    first.close();
    const second = tab(own);
    await reaches(second, 'newer');
    second.close();
    other.close();
  });

  test('rows that are gone are missed: nothing starts afresh in silence', async () => {
    const own = browser();
    const first = tab(own);
    for (const uuid of ['a', 'b', 'c']) await first.recordAttempt(attempt(uuid));
    first.close();
    const database = raw(own);
    await database.table('attempts').where('uuid').equals('b').delete();
    database.close();
    const second = tab(own);
    await reaches(second, 'recovery');
    expect(await second.check()).toMatchObject({ attempts: 2, missing: 1 });
    await second.recordAttempt(attempt('d'));
    expect(second.health.current.unsaved).toBe(1);
    await second.acceptLoss();
    expect(second.health.current).toEqual({ state: 'saved', unsaved: 0 });
    expect(await second.check()).toMatchObject({ attempts: 3, missing: 0 });
    second.close();
  });

  test('a database that was cleared while closed is missed by the mirror', async () => {
    const own = browser();
    const first = tab(own);
    await first.recordAttempt(attempt('a'));
    first.close();
    await Dexie.delete('deny-by-default').catch(() => undefined);
    const cleared: Browser = { ...browser(), storage: own.storage };
    const second = tab(cleared);
    await reaches(second, 'recovery');
    await second.acceptLoss();
    expect(second.health.current.state).toBe('saved');
    second.close();
  });

  test('a database that is cleared while open leaves what this tab knows, and it can be written again', async () => {
    const own = browser();
    let opened: IDBDatabase | undefined;
    const open = own.indexedDB.open.bind(own.indexedDB);
    vi.spyOn(own.indexedDB, 'open').mockImplementation((...args) => {
      const asked = open(...args);
      asked.addEventListener('success', () => (opened = asked.result));
      return asked;
    });
    const only = tab(own);
    await only.recordAttempt(attempt('a'));
    opened?.onclose?.(new Event('close'));
    expect(only.health.current.state).toBe('recovery');
    await only.recordAttempt(attempt('b'));
    expect((await held(only)).attempts.length).toBe(2);
    await only.acceptLoss();
    expect(only.health.current).toEqual({ state: 'saved', unsaved: 0 });
    only.close();
  });

  test('a connection that is lost is opened anew, and the action is written exactly once', async () => {
    const own = browser();
    const only = tab(own);
    await reaches(only, 'saved');
    const states: string[] = [];
    only.health.subscribe({ next: ({ state }) => void states.push(state), error: () => undefined });
    vi.spyOn(FakeStore.prototype, 'add').mockImplementationOnce(() => {
      throw new DOMException('Connection is closing', 'UnknownError');
    });
    await only.recordAttempt(attempt('a'));
    expect(states).toContain('retrying');
    expect(only.health.current).toEqual({ state: 'saved', unsaved: 0 });
    expect((await only.missions())[0]?.attempts).toBe(1);
    only.close();
  });

  test.each(['QuotaExceededError', 'AbortError', 'UnknownError'])(
    'whichever storage operation fails with %s, no action is called saved that is not',
    async (name) => {
      for (let failing = 0; failing < 40; failing += 1) {
        const own = browser();
        const only = tab(own);
        await reaches(only, 'saved');
        let count = 0;
        const methods = (['add', 'put', 'get'] as const).map((method) => {
          const real = Reflect.get(FakeStore.prototype, method) as (...args: unknown[]) => IDBRequest;
          return vi.spyOn(FakeStore.prototype, method).mockImplementation(function (
            this: unknown,
            ...args: unknown[]
          ) {
            if (count++ === failing) throw new DOMException('planted', name);
            return real.apply(this, args);
          } as never);
        });
        only.saveDraft('s', 'p', 'typed');
        for (const uuid of ['a', 'b']) await only.recordAttempt(attempt(uuid));
        const { state, unsaved } = only.health.current;
        expect((await held(only)).attempts.map(({ uuid }) => uuid)).toEqual(['a', 'b']);
        expect((await held(only)).drafts.length).toBe(1);
        for (const method of methods) method.mockRestore();
        only.close();
        const database = raw(own);
        const rows = await database.table('attempts').count();
        database.close();
        if (state === 'saved') expect({ failing, rows, unsaved }).toEqual({ failing, rows: 2, unsaved: 0 });
        if (count < failing) break;
      }
    },
  );
});
