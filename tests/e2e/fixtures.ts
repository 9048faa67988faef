import { test as base, expect, type BrowserContext, type ConsoleMessage, type Page } from '@playwright/test';

/** Everything that must never happen in the browser, collected over a whole test. */
export interface Watch {
  readonly problems: string[];
  /** A problem whose text contains one of these is what the test provokes on purpose. */
  readonly allow: (part: string) => void;
}

/** Watches a context: CSP violations, console errors and warnings, page errors, failed requests, foreign origins. */
function watch(context: BrowserContext, origin: string): Watch {
  const problems: string[] = [];
  // Where a test does not allow them (playwright.config.ts), the app goes on without.
  const allowed = ['Service Worker registration blocked by Playwright'];
  const note = (problem: string): void => {
    if (!allowed.some((part) => problem.includes(part))) problems.push(problem);
  };
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (!['data:', 'blob:'].includes(url.protocol) && url.origin !== origin)
      note(`foreign request: ${request.url()}`);
  });
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    if (reason !== 'net::ERR_ABORTED') note(`failed request: ${request.url()} ${reason}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) note(`status ${response.status()}: ${response.url()}`);
  });
  context.on('weberror', (error) => note(`page error: ${error.error().message}`));
  context.on('console', (message: ConsoleMessage) => {
    if (['error', 'warning'].includes(message.type())) note(`console ${message.type()}: ${message.text()}`);
  });
  void context.exposeBinding('reportViolation', (_source, violation: string) => note(`CSP: ${violation}`));
  void context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report = (window as unknown as { reportViolation: (text: string) => void }).reportViolation;
      report(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  return { problems, allow: (part) => void allowed.push(part) };
}

export const test = base.extend<{ watched: Watch }>({
  watched: [
    async ({ context, baseURL }, use) => {
      const watched = watch(context, new URL(baseURL ?? '').origin);
      await use(watched);
      expect(watched.problems).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Waits until the service worker has every file: it takes them six at a time, some hundred and seventy. */
export async function readyOffline(page: Page): Promise<void> {
  await expect(page.getByTestId('offline-state')).toHaveAttribute('data-state', 'ready', { timeout: 90_000 });
}

/** All that the page shows and has kept on this device, as one text. */
export async function keptAndShown(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const found: unknown[] = [document.body.innerText, Object.entries(localStorage)];
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const asked = indexedDB.open(name ?? '');
        asked.onsuccess = () => resolve(asked.result);
      });
      for (const store of database.objectStoreNames)
        found.push(
          await new Promise((resolve) => {
            const asked = database.transaction(store).objectStore(store).getAll();
            asked.onsuccess = () => resolve(asked.result);
          }),
        );
      database.close();
    }
    return JSON.stringify(found);
  });
}
