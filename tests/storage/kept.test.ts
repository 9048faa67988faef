import { afterEach, describe, expect, test, vi } from 'vitest';
import { mayBeKept } from '../../src/storage/kept.ts';
import { openProgress } from '../../src/storage/index.ts';
import { attempt, browser, tab, type Browser } from './fixture.ts';

afterEach(() => void vi.unstubAllGlobals());

function page({ indexedDB, storage }: Pick<Browser, 'indexedDB' | 'storage'>): void {
  vi.stubGlobal('indexedDB', indexedDB);
  vi.stubGlobal('localStorage', storage());
}

describe('whether something may be kept here', () => {
  test('nothing is, where nothing was ever done', async () => {
    page(browser());
    expect(await mayBeKept()).toBe(false);
  });

  test('something is, where the mirror says so, or a database of the name stands there', async () => {
    const own = browser();
    const one = tab(own);
    await one.recordAttempt(attempt('a'));
    one.close();
    page({ ...own, indexedDB: browser().indexedDB });
    expect(await mayBeKept()).toBe(true);
    page({ ...own, storage: browser().storage });
    expect(await mayBeKept()).toBe(true);
  });

  test('something may be, where the browser does not say', async () => {
    vi.stubGlobal('indexedDB', undefined);
    vi.stubGlobal('localStorage', undefined);
    expect(await mayBeKept()).toBe(true);
  });
});

test('a browser is asked not to clear the data, and one that says no, or cannot, is no error', async () => {
  const own = browser();
  const one = openProgress({ now: () => 1, ...own });
  for (const [navigator, kept] of [
    [{ storage: { persist: () => Promise.resolve(true) } }, true],
    [{ storage: { persist: () => Promise.resolve(false) } }, false],
    [{}, false],
  ] as const) {
    vi.stubGlobal('navigator', navigator);
    expect(await one.persist()).toBe(kept);
  }
  one.close();
});

test('whoever watches the missions is told of each, and of nothing once it stops', async () => {
  const one = tab(browser());
  const told: number[] = [];
  const watching = one.observeMissions().subscribe({
    next: (missions) => void told.push(missions.length),
    error: () => undefined,
  });
  await one.missions();
  await one.recordAttempt(attempt('a'));
  watching.unsubscribe();
  await one.recordAttempt(attempt('b', { scenarioId: 'other' }));
  expect(told[0]).toBe(0);
  expect(Math.max(...told)).toBe(1);
  one.close();
});
