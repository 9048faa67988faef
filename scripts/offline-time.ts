import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { chromiumFlags, chromiumPath } from './chromium.ts';

/**
 * How long a first visit takes until the whole app is kept for offline use, one JSON line a figure: from the start of the
 * navigation, and from the moment when the page asks for the copy. `-- [FOLDER …] [--visits N]`: builds in several folders
 * are visited in turns, so that they can be compared on a noisy machine; the built app alone if none is named.
 */
const { folders, visits } = chosen(process.argv.slice(2));

function chosen(words: readonly string[]): { readonly folders: readonly string[]; readonly visits: number } {
  const flag = words.indexOf('--visits');
  const named = flag === -1 ? words : words.toSpliced(flag, 2);
  return {
    folders: named.length === 0 ? ['dist'] : named,
    visits: flag === -1 ? 5 : Number(words[flag + 1]),
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN;
}

const executablePath = chromiumPath();
const browser = await chromium.launch({
  args: [...chromiumFlags],
  ...(executablePath === undefined ? {} : { executablePath }),
});

/** One visit by somebody who was never here: milliseconds, and what lies in the caches afterwards. */
async function visit(
  address: string,
): Promise<{ total: number; copying: number; files: number; bytes: number }> {
  const context = await browser.newContext({ locale: 'en-US' });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const times = { asked: 0, ready: 0 };
    (window as unknown as { times: typeof times }).times = times;
    const register = navigator.serviceWorker.register.bind(navigator.serviceWorker);
    navigator.serviceWorker.register = (...all) => {
      times.asked = performance.now();
      return register(...all);
    };
    navigator.serviceWorker.addEventListener('controllerchange', () => (times.ready = performance.now()));
  });
  await page.goto(address);
  await page.waitForFunction(
    () => (window as unknown as { times: { ready: number } }).times.ready > 0,
    undefined,
    { timeout: 120_000 },
  );
  const found = await page.evaluate(async () => {
    const { asked, ready } = (window as unknown as { times: { asked: number; ready: number } }).times;
    const sizes: number[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys())
        sizes.push((await (await cache.match(request))?.arrayBuffer())?.byteLength ?? 0);
    }
    return {
      total: ready,
      copying: ready - asked,
      files: sizes.length,
      bytes: sizes.reduce((sum, size) => sum + size, 0),
    };
  });
  await context.close();
  return found;
}

const servers = await Promise.all(
  folders.map(async (outDir) => {
    const server = await preview({ build: { outDir }, preview: { port: 0, host: '127.0.0.1' } });
    return {
      outDir,
      server,
      address: server.resolvedUrls?.local[0] ?? '',
      found: [] as Awaited<ReturnType<typeof visit>>[],
    };
  }),
);
for (let count = 0; count < visits; count += 1)
  for (const { address, found } of servers) found.push(await visit(address));
for (const { outDir, found } of servers) {
  const print = (name: string, key: keyof (typeof found)[number], unit: string): void =>
    console.log(
      JSON.stringify({ folder: outDir, name, value: Math.round(median(found.map((one) => one[key]))), unit }),
    );
  print('ready offline after', 'total', 'ms');
  print('the copy alone', 'copying', 'ms');
  print('files kept', 'files', '');
  print('bytes kept', 'bytes', '');
}
await browser.close();
for (const { server } of servers) await server.close();
