import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, keptAndShown, test } from './fixtures.ts';
import { seed } from './version-before.ts';

const mission = './#/missions/09-first-allow';
const policy =
  '{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::puerto-media/*" } }';

const state = (page: Page) => page.getByTestId('storage-state');
async function saved(page: Page): Promise<void> {
  await expect(state(page)).toHaveAttribute('data-state', 'saved');
}
async function plain(page: Page) {
  await page.goto(mission);
  await page.getByRole('button', { name: 'Plain text' }).click();
  return page.getByRole('textbox', { name: /AnaReadsMedia/ });
}
async function solve(page: Page): Promise<void> {
  const editor = await plain(page);
  await editor.fill(policy);
  await editor.press('Control+Enter');
  await expect(page.getByRole('list', { name: 'Medals' })).toBeVisible();
}

for (const [name, script] of [
  ['is not there', `Object.defineProperty(window, 'indexedDB', { value: undefined })`],
  [
    'throws',
    `Object.defineProperty(window, 'indexedDB', { value: { open() { throw new DOMException('denied', 'SecurityError') } } })`,
  ],
] as const)
  test(`where IndexedDB ${name}, a mission can be played, the footer says so, and a backup holds it`, async ({
    page,
  }) => {
    await page.addInitScript(script);
    await solve(page);
    await expect(state(page)).toHaveAttribute('data-state', 'unavailable');
    await expect(state(page)).toContainText('until you close this page');
    await page.goto('./#/settings');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download a backup' }).click();
    const text = readFileSync(await (await download).path(), 'utf8');
    expect(JSON.parse(text)).toMatchObject({ attempts: [{ scenarioId: '09-first-allow', solved: true }] });
  });

test('where localStorage throws, everything works', async ({ page }) => {
  await page.addInitScript(
    `Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError') } })`,
  );
  await solve(page);
  await expect(state(page)).toHaveAttribute('data-state', 'saved');
});

test('a full disk is said, the mission is finished all the same, and it is written when there is room', async ({
  page,
  context,
  baseURL,
}) => {
  const editor = await plain(page);
  const session = await context.newCDPSession(page);
  const origin = new URL(baseURL ?? '').origin;
  await expect(state(page)).toHaveAttribute('data-state', 'saved');
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  await editor.fill(policy);
  await editor.press('Control+Enter');
  await expect(page.getByRole('list', { name: 'Medals' })).toBeVisible();
  await expect(state(page)).toHaveAttribute('data-state', 'full');
  await session.send('Storage.overrideQuotaForOrigin', { origin });
  await editor.press('Control+Enter');
  // What waited may be written before the second Check has come to anything; only then is there something to reload.
  await expect(page.getByText('Attempts: 2', { exact: true })).toBeVisible();
  await expect(state(page)).toHaveAttribute('data-state', 'saved');
  await page.reload();
  await page.goto('./#/');
  await expect(page.locator('[data-mission="09-first-allow"]')).toContainText('2 attempts');
});

test('a text typed without a Check is there after a reload in the middle', async ({ page }) => {
  const editor = await plain(page);
  await editor.fill('{ "half": ');
  await expect(state(page)).toHaveAttribute('data-state', 'saved');
  await page.reload();
  await expect(page.getByRole('textbox', { name: /AnaReadsMedia/ })).toHaveValue('{ "half": ');
  await page.goto('./#/');
  await expect(page.locator('[data-mission="09-first-allow"]')).toHaveAttribute('data-state', 'started');
});

test('hints that were opened are open after a reload, also without a Check', async ({ page }) => {
  await plain(page);
  await page.getByRole('button', { name: 'Hint' }).click();
  await expect(page.getByText('Hints 1 of 4')).toBeVisible();
  await expect(state(page)).toHaveAttribute('data-state', 'saved');
  await page.reload();
  await expect(page.getByText('Hints 1 of 4')).toBeVisible();
});

test('two tabs keep what both did, and each sees it', async ({ page, context }) => {
  const other = await context.newPage();
  await other.goto('./');
  await solve(page);
  await expect(other.locator('[data-mission="09-first-allow"]')).toHaveAttribute('data-state', 'solved');
  await solve(other);
  await page.goto('./#/');
  await expect(page.locator('[data-mission="09-first-allow"]')).toContainText('2 attempts');
});

test('a database that is cleared under the open page is noticed, and nothing starts afresh in silence', async ({
  page,
  context,
  baseURL,
}) => {
  await solve(page);
  await expect(state(page)).toHaveAttribute('data-state', 'saved');
  const session = await context.newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', {
    origin: new URL(baseURL ?? '').origin,
    storageTypes: 'indexeddb',
  });
  await expect(state(page)).toHaveAttribute('data-state', 'recovery');
  await page.goto('./#/settings');
  await page.getByRole('button', { name: 'Go on with what is left' }).click();
  await expect(state(page)).toHaveAttribute('data-state', 'saved');
  await page.goto('./#/');
  await expect(page.locator('[data-mission="09-first-allow"]')).toHaveAttribute('data-state', 'solved');
});

test('a newer database is not written over, and the page says what to do', async ({ page, context }) => {
  await solve(page);
  await expect(state(page)).toHaveAttribute('data-state', 'saved');
  const other = await context.newPage();
  await other.goto('./');
  await other.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const asked = indexedDB.open('deny-by-default', 990);
        asked.onsuccess = () => {
          asked.result.close();
          resolve();
        };
      }),
  );
  await expect(state(page)).toHaveAttribute('data-state', 'newer');
  await page.reload();
  await expect(state(page)).toHaveAttribute('data-state', 'newer');
});

test('backup, erase, restore: everything is back, in the same browser or another', async ({ page }, info) => {
  await solve(page);
  await page.goto('./#/settings');
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download a backup' }).click();
  const file = info.outputPath('backup.json');
  await (await waiting).saveAs(file);
  await page.getByRole('button', { name: 'Erase everything…' }).click();
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Erase', exact: true }).click();
  await expect(page.getByText('Everything was erased.')).toBeVisible();
  await page.goto('./#/');
  await expect(page.locator('[data-mission="09-first-allow"]')).toHaveAttribute('data-state', 'locked');
  await page.goto('./#/settings');
  await page.locator('input[type=file]').setInputFiles(file);
  await expect(page.getByText('New here would be 1 attempts')).toBeVisible();
  await page.getByRole('button', { name: 'Add it' }).click();
  await expect(page.getByText('Restored.')).toBeVisible();
  await page.goto('./#/');
  await expect(page.locator('[data-mission="09-first-allow"]')).toHaveAttribute('data-state', 'solved');
});

test('after everything was erased, nothing of what was done is found in any table, nor beside the database', async ({
  page,
}) => {
  await seed(page);
  await page.evaluate(() =>
    localStorage.setItem('deny-by-default.security-keys', '{"typed-afterwards":"id"}'),
  );
  await page.goto('./#/settings');
  await saved(page);
  expect(await keptAndShown(page)).toContain('typed-afterwards');
  await page.getByRole('button', { name: 'Erase everything…' }).click();
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Erase', exact: true }).click();
  await expect(page.getByText('Everything was erased.')).toBeVisible();
  const kept = await keptAndShown(page);
  for (const trace of [
    'typed-afterwards',
    'implicitDeny',
    'invoice-bot',
    'harbour',
    'returning',
    'security-keys',
  ])
    expect(kept).not.toContain(trace);
  // It comes back as a whole, and goes for good with the page.
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Everything is as it was before.')).toBeVisible();
  expect(await keptAndShown(page)).toContain('{\\"typed-afterwards\\":\\"id\\"}');
});

test('a backup that is cut off, newer, too large or none is refused with a sentence in both languages', async ({
  page,
}) => {
  await solve(page);
  const good = { format: 'deny-by-default-backup', formatVersion: 1, made: 1, attempts: [], drafts: [] };
  const files: readonly (readonly [string, string, RegExp, RegExp])[] = [
    ['newer.json', JSON.stringify({ ...good, formatVersion: 9 }), /newer version/, /versión más nueva/],
    [
      'cut.json',
      JSON.stringify(good, null, 1).slice(0, 50),
      /line \d+, column \d+/,
      /línea \d+, columna \d+/,
    ],
    ['none.json', '{"a": 1}', /not a backup/, /no es una copia/],
    [
      'poison.json',
      '{"__proto__": {"polluted": 1}}',
      /__proto__.* line 1, column 15/,
      /__proto__.* línea 1, columna 15/,
    ],
    ['huge.json', `"${'x'.repeat(33 * 1024 * 1024)}"`, /no more than 32 MB/, /no tiene más de 32 MB/],
    [
      'edited.json',
      JSON.stringify({ ...good, formatVersion: 2, made: 'today' }, null, 1),
      /at `?made`? \(line 4, column 10\): expected number, found "today"/,
      /en `?made`? \(línea 4, columna 10\): se esperaba number, se encontró "today"/,
    ],
  ];
  await page.goto('./#/settings');
  for (const [name, text, english, spanish] of files) {
    await page.getByRole('button', { name: 'English', exact: true }).click();
    await page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
    await expect(page.locator('.result')).toContainText(name);
    await expect(page.locator('.result')).toContainText(english);
    await page.getByRole('button', { name: 'Español', exact: true }).click();
    await expect(page.locator('.result')).toContainText(spanish);
  }
  await page.goto('./#/');
  await expect(page.locator('[data-mission="09-first-allow"]')).toHaveAttribute('data-state', 'solved');
});
