import { IDBObjectStore as FakeStore } from 'fake-indexeddb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { openProgress } from '../../src/storage/index.ts';
import { faultOf } from '../../src/storage/database.ts';
import { mayBeKept } from '../../src/storage/kept.ts';
import { mirrorIn } from '../../src/storage/mirror.ts';
import { isBackup, readBackup } from '../../src/storage/read-backup.ts';
import { attempt, browser, held, reaches, tab } from './fixture.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('what is kept is watched', () => {
  test('whoever observes the missions hears of each attempt until they stop', async () => {
    const only = tab(browser());
    const heard: number[] = [];
    const subscription = only
      .observeMissions()
      .subscribe({ next: (missions) => void heard.push(missions.length), error: () => undefined });
    await reaches(only, 'saved');
    await only.recordAttempt(attempt('a'));
    expect(heard.at(-1)).toBe(1);
    subscription.unsubscribe();
    await only.recordAttempt(attempt('b', { scenarioId: 'other' }));
    expect(heard.at(-1)).toBe(1);
    only.close();
  });

  test('whoever stops before the storage has answered hears nothing', async () => {
    const only = tab(browser());
    const next = vi.fn();
    only
      .observeMissions()
      .subscribe({ next, error: () => undefined })
      .unsubscribe();
    await only.missions();
    expect(next).not.toHaveBeenCalled();
    only.close();
  });

  test('a draft is written by itself, with the waiting of the browser and its localStorage', async () => {
    const own = browser();
    vi.stubGlobal('localStorage', own.storage());
    const { indexedDB, IDBKeyRange } = own;
    const only = openProgress({ now: () => 1, indexedDB, IDBKeyRange });
    only.saveDraft('s', 'p', 'text');
    await vi.waitFor(() => expect(only.health.current).toEqual({ state: 'saved', unsaved: 0 }), {
      timeout: 60_000,
    });
    expect(own.kept.get('deny-by-default.ledger')).toBe('{"attempts":0}');
    only.close();
    const next = tab(own);
    expect(await next.drafts('s')).toEqual({ p: 'text' });
    next.close();
  });
});

describe('what the browser is asked', () => {
  test.each<[name: string, navigator: unknown, answer: boolean]>([
    ['keeps', { storage: { persist: () => Promise.resolve(true) } }, true],
    ['does not keep', { storage: { persist: () => Promise.resolve(false) } }, false],
    ['refuses', { storage: { persist: () => Promise.reject(new Error('no')) } }, false],
    ['cannot', {}, false],
  ])('a browser that %s what it has', async (_, navigator, answer) => {
    vi.stubGlobal('navigator', navigator);
    const only = tab(browser());
    expect(await only.persist()).toBe(answer);
    only.close();
  });

  test.each<[found: string, ledger: string | null, databases: readonly string[] | undefined, may: boolean]>([
    ['a witness', '{"attempts":1,"head":"x"}', [], true],
    ['a database', null, ['other', 'deny-by-default'], true],
    ['nothing', null, ['other'], false],
    ['no answer', null, undefined, true],
  ])('where there is %s, whether something may be kept', async (_, ledger, databases, may) => {
    vi.stubGlobal('localStorage', { getItem: () => ledger });
    vi.stubGlobal('indexedDB', {
      databases: () =>
        databases === undefined
          ? Promise.reject(new Error('denied'))
          : Promise.resolve(databases.map((name) => ({ name }))),
    });
    expect(await mayBeKept()).toBe(may);
  });

  test.each<[kept: string | null]>([[null], ['"text"'], ['{"attempts":"1","head":""}'], ['{']])(
    'a witness that says %s says nothing',
    (kept) => {
      const storage = { getItem: () => kept } as unknown as Storage;
      expect(mirrorIn(() => storage, 'x').read()).toBeUndefined();
      expect(mirrorIn(() => undefined, 'x').read()).toBeUndefined();
    },
  );
});

describe('what cannot be done is answered', () => {
  test('an erasing that the disk refuses changes nothing', async () => {
    const only = tab(browser());
    await only.recordAttempt(attempt('a'));
    const clear = vi.spyOn(FakeStore.prototype, 'clear').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    expect(await only.erase()).toBe(false);
    clear.mockRestore();
    expect((await held(only)).attempts).toHaveLength(1);
    expect(await only.undo()).toBe(false);
    only.close();
  });

  test('without a database everything is erased that this visit knows, and counted', async () => {
    const none = { open: () => Promise.reject(new Error()) } as unknown as IDBFactory;
    vi.spyOn(none, 'open').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    const only = tab(browser(), { indexedDB: none });
    await reaches(only, 'unavailable');
    await only.recordAttempt(attempt('a'));
    expect(await only.check()).toEqual({ attempts: 1, drafts: 0, missions: 1, damaged: 0, missing: 0 });
    expect(await only.erase()).toBe(true);
    expect((await held(only)).attempts).toEqual([]);
    expect(await only.undo()).toBe(true);
    expect((await held(only)).attempts).toHaveLength(1);
    await only.acceptLoss();
    expect(only.health.current.state).toBe('unavailable');
    only.close();
  });

  test('a database that another took over is said where it is written to', async () => {
    const only = tab(browser());
    await reaches(only, 'saved');
    vi.spyOn(FakeStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('newer', 'VersionError');
    });
    await only.recordAttempt(attempt('a'));
    expect(only.health.current).toEqual({ state: 'newer', unsaved: 1 });
    only.close();
  });

  test('a connection that is lost each time is given up after three waits', async () => {
    const own = browser();
    const only = tab(own);
    await reaches(only, 'saved');
    vi.spyOn(FakeStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('gone', 'UnknownError');
    });
    vi.spyOn(own.indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('gone', 'UnknownError');
    });
    await only.recordAttempt(attempt('a'));
    expect(only.health.current).toEqual({ state: 'unavailable', unsaved: 1 });
    only.close();
  });

  test('a tab that is closed while it opens keeps no database open', async () => {
    const own = browser();
    tab(own).close();
    const next = tab(own);
    await reaches(next, 'saved');
    expect(await next.erase()).toBe(true);
    next.close();
  });

  test.each<[error: unknown, fault: string]>([
    [new DOMException('x', 'QuotaExceededError'), 'full'],
    [{ name: 'AbortError', inner: { name: 'QuotaExceededError' } }, 'full'],
    [{ message: 'the disk is full' }, 'full'],
    [{ name: 'VersionError' }, 'newer'],
    [{ name: 'MissingAPIError' }, 'unavailable'],
    ['a text', 'lost'],
    [undefined, 'lost'],
  ])('%j means %s', (error, fault) => {
    expect(faultOf(error)).toBe(fault);
  });

  test.each<[message: unknown, line: number, column: number]>([
    [new SyntaxError('JSON.parse: bad at line 2 column 3 of the JSON data'), 2, 3],
    [new SyntaxError('Unexpected token } in JSON at position 3'), 2, 2],
    ['no error', 2, 3],
  ])('where a backup breaks is read out of what the browser says: %s', (thrown, line, column) => {
    vi.spyOn(JSON, 'parse').mockImplementation(() => {
      throw thrown as Error;
    });
    expect(readBackup('{\n"a')).toEqual({ code: 'notJson', values: { line, column } });
  });

  test('a value that is none of a backup is named with its place', () => {
    const good = { format: 'deny-by-default-backup', formatVersion: 1, made: 1, attempts: [], drafts: [] };
    const read = readBackup(JSON.stringify({ ...good, drafts: [{ scenarioId: 's' }] }));
    expect(isBackup(read) ? undefined : read).toMatchObject({
      code: 'missing',
      values: { path: 'drafts.0.key' },
    });
    expect(readBackup(JSON.stringify({ ...good, formatVersion: 'one' }))).toMatchObject({
      code: 'wrongValue',
    });
    expect(readBackup('"a \\" [ text"')).toMatchObject({ code: 'notBackup' });
  });
});
