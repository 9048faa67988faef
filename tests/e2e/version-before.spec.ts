import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { backup1, rowsOf, seed } from './version-before.ts';

const mission = (page: Page, id: string) => page.locator(`[data-mission="${id}"]`);
const predicted = (page: Page, request: RegExp, decision: string) =>
  page.getByRole('group', { name: request }).getByRole('radio', { name: decision, exact: true });
const terminal = (page: Page) => page.locator('#sandbox-terminal');
async function saved(page: Page): Promise<void> {
  await expect(page.getByTestId('storage-state')).toHaveAttribute('data-state', 'saved');
}
async function run(page: Page, line: string): Promise<void> {
  const field = page.locator('#terminal-line');
  await field.fill(line);
  await field.press('Enter');
}
/** What is in the terminal after the last line that was typed. */
async function answer(page: Page, line: string, wanted: RegExp): Promise<void> {
  await run(page, line);
  await expect(terminal(page).locator('[role="log"] li').last()).toContainText(wanted);
}

test.describe('what a browser keeps of the version before', () => {
  test.beforeEach(({ page }) => seed(page));

  test('the map shows what was solved and what was begun', async ({ page }) => {
    await page.goto('./');
    await expect(mission(page, '01-the-locked-door')).toHaveAttribute('data-state', 'solved');
    await expect(mission(page, '01-the-locked-door')).toContainText('Works · 2 attempts');
    await expect(mission(page, '09-first-allow')).toHaveAttribute('data-state', 'solved');
    await expect(mission(page, '09-first-allow')).toContainText('Works, Tight, Par, Record · 2 attempts');
    for (const id of ['08-two-keys-no-downtime', '12-deny-wins'])
      await expect(mission(page, id)).toHaveAttribute('data-state', 'started');
    await saved(page);
  });

  test('a mission to predict has its predictions, and is right at once', async ({ page }) => {
    await page.goto('./#/missions/01-the-locked-door');
    await expect(page.getByText('Attempts: 2')).toBeVisible();
    await expect(predicted(page, /lists the names of the buckets/, 'Implicitly denied')).toBeChecked();
    await expect(predicted(page, /asks AWS who she is/, 'Allowed')).toBeChecked();
    await page.getByRole('button', { name: /^Check/ }).click();
    await expect(page.getByRole('list', { name: 'Medals' })).toBeVisible();
    await saved(page);
    await page.goto('./#/');
    await expect(mission(page, '01-the-locked-door')).toContainText('3 attempts');
  });

  test('a mission to write has its text and its hint', async ({ page }) => {
    await page.goto('./#/missions/09-first-allow');
    await expect(page.getByText('Hints 1 of 4')).toBeVisible();
    await expect(page.getByText('Attempts: 2')).toBeVisible();
    await expect(page.getByRole('textbox', { name: /AnaReadsMedia/ })).toHaveValue(/typed-afterwards/);
  });

  test('a mission of two steps has both', async ({ page }) => {
    await page.goto('./#/missions/12-deny-wins');
    await expect(page.getByText('Hints 2 of 4')).toBeVisible();
    await expect(predicted(page, /allowed it to himself/, 'Explicitly denied')).toBeChecked();
    await expect(predicted(page, /Carla deletes the object/, 'Explicitly denied')).toBeChecked();
    await page.getByRole('button', { name: /^Check/ }).click();
    await expect(page.getByText('The decision is: Allowed').first()).toBeVisible();
    await page
      .getByRole('group', { name: 'Steps' })
      .getByRole('button', { name: /^2|Mend|Fix/ })
      .click();
    await expect(page.getByRole('textbox', { name: /StorageGuard/ })).toHaveValue('{ "half": "typed"');
  });

  test('an account that was left half done is there with its calls, and can be finished', async ({
    page,
  }) => {
    await page.goto('./#/missions/08-two-keys-no-downtime');
    await expect(page.locator('[data-goal="works"]')).toHaveAttribute('data-reached', 'true');
    await expect(page.locator('[data-goal="one-left"]')).toHaveAttribute('data-reached', 'false');
    const calls = page.locator('#sandbox-trail ol > li');
    await expect(calls.filter({ hasText: 'CreateAccessKey' }).last()).toBeVisible();
    await expect(calls.last()).toContainText('UpdateAccessKey');
    await answer(page, 'echo "the old one is $OLD"', /the old one is AKIA/);
    await answer(
      page,
      "aws iam list-access-keys --user-name invoice-bot --query 'AccessKeyMetadata[].Status' --output text",
      /Inactive\s+Active/,
    );
    await answer(page, 'aws s3 ls s3://puerto-invoices --profile bot', /./);
    await run(page, 'aws iam delete-access-key --user-name invoice-bot --access-key-id $OLD');
    await expect(page.locator('[data-goal="asleep-first"]')).toHaveAttribute('data-reached', 'true');
    await page.getByRole('button', { name: /^Check/ }).click();
    await expect(page.getByRole('list', { name: 'Medals' })).toContainText('Works');
    await saved(page);
    await page.goto('./#/');
    await expect(mission(page, '08-two-keys-no-downtime')).toContainText('2 attempts');
  });

  test('the sandbox has its users, its group, its policy, who one is and what the terminal knows', async ({
    page,
  }) => {
    await page.goto('./#/sandbox');
    const trail = page.locator('#sandbox-trail ol > li');
    await expect(trail).toHaveCount(8);
    await expect(trail.last()).toHaveAttribute('data-outcome', 'implicitDeny');
    await expect(page.locator('.who select').first().locator('option:checked')).toHaveText(/ana/);
    await expect(page.locator('.who select').last()).toHaveValue('sa-east-1');
    await answer(page, 'echo $CITY', /Quito/);
    // Ana may list users, by the policy of her group, and nothing else.
    await answer(page, "aws iam list-users --query 'Users[].UserName' --output text", /ana\s+bruno/);
    await answer(page, 'aws iam list-groups-for-user --user-name ana', /AccessDenied/);
    await page.locator('.who select').first().selectOption({ label: 'root user' });
    await answer(page, 'aws iam list-user-tags --user-name bruno --output text', /harbour/);
    await answer(page, 'aws iam list-attached-group-policies --group-name Readers', /ReadUsers/);
    await saved(page);
    await page.reload();
    await expect(trail).toHaveCount(12);
  });

  test('the settings count everything, and a backup holds every row', async ({ page }) => {
    await page.goto('./#/settings');
    await page.getByRole('button', { name: 'Check my data' }).click();
    await expect(page.getByText('Attempts: 6. Texts: 10. Missions: 5.')).toBeVisible();
    await expect(page.getByText('Everything that was stored is there.')).toBeVisible();
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download a backup' }).click();
    const backup = JSON.parse(readFileSync(await (await waiting).path(), 'utf8')) as {
      attempts: readonly object[];
      drafts: readonly object[];
    };
    const attempts = rowsOf('attempts').map((row) =>
      Object.fromEntries(Object.entries(row).filter(([key]) => key !== 'seq')),
    );
    expect(backup.attempts).toEqual(attempts);
    expect(backup.drafts).toEqual(rowsOf('drafts'));
  });

  test('a sandbox file of a future version, a torn one and a hand-edited one are refused, and all stays', async ({
    page,
  }) => {
    await page.goto('./#/sandbox');
    const trail = page.locator('#sandbox-trail ol > li');
    await expect(trail).toHaveCount(8);
    await page.getByText('More', { exact: true }).click();
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save to a file' }).click();
    const text = readFileSync(await (await waiting).path(), 'utf8');
    const files: readonly (readonly [string, string, string])[] = [
      [
        'future.json',
        text.replace(/"version":\d+/, '"version":999'),
        'future.json was made by a newer version of this app. Load the page again to get it.',
      ],
      ['torn.json', text.slice(0, -40), 'torn.json is not a sandbox file: it holds no JSON.'],
      ['edited.json', text.replace('"path":"/"', '"path":7'), 'edited.json is damaged at call 2.'],
    ];
    for (const [name, content, sentence] of files) {
      await page
        .locator('input[type="file"]')
        .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
      await expect(page.getByText(sentence)).toBeVisible();
      await expect(trail).toHaveCount(8);
    }
    await saved(page);
    await page.reload();
    await expect(trail).toHaveCount(8);
  });
});

test('a backup file of the version before is restored in another browser', async ({ page }) => {
  await page.goto('./#/settings');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'old.json', mimeType: 'application/json', buffer: Buffer.from(backup1) });
  await expect(page.getByText('New here would be 6 attempts and 10 texts.')).toBeVisible();
  await page.getByRole('button', { name: 'Add it' }).click();
  await expect(page.getByText('Restored.')).toBeVisible();
  await page.goto('./#/');
  for (const id of ['01-the-locked-door', '09-first-allow'])
    await expect(mission(page, id)).toHaveAttribute('data-state', 'solved');
  await page.goto('./#/missions/09-first-allow');
  await page.getByRole('button', { name: 'Plain text' }).click();
  await expect(page.getByRole('textbox', { name: /AnaReadsMedia/ })).toHaveValue(/typed-afterwards/);
  await page.goto('./#/sandbox');
  await expect(page.locator('#sandbox-trail ol > li')).toHaveCount(8);
});
