import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, readyOffline, test } from './fixtures.ts';
import { routes } from './routes.ts';

test.use({ serviceWorkers: 'allow' });

function filesUnder(folder: string, prefix = ''): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? filesUnder(join(folder, entry.name), `${prefix}${entry.name}/`)
      : [prefix + entry.name],
  );
}

/** What the service worker keeps: the list that the build put into it. */
function keptFiles(): readonly string[] {
  const worker = readFileSync('dist/sw.js', 'utf8');
  return [...worker.matchAll(/"?url"?:\s*"([^"]+)"/g)].map(([, url]) => url ?? '');
}

test('every built file is kept for offline use, and nothing else is: at most 200 of them', () => {
  const kept = keptFiles();
  // A service worker never keeps itself.
  const built = filesUnder('dist').filter((file) => file !== 'sw.js');
  expect(kept.toSorted()).toEqual(built.toSorted());
  expect(kept.length).toBeLessThanOrEqual(200);
});

test('after one visit everything works without a network: every screen, Monaco, a mission, a backup', async ({
  page,
  context,
}) => {
  await page.goto('./');
  await readyOffline(page);
  await context.setOffline(true);
  for (const language of ['English', 'Español'])
    for (const { hash } of routes) {
      await page.goto(`./${hash}`);
      await page.reload();
      await expect(page.locator('main h1')).toBeVisible();
      await page.getByRole('button', { name: language, exact: true }).click();
      await expect(page.getByTestId('storage-state')).toHaveAttribute('data-state', /^(?:saved|untouched)$/);
      await expect(page.getByTestId('offline-state')).toContainText(/offline|sin conexión/i);
    }
  await page.goto('./#/missions/09-first-allow');
  await expect(page.locator('.monaco-editor').first()).toBeVisible();
  await page.goto('./#/settings');
  await expect(page.getByTestId('reference-date')).toContainText('26 de septiembre de 2026');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Descargar una copia' }).click();
  expect((await download).suggestedFilename()).toMatch(/^deny-by-default-\d{4}-\d\d-\d\d\.json$/);
});

test.describe('without service workers', () => {
  test.use({ serviceWorkers: 'block' });
  test('every screen works, and the page says that it is online only', async ({ page }) => {
    for (const { hash } of routes) {
      await page.goto(`./${hash}`);
      await page.reload();
      await expect(page.locator('main h1')).toBeVisible();
      await expect(page.getByTestId('offline-state')).toHaveAttribute('data-state', 'off');
    }
  });
});
