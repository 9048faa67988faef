import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, readyOffline, test } from './fixtures.ts';
import { violations } from './screen.ts';

async function open(page: Page): Promise<void> {
  await page.goto('./#/sandbox');
  await expect(page.locator('#terminal-line')).toBeAttached();
}
const field = (page: Page) => page.locator('#terminal-line');
const log = (page: Page) => page.locator('#sandbox-terminal [role="log"]');
const rows = (page: Page) => page.locator('#sandbox-trail ol > li');
async function run(page: Page, ...lines: readonly string[]): Promise<void> {
  for (const line of lines) {
    await field(page).fill(line);
    await field(page).press('Enter');
  }
}
async function become(page: Page, name: string): Promise<void> {
  await page.locator('.who select').first().selectOption({ label: name });
}

for (const { locale, colorScheme, explain, denied, title } of [
  {
    locale: 'en-US',
    colorScheme: 'light',
    explain: 'Explain this',
    denied: 'Implicitly denied',
    title: 'Why',
  },
  {
    locale: 'es-MX',
    colorScheme: 'dark',
    explain: 'Explicar esto',
    denied: 'Denegado implícitamente',
    title: 'Por qué',
  },
] as const)
  test.describe(`${locale} ${colorScheme}`, () => {
    test.use({ locale, colorScheme });
    test('a user without a policy is refused, and the refusal is explained gate by gate', async ({
      page,
    }) => {
      await open(page);
      await run(page, 'aws iam create-user --user-name ana', 'aws iam list-users --output text');
      await expect(log(page)).toContainText('arn:aws:iam::111122223333:user/ana');
      await become(page, 'ana');
      await run(page, 'aws iam list-users');
      await expect(log(page)).toContainText(
        'An error occurred (AccessDenied) when calling the ListUsers operation',
      );
      await expect(rows(page)).toHaveCount(3);
      await expect(rows(page).last()).toHaveAttribute('data-outcome', 'implicitDeny');
      await rows(page).last().getByRole('button').first().click();
      await expect(rows(page).last()).toContainText('"errorCode": "AccessDenied"');
      expect(await violations(page)).toEqual([]);
      await log(page).getByRole('button', { name: explain }).click();
      const dialog = page.getByRole('dialog', { name: title });
      await expect(dialog.locator('[data-decision]')).toHaveText(new RegExp(denied));
      await expect(dialog.locator('[data-gate]')).toHaveCount(7);
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
      await expect(log(page).getByRole('button', { name: explain })).toBeFocused();
    });
  });

test('the line is completed, recalled and cleared with the keyboard, and Tab is no trap', async ({
  page,
}) => {
  await open(page);
  await run(page, 'aws iam create-user --user-name anabel');
  await field(page).focus();
  await page.keyboard.type('aws iam create-us');
  await page.keyboard.press('Tab');
  await expect(field(page)).toHaveValue('aws iam create-user ');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('aws iam get-user --user-name a');
  await page.keyboard.press('Tab');
  await expect(field(page)).toHaveValue('aws iam get-user --user-name anabel ');
  await page.keyboard.press('Enter');
  await expect(log(page)).toContainText('"UserName": "anabel"');
  await page.keyboard.type('half');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(field(page)).toHaveValue('aws iam create-user --user-name anabel');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(field(page)).toHaveValue('half');
  await page.keyboard.press('Control+l');
  await expect(log(page).locator('li')).toHaveCount(0);
  // With nothing to complete, and after Esc, Tab goes on.
  await page.keyboard.press('Tab');
  await expect(field(page)).not.toBeFocused();
  await field(page).fill('aws iam ');
  await page.keyboard.press('Tab');
  await expect(field(page)).toBeFocused();
  await expect(page.locator('#sandbox-terminal').getByRole('button', { name: 'create-user' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(field(page)).not.toBeFocused();
  await page.keyboard.press('F6');
  await expect(page.locator('#sandbox-trail')).toBeFocused();
});

test('several lines are pasted, aws configure asks, and a real key is turned away', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  const lines = 'aws iam create-user --user-name ana\naws iam create-user \\\n  --user-name bruno\n';
  await page.evaluate((text) => navigator.clipboard.writeText(text), lines);
  await field(page).focus();
  await page.keyboard.press('ControlOrMeta+V');
  await expect(rows(page)).toHaveCount(2);
  await run(page, 'aws configure');
  await expect(field(page)).toHaveAccessibleName('AWS Access Key ID [None]:');
  await run(page, 'AKIAQQQQQQQQQEXAMPLE', 'topEXAMPLEKEY', '', '');
  await expect(log(page)).not.toContainText('topEXAMPLEKEY');
  await run(page, 'aws iam list-users');
  await expect(log(page)).toContainText('InvalidClientTokenId');
  const key = ['AK', 'IA', 'QX7MNLPWZ3VBTR5K'].join('');
  await run(page, `export AWS_ACCESS_KEY_ID=${key}`);
  await expect(log(page)).toContainText('looks like a real AWS key');
  await expect(page.locator('body')).not.toContainText(key);
  await page.keyboard.press('ArrowUp');
  await expect(field(page)).toHaveValue('aws iam list-users');
});

test('the log filters, and its calls are copied as a command and as code', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await run(
    page,
    'aws iam create-user --user-name ana --tags Key=team,Value=home',
    'aws iam get-user --user-name x',
  );
  await page.getByRole('searchbox').fill('createuser');
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('searchbox').fill('');
  await page.getByLabel('refused only').check();
  await expect(rows(page)).toHaveCount(1);
  await page.getByLabel('refused only').uncheck();
  await rows(page).first().getByRole('button').first().click();
  await page.getByRole('button', { name: 'Copy as CLI command' }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    'aws iam create-user --user-name ana --tags Key=team,Value=home',
  );
  await page.getByRole('button', { name: 'Copy as SDK code' }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toContain("new IAMClient({ region: 'us-east-1' })");
});

test('a slow region learns of a user when the clock is put forward', async ({ page }) => {
  await open(page);
  const regions = page.locator('#sandbox-regions');
  await regions.getByLabel(/as a number/).fill('60');
  await regions.getByLabel(/as a number/).press('Enter');
  await run(page, 'aws iam create-user --user-name ana');
  await expect(regions).toContainText('Has not seen 1 call yet.');
  const users = page.locator('#sandbox-console .section');
  await expect(users).toContainText('No users yet.');
  await run(page, 'aws iam get-user --user-name ana');
  await expect(log(page)).toContainText('NoSuchEntity');
  await regions.getByRole('button', { name: '+1 min' }).click();
  await expect(regions).toContainText('Knows every call.');
  await expect(users.getByRole('button', { name: 'ana' })).toBeVisible();
  await regions.getByLabel('pause').check();
  await run(page, 'aws iam create-user --user-name bruno');
  await expect(regions).toContainText('Nothing arrives while it is paused.');
});

test('everything is there after a reload; undo, start over and its undo', async ({ page }) => {
  await open(page);
  await run(page, 'aws iam create-user --user-name ana', 'export CITY=Quito');
  await become(page, 'ana');
  await page.locator('.who select').last().selectOption('sa-east-1');
  await expect(page.getByTestId('storage-state')).toHaveAttribute('data-state', 'saved');
  await page.reload();
  await expect(rows(page)).toHaveCount(1);
  await expect(page.locator('.who select').last()).toHaveValue('sa-east-1');
  await run(page, 'echo $CITY');
  await expect(log(page)).toContainText('Quito');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(field(page)).toHaveValue('export CITY=Quito');
  await page.getByRole('button', { name: 'Undo last call' }).click();
  await expect(rows(page)).toHaveCount(0);
  await expect(page.getByText('Undone: iam:CreateUser')).toBeVisible();
  await become(page, 'root user');
  await run(page, 'aws iam create-user --user-name carla');
  await page.getByText('More', { exact: true }).click();
  await page.getByRole('button', { name: 'Start over' }).click();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Begin anew' }).click();
  await expect(rows(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Bring back the account before' }).click();
  await expect(rows(page)).toHaveCount(1);
});

test('the log is replayed: the console shows the account as it was, and goes on from there', async ({
  page,
}) => {
  await open(page);
  await run(page, 'aws iam create-user --user-name ana', 'aws iam create-user --user-name ben');
  const console = page.locator('#sandbox-console');
  const bar = page.getByRole('region', { name: 'Looking back' });
  await expect(console.getByText('ben', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Replay', exact: true }).click();
  await expect(bar.getByRole('status')).toHaveText('Before the first call.');
  await expect(console.getByText('No users yet.')).toBeVisible();
  await bar.getByRole('slider').focus();
  await page.keyboard.press('ArrowRight');
  await expect(bar.getByRole('status')).toContainText('After call 1 of 2');
  await expect(console.getByText('ana', { exact: true })).toBeVisible();
  await expect(console.getByText('ben', { exact: true })).toBeHidden();
  await expect(page.locator('[aria-current="step"]')).toHaveCount(1);
  expect(await violations(page)).toEqual([]);
  await bar.getByRole('button', { name: 'Play' }).click();
  await expect(bar.getByRole('status')).toContainText('After call 2 of 2');
  await expect(bar.getByRole('button', { name: 'Play' })).toBeVisible();
  // What is done is done now.
  await run(page, 'aws iam create-user --user-name cleo');
  await expect(bar).toBeHidden();
  await rows(page).first().getByRole('button').first().click();
  await page.getByRole('button', { name: 'Show the account after this call' }).click();
  await expect(bar.getByRole('status')).toContainText('After call 1 of 3');
  await bar.getByRole('button', { name: 'Go on from here' }).click();
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Bring back the account before' }).click();
  await expect(rows(page)).toHaveCount(3);
});

test('a file is saved and opened; a bad one is told and changes nothing', async ({ page }) => {
  await open(page);
  await run(page, 'aws iam create-user --user-name ana');
  await page.getByText('More', { exact: true }).click();
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save to a file' }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toMatch(/^sandbox-\d{4}-\d\d-\d\d\.json$/);
  const text = await readFile(await download.path(), 'utf8');
  const choose = async (name: string, content: string): Promise<void> =>
    page
      .locator('input[type="file"]')
      .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
  await choose('broken.json', text.slice(0, -20));
  await expect(page.getByText('broken.json is not a sandbox file: it holds no JSON')).toBeVisible();
  await choose('other.json', '{"format": "something"}');
  await expect(
    page.getByText('other.json is not a sandbox file: it was made by something else'),
  ).toBeVisible();
  await choose('damaged.json', text.replace('"path":"/"', '"path":7'));
  await expect(page.getByText('damaged.json is damaged at call 2')).toBeVisible();
  await expect(rows(page)).toHaveCount(1);
  await run(page, 'aws iam create-user --user-name bruno');
  await choose('good.json', text);
  await expect(page.getByText('good.json is open')).toBeVisible();
  await expect(rows(page)).toHaveCount(1);
});

test('on a phone one pane is shown at a time, nothing overflows, and axe finds nothing', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  await page.getByRole('tab', { name: 'Terminal' }).click();
  await run(page, 'aws iam create-user --user-name ana', 'aws iam list-users --output table');
  for (const name of ['Console', 'Terminal', 'API log', 'Regions']) {
    await page.getByRole('tab', { name }).click();
    await expect(page.getByRole('tabpanel', { name, exact: true })).toBeVisible();
    const overflow = await page.evaluate(() => [
      document.documentElement.scrollWidth - innerWidth,
      document.documentElement.scrollHeight - innerHeight,
    ]);
    expect(overflow, name).toEqual([0, 0]);
    expect(await violations(page), name).toEqual([]);
  }
  await page.getByRole('tab', { name: 'Console' }).click();
  await page.getByRole('button', { name: 'ana' }).click();
  await page.getByRole('button', { name: 'Put it in the terminal' }).click();
  await expect(field(page)).toHaveValue('aws iam get-user --user-name ana');
  await expect(field(page)).toBeFocused();
});

test.describe('with the copy for offline use', () => {
  test.use({ serviceWorkers: 'allow' });

  test('AWS’s managed policies come beside the terminal; offline everything is there', async ({
    page,
    context,
  }) => {
    await open(page);
    await readyOffline(page);
    await context.setOffline(true);
    await page.reload();
    await expect(page.locator('[data-policies]')).toHaveCount(0);
    await page.getByRole('button', { name: /^Policies/ }).click();
    await page.getByLabel('Whose policies').selectOption('AWS');
    await page.getByRole('button', { name: 'AdministratorAccess', exact: true }).click();
    await expect(page.locator('#sandbox-console pre')).toContainText('"Action": "*"');
    await run(
      page,
      'aws iam create-user --user-name ana --permissions-boundary arn:aws:iam::aws:policy/ReadOnlyAccess',
    );
    await expect(rows(page).last()).toHaveAttribute('data-outcome', 'done');
  });
});

test('of two tabs one keeps the sandbox; the other says so, and may take over with all that was done', async ({
  page,
  context,
}) => {
  const run = async (tab: Page, line: string): Promise<void> => {
    await tab.locator('#terminal-line').fill(line);
    await tab.locator('#terminal-line').press('Enter');
  };
  await page.goto('./#/sandbox');
  await run(page, 'aws iam create-user --user-name first --query User.Arn');
  await expect(page.locator('#sandbox-terminal')).toContainText('user/first');
  await expect(page.getByTestId('storage-state')).toHaveAttribute('data-state', 'saved');
  const other = await context.newPage();
  await other.goto('./#/sandbox');
  await expect(other.getByRole('alert')).toContainText('open in another tab');
  await run(other, 'aws iam create-user --user-name lost --query User.Arn');
  await run(page, 'aws iam create-user --user-name second --query User.Arn');
  await expect(page.locator('#sandbox-terminal')).toContainText('user/second');
  await other.getByRole('button', { name: 'Go on in this tab' }).click();
  await expect(other.getByRole('alert')).toHaveCount(0);
  await run(other, "aws iam list-users --query 'Users[].UserName' --output text");
  await expect(other.locator('#sandbox-terminal')).toContainText(/first\s+second/);
  await expect(page.getByRole('alert')).toContainText('open in another tab');
  // Leaving the sandbox gives it free.
  await other.goto('./#/settings');
  await page.reload();
  await expect(page.locator('#terminal-line')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});
