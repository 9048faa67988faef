import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { open, overflow, violations } from './screen.ts';

/** A mission after a wrong policy was checked: the failure, the request that shows it, and why it was decided so. */
async function failedPolicy(page: Page): Promise<void> {
  await page.addInitScript(() => localStorage.setItem('deny-by-default.editor', 'text'));
  await open(page, '#/missions/09-first-allow', 'textarea');
  const allow = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::puerto-media*' };
  const editor = page.locator('textarea');
  await editor.fill(JSON.stringify({ Version: '2012-10-17', Statement: [allow] }));
  await editor.press('Control+Enter');
  await expect(page.locator('#mission-failure')).toBeVisible();
}

/** A mission that operates an account, checked before anything was done. */
async function failedOperation(page: Page): Promise<void> {
  await open(page, '#/missions/08-two-keys-no-downtime', '#terminal-line');
  await page.getByRole('button', { name: /^Check/ }).click();
  await expect(page.locator('#operate-failure')).toBeVisible();
}

async function consoleForm(page: Page): Promise<void> {
  await open(page, '#/sandbox', '#terminal-line');
  const shown = page.locator('#sandbox-console');
  await shown.getByLabel('Do').selectOption('CreateUser');
  await shown.getByText('As a command and as code').click();
  await expect(shown.getByLabel('UserName *')).toBeVisible();
}

/** The dialog that tells a refused call gate by gate. */
async function explainedCall(page: Page): Promise<void> {
  await open(page, '#/sandbox', '#terminal-line');
  const line = page.locator('#terminal-line');
  await line.fill('aws iam create-user --user-name ana --query User.Arn');
  await line.press('Enter');
  await page.getByLabel('You are').selectOption({ label: 'ana' });
  await line.fill('aws iam list-users');
  await line.press('Enter');
  await page.getByRole('button', { name: 'Explain this' }).first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
}

async function importDialog(page: Page): Promise<void> {
  await open(page, '#/explain');
  await page.getByRole('button', { name: 'Import…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('not a policy');
  await expect(dialog).toContainText('Line 1:');
}

/** The sandbox's menu; of its panes a phone shows one. */
async function menu(page: Page): Promise<void> {
  await open(page, '#/sandbox');
  await page.locator('summary', { hasText: 'More' }).click();
  await expect(page.getByRole('button', { name: 'Start over' })).toBeVisible();
}

const states = [
  { name: 'a mission after a failed check', reach: failedPolicy },
  { name: 'an account of a mission after a failed check', reach: failedOperation },
  { name: 'the console with a form open', reach: consoleForm },
  { name: 'a refused call that is explained', reach: explainedCall },
  { name: 'a dialog with a text that is refused', reach: importDialog },
  { name: 'the menu on a phone', reach: menu, width: 390 },
];

for (const { name, reach, width = 1280 } of states)
  test(`axe finds nothing on ${name}, in either theme`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await reach(page);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await violations(page), colorScheme).toEqual([]);
    }
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });
