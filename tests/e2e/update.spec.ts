import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { contentSecurityPolicy } from '../../csp.ts';
import { expect, readyOffline, test } from './fixtures.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

/** The built app on a server of its own, which can be made to offer a newer release. */
function serve(): { readonly server: Server; release: () => void } {
  let newer = '';
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname;
    const file = join('dist', path === '/' ? 'index.html' : path);
    if (!existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': types[extname(file)] ?? 'text/plain',
      'cache-control': 'no-cache',
      'content-security-policy': contentSecurityPolicy,
    });
    if (path === '/sw.js') response.end(readFileSync(file, 'utf8') + newer);
    else createReadStream(file).pipe(response);
  });
  return { server, release: () => (newer = `\n// release ${newer.length + 1}`) };
}

test.use({ serviceWorkers: 'allow' });

let app: ReturnType<typeof serve>;
let origin = '';
test.beforeAll(async () => {
  app = serve();
  await new Promise<void>((resolve) => app.server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/`;
});
test.afterAll(() => void app.server.close());

const before = 'assets/reference-of-before/services/s3.json';
/** A file that the version before kept, and this one does not have. */
async function keepOfBefore(page: Page): Promise<void> {
  await page.evaluate(async (file) => {
    const [name = ''] = await caches.keys();
    await (await caches.open(name)).put(file, new Response('{}'));
  }, before);
}
async function keepsOfBefore(page: Page): Promise<boolean> {
  return page.evaluate(async (file) => (await caches.match(file)) !== undefined, before);
}

test('an update is announced inside a mission and never taken there; accepted outside, nothing is lost', async ({
  page,
  context,
  watched,
}) => {
  // This test has a server, and so an origin, of its own.
  watched.allow(`foreign request: ${origin}`);
  await page.goto(`${origin}#/missions/09-first-allow`);
  await readyOffline(page);
  await keepOfBefore(page);
  await page.getByRole('button', { name: 'Plain text' }).click();
  const editor = page.getByRole('textbox', { name: /AnaReadsMedia/ });
  await editor.fill('{ "half": ');
  const other = await context.newPage();
  await other.goto(`${origin}#/missions/10-shelf-and-book`);
  let loads = 0;
  page.on('load', () => (loads += 1));
  app.release();
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  await expect(page.getByTestId('update')).toContainText('A new version is here.');
  await expect(page.getByTestId('update').getByRole('button')).toHaveCount(0);
  await expect(editor).toHaveValue('{ "half": ');
  expect(loads).toBe(0);
  expect(await keepsOfBefore(page)).toBe(true);
  await page.getByRole('button', { name: 'Back to the skill map' }).click();
  await page.getByTestId('update').getByRole('button').click();
  await expect.poll(() => loads).toBe(1);
  await expect(page.getByTestId('update')).toHaveCount(0);
  // What only the version before needed goes when the new one is in charge.
  await expect.poll(() => keepsOfBefore(page)).toBe(false);
  // The other tab says so and does not load by itself.
  await expect(other.getByTestId('update')).toContainText('updated in another tab');
  await expect(other.locator('main h1')).toHaveText('Shelf and Book');
  await page.goto(`${origin}#/missions/09-first-allow`);
  await expect(page.getByRole('textbox', { name: /AnaReadsMedia/ })).toHaveValue('{ "half": ');
});
