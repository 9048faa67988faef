import { gzipSync } from 'node:zlib';
import { expect, test } from './fixtures.ts';

const policy = 'textarea';

test('the decision follows every letter: Allow, then Deny, then another bucket', async ({ page }) => {
  await page.goto('./');
  const badge = page.locator('[data-decision]').first();
  await expect(badge).toHaveAttribute('data-decision', 'allowed');
  await expect(page.locator('[data-gate]')).toHaveCount(7);
  const start = await page.locator(policy).inputValue();
  await page.locator(policy).fill(start.replace('Allow', 'Deny'));
  await expect(badge).toHaveAttribute('data-decision', 'explicitDeny');
  await expect(page.locator('[aria-current="step"] [data-gate]')).toHaveAttribute('data-gate', 'denyScan');
  await page.locator(policy).fill(start.replace('puerto-media', 'puerto-home'));
  await expect(badge).toHaveAttribute('data-decision', 'implicitDeny');
  await expect(
    page.getByText('because no identity-based policy allows the s3:GetObject action'),
  ).toBeVisible();
});

test('broken text keeps the last answer and says what and where, in both languages', async ({ page }) => {
  await page.goto('./');
  const start = await page.locator(policy).inputValue();
  for (const broken of [
    start.replace('"Allow",', '"Allow"'),
    start.slice(0, -1),
    '[',
    '['.repeat(100_000),
    '',
  ]) {
    await page.locator(policy).fill(broken);
    await expect(page.locator('#first-problem')).toContainText(/Line \d+/);
    await expect(page.locator('[data-decision]').first()).toHaveAttribute('data-decision', 'allowed');
  }
  await page.locator(policy).fill(start.replace('"Version"', '"__proto__": 1, "Version"'));
  await expect(page.locator('#first-problem')).toContainText('__proto__');
  await page.getByRole('button', { name: 'Español' }).click();
  await expect(page.locator('#first-problem')).toContainText('Línea 1');
  await expect(page.locator(policy)).toHaveValue(/__proto__/);
});

test('a pasted AWS access key is removed and told about', async ({ page }) => {
  await page.goto('./');
  const key = ['AKIA', 'Q3ZV7MRT5KXW2HNB'].join('');
  await page.locator(policy).fill(`{ "Version": "${key}" }`);
  await expect(page.locator(policy)).not.toHaveValue(new RegExp(key));
  await expect(page.locator('#first-problem')).toContainText('access key');
});

test('without service workers the page runs and says that it is online only', async ({ page }) => {
  await page.goto('./');
  await expect(page.locator('[data-decision]').first()).toHaveAttribute('data-decision', 'allowed');
  await expect(page.getByTestId('offline-state')).toHaveAttribute('data-state', 'off');
});

test('the first screen loads at most 90 KB of JavaScript', async ({ page }) => {
  const sizes: Promise<number>[] = [];
  const reference: string[] = [];
  page.on('response', (response) => {
    if (response.url().includes('/reference')) reference.push(response.url());
    if (response.url().endsWith('.js'))
      sizes.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
  });
  await page.goto('./');
  await expect(page.locator('[data-mission]')).toHaveCount(19);
  await page.waitForLoadState('networkidle');
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  expect(bytes).toBeGreaterThan(40_000);
  expect(bytes).toBeLessThanOrEqual(90_000);
  // AWS's services and policies come when a screen asks for them, one file each.
  expect(reference).toEqual([]);
  await page.goto('./#/settings');
  await expect(page.getByTestId('reference-date')).toContainText('September 26, 2026');
  expect(reference.map((url) => url.replace(/.*\//, ''))).toEqual(['index.json']);
});

test('the storage of a newcomer is opened with the first touch', async ({ page }) => {
  const state = page.getByTestId('storage-state');
  await page.goto('./');
  await expect(state).toHaveAttribute('data-state', 'untouched');
  await page.locator(policy).click();
  await expect(state).toHaveAttribute('data-state', 'saved');
  await page.reload();
  await expect(state).toHaveAttribute('data-state', 'saved');
});
