import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

interface Store {
  readonly keyPath: string | string[];
  readonly autoIncrement: boolean;
  readonly indexes: readonly {
    readonly name: string;
    readonly keyPath: string | string[];
    readonly unique: boolean;
  }[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}
interface Dump {
  readonly database: string;
  readonly version: number;
  readonly stores: Readonly<Record<string, Store>>;
  readonly localStorage: Readonly<Record<string, string>>;
}

/**
 * All that a browser held after somebody had really used version 1: 01 and 09 solved, 12 predicted and half typed, 08 half
 * played, a sandbox, hints, and a copy of everything that a restore had left behind.
 */
const version1 = JSON.parse(
  readFileSync(new URL('fixtures/version-1.json', import.meta.url), 'utf8'),
) as Dump;

/** The rows of a table of version 1. */
export function rowsOf(store: string): Store['rows'] {
  return version1.stores[store]?.rows ?? [];
}

/** A backup file as version 1 wrote it. */
export const backup1 = String(rowsOf('backups')[0]?.['text']);

/** Puts everything into a fresh browser, by its own means alone, before the app is opened there. */
export async function seed(page: Page): Promise<void> {
  // A page of the same origin that opens nothing; it names an icon, or the browser would ask for one.
  await page.route('**/empty', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<link rel="icon" href="data:,">' }),
  );
  await page.goto('./empty');
  await page.evaluate(async ({ database: name, version, stores, localStorage: texts }) => {
    for (const [key, text] of Object.entries(texts)) localStorage.setItem(key, text);
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const asked = indexedDB.open(name, version);
      asked.onerror = () => reject(new Error(String(asked.error)));
      asked.onsuccess = () => resolve(asked.result);
      asked.onupgradeneeded = () => {
        for (const [table, { keyPath, autoIncrement, indexes, rows }] of Object.entries(stores)) {
          const store = asked.result.createObjectStore(table, { keyPath, autoIncrement });
          for (const index of indexes) store.createIndex(index.name, index.keyPath, { unique: index.unique });
          for (const row of rows) store.add(row);
        }
      };
    });
    database.close();
  }, version1);
}
