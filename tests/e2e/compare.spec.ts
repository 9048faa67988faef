import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { violations } from './screen.ts';

async function open(page: Page): Promise<void> {
  await page.goto('./#/compare');
  await expect(page.locator('main h1')).toBeVisible();
  await expect(page.locator('[data-state="done"]')).toBeVisible();
}
/** Both sides as plain text, which can be filled. */
async function plain(page: Page): Promise<void> {
  const kinds = page.getByRole('button', { name: /^(?:Plain text|Texto simple)$/ });
  await kinds.first().click();
  await expect(page.locator('textarea')).toHaveCount(2);
}
const relation = '[data-relation]';
const reader = (actions: string): string =>
  `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": ${actions}, "Resource": "*" }] }`;

for (const { locale, yes, gone, explain, allowed } of [
  { locale: 'en-US', yes: 'Yes.', gone: 'Gone', explain: 'Explain with B', allowed: 'Allowed' },
  { locale: 'es-MX', yes: 'Sí.', gone: 'Perdido', explain: 'Explicar con B', allowed: 'Permitido' },
])
  test.describe(locale, () => {
    test.use({ locale });
    test('the change of the example grants something new, and its counterexample opens in the explainer', async ({
      page,
    }) => {
      await open(page);
      await expect(page.getByText(yes, { exact: true })).toBeVisible();
      const example = page.locator('[data-example]').first();
      await expect(example).toContainText('s3:DeleteObject');
      await expect(example).toContainText('aws:MultiFactorAuthPresent');
      await expect(page.getByRole('heading', { name: gone })).toBeVisible();
      await example.getByRole('link', { name: explain }).click();
      await expect(page.locator('[data-decision]').first()).toHaveText(new RegExp(allowed));
      await expect(page.locator('.resource input').first()).toHaveValue(/^arn:aws:s3:::puerto-media\//);
      await page.goBack();
      await expect(page.locator(relation)).toHaveAttribute('data-relation', 'incomparable');
    });
  });

test('the answer follows the texts: equal, within, exceeds; the sides swap', async ({ page }) => {
  await open(page);
  await plain(page);
  const [before, after] = [page.locator('textarea').first(), page.locator('textarea').last()];
  await before.fill(reader('"s3:GetObject"'));
  await after.fill(reader('["s3:GetObject"]'));
  await expect(page.locator(relation)).toHaveAttribute('data-relation', 'equal');
  await expect(page.getByText('No.', { exact: true })).toBeVisible();
  await after.fill(reader('["s3:GetObject", "s3:PutObject"]'));
  await expect(page.locator(relation)).toHaveAttribute('data-relation', 'exceeds');
  await expect(page.locator('[data-example]').first()).toContainText('s3:PutObject');
  await page.getByRole('button', { name: 'Swap A and B' }).click();
  await expect(page.locator(relation)).toHaveAttribute('data-relation', 'within');
  await expect(before).toHaveValue(/PutObject/);
});

test('a broken side is named with its line, and what was cleared comes back', async ({ page }) => {
  await open(page);
  await plain(page);
  const after = page.locator('textarea').last();
  const text = await after.inputValue();
  await after.fill(text.replace('"Deny",', '"Deny"'));
  const answer = page.locator('[data-state="blocked"]');
  await expect(answer).toContainText(/B cannot be compared\. Line \d+/);
  await expect(answer).not.toContainText('A cannot be compared');
  await expect(page.getByText('belongs to the last two texts')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  for (const broken of ['[', '['.repeat(100_000), 'null', '{"__proto__": 1}']) {
    await after.fill(broken);
    await expect(answer).toContainText('B cannot be compared.');
  }
  await after.fill(text);
  await expect(page.locator(relation)).toHaveAttribute('data-relation', 'incomparable');
  await page.getByRole('button', { name: 'Clear both' }).click();
  await expect(answer).toContainText('A cannot be compared. It is empty');
  await page.getByRole('button', { name: 'Bring my texts back' }).click();
  await expect(after).toHaveValue(text);
});

test('what is not decided is named', async ({ page }) => {
  await open(page);
  await plain(page);
  const team = (tail: string): string =>
    reader('"s3:GetObject"').replace('"*"', `"arn:aws:s3:::a/\${aws:PrincipalTag/team}${tail}"`);
  await page.locator('textarea').first().fill(team('/*'));
  await page.locator('textarea').last().fill(team('/*'));
  await expect(page.locator(relation)).toHaveAttribute('data-relation', 'equal');
  await page.locator('textarea').last().fill(team('/x*'));
  await expect(page.locator(relation)).toHaveAttribute('data-relation', 'losesOpen');
  await expect(page.getByText('Not decided.', { exact: true })).toBeVisible();
  await expect(page.locator(relation)).toContainText('aws:principaltag/team');
});

test('the texts and their kind are there after a reload', async ({ page }) => {
  await open(page);
  await plain(page);
  await page.getByLabel('Kind of both policies').selectOption('scp');
  await page.locator('textarea').first().fill(reader('"s3:*"'));
  await page.locator('textarea').last().fill('{ "half": ');
  await expect(page.getByTestId('storage-state')).toHaveAttribute('data-state', 'saved');
  await page.reload();
  await expect(page.locator('textarea').last()).toHaveValue('{ "half": ');
  await expect(page.locator('textarea').first()).toHaveValue(reader('"s3:*"'));
  await expect(page.getByLabel('Kind of both policies')).toHaveValue('scp');
  await page.getByRole('button', { name: 'Back to the example' }).click();
  await expect(page.locator(relation)).toHaveAttribute('data-relation', 'incomparable');
});

test('both editors are Monaco, typed in with the keyboard, on a phone the answer stays in view', async ({
  page,
}) => {
  await open(page);
  await expect(page.locator('.monaco-editor[role="code"]')).toHaveCount(2);
  await page.setViewportSize({ width: 390, height: 844 });
  const editor = page.locator('.monaco-editor[role="code"]').last();
  await editor.click();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.type('x');
  await expect(page.locator('[data-state="blocked"]')).toContainText('B cannot be compared. Line 1');
  await page.keyboard.press('Backspace');
  await expect(page.locator('[data-state="done"]')).toBeVisible();
  await page.getByRole('button', { name: 'Show the requests' }).click();
  const heading = page.getByRole('heading', { name: 'New: B allows it' });
  await expect(heading).toBeFocused();
  const answer = page.locator('[data-state="done"]');
  await expect(answer).toBeInViewport({ ratio: 1 });
  const [below, above] = await Promise.all([heading.boundingBox(), answer.boundingBox()]);
  expect(below?.y ?? 0).toBeGreaterThanOrEqual((above?.y ?? 0) + (above?.height ?? 0));
});
