import type { Page } from '@playwright/test';
import { expect, keptAndShown, readyOffline, test } from './fixtures.ts';

const mission = './#/missions/09-first-allow';
const right = (resource: string) =>
  `{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "${resource}" }`;
const solved = (page: Page) => page.getByRole('list', { name: 'Medals' });

/** Monaco's own text area of the policy. */
function editor(page: Page) {
  return page.getByRole('textbox', { name: /AnaReadsMedia/ });
}

/** Puts a text in the place of all, as a learner does who pastes it. */
async function paste(page: Page, text: string): Promise<void> {
  await editor(page).press('Control+a');
  await page.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, text);
}

/** Tab, and nothing else, until an element has the focus. */
async function tabTo(page: Page, name: string | RegExp, role: 'button' | 'textbox' | 'link'): Promise<void> {
  const wanted = page.getByRole(role, { name }).first();
  for (let count = 0; count < 60; count += 1) {
    if (await wanted.evaluate((node) => node === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${String(name)}`);
}

test('First Allow is solved with the keyboard alone: wrong, told why, mended, medal', async ({ page }) => {
  await page.goto('./');
  await expect(page.getByTestId('storage-state')).toHaveAttribute('data-state', 'untouched');
  await tabTo(page, /First Allow/, 'link');
  await page.keyboard.press('Enter');
  await expect(page.locator('main h1')).toHaveText('First Allow');
  await expect(page.locator('.monaco-editor').first()).toBeVisible();
  await tabTo(page, /AnaReadsMedia/, 'textbox');
  await page.keyboard.press('Control+Home');
  for (let line = 1; line < 4; line += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.type(right('arn:aws:s3:::puerto-media*'));
  await expect(page.locator('[data-row="check/read-photo"] [data-decision]')).toHaveAttribute(
    'data-decision',
    'allowed',
  );
  await page.keyboard.press('Control+Enter');
  // The forgotten slash: a bucket nobody showed is open, the deciding statement is named.
  await expect(page.locator('#mission-failure')).toBeVisible();
  await expect(page.locator('#mission-why')).toContainText('puerto-media-archive');
  await expect(page.locator('#mission-why')).toContainText('Statement 1');
  await expect(page.locator('[data-row^="counterexample/"]').first()).toBeVisible();
  await expect(solved(page)).toHaveCount(0);
  // The focus went to the line of the deciding statement: the slash is typed there.
  await expect(editor(page)).toBeFocused();
  await page.keyboard.press('End');
  for (let count = 0; count < 4; count += 1) await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('/');
  await page.keyboard.press('Control+Enter');
  await expect(solved(page)).toBeVisible();
  await expect(solved(page)).toContainText('Par');
  // Tab leaves the editor.
  await editor(page).focus();
  await page.keyboard.press('Tab');
  await expect(editor(page)).not.toBeFocused();
});

test.describe('with the copy for offline use', () => {
  test.use({ serviceWorkers: 'allow' });

  test('closed, offline, opened again: the mission is solved and the text is there', async ({
    page,
    context,
  }) => {
    await page.goto(mission);
    await readyOffline(page);
    await expect(page.locator('.monaco-editor').first()).toBeVisible();
    const text = `{ "Version": "2012-10-17", "Statement": [${right('arn:aws:s3:::puerto-media/*')}] }`;
    await paste(page, text);
    await page.keyboard.press('Control+Enter');
    await expect(solved(page)).toBeVisible();
    await expect(page.getByTestId('storage-state')).toHaveAttribute('data-state', 'saved');
    await page.close();
    await context.setOffline(true);
    const again = await context.newPage();
    await again.goto('./');
    await expect(again.locator('[data-mission="09-first-allow"]')).toHaveAttribute('data-state', 'solved');
    await again.locator('[data-mission="09-first-allow"]').click();
    await again.getByRole('button', { name: 'Plain text' }).click();
    await expect(again.getByRole('textbox', { name: /AnaReadsMedia/ })).toHaveValue(text);
    await again.getByRole('button', { name: 'Check' }).click();
    await expect(solved(again)).toBeVisible();
  });
});

test('the same text and the same issues stand in both editors, and switching language loses nothing', async ({
  page,
}) => {
  await page.goto(mission);
  await expect(page.locator('.monaco-editor').first()).toBeVisible();
  await paste(page, '{ "Version": "2012-10-17", "Statement": [ { "Efect": "Allow" } ] }');
  const issues = page.locator('#mission-policy .status');
  await expect(issues).toContainText('Efect');
  const words = await issues.innerText();
  await expect(page.locator('.squiggly-error').first()).toBeAttached();
  await page.getByRole('button', { name: 'Plain text' }).click();
  const plain = page.getByRole('textbox', { name: /AnaReadsMedia/ });
  await expect(plain).toHaveValue(/Efect/);
  expect((await issues.innerText()).split('\n')[0]).toBe(words.split('\n')[0]);
  await page.getByRole('button', { name: 'Español', exact: true }).click();
  await expect(issues).toContainText('Línea 1');
  await expect(page.getByRole('textbox', { name: /AnaReadsMedia/ })).toHaveValue(/Efect/);
  await page.getByRole('button', { name: 'Editor', exact: true }).click();
  await expect(page.locator('.monaco-editor .view-lines')).toContainText('Efect');
});

test('a letter typed while Monaco loads is kept, and everything else works meanwhile', async ({ page }) => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/textModel|codeEditorWidget|editorState/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(mission);
  const plain = page.locator('#mission-policy textarea').first();
  await plain.fill(`{ "Version": "2012-10-17", "Statement": [${right('arn:aws:s3:::puerto-media/*')}] }`);
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(solved(page)).toBeVisible();
  release();
  // On a slow machine the page may have stopped waiting for Monaco by now: then it is asked for again.
  await expect(async () => {
    await page.getByRole('button', { name: 'Editor', exact: true }).click();
    await expect(page.locator('.monaco-editor .view-lines')).toContainText('puerto-media', {
      timeout: 5_000,
    });
  }).toPass({ timeout: 40_000 });
});

test('where Monaco cannot be had the plain text takes its place, with the text in it, and the mission passes', async ({
  page,
  watched,
}) => {
  watched.allow('ERR_FAILED');
  watched.allow('failed request');
  await page.route(/codeEditorWidget/, (route) => route.abort());
  await page.goto(mission);
  const plain = page.getByRole('textbox', { name: /AnaReadsMedia/ });
  await plain.fill(`{ "Version": "2012-10-17", "Statement": [${right('arn:aws:s3:::puerto-media/*')}] }`);
  await expect(page.locator('#mission-policy .status')).toContainText('plain text');
  await plain.press('Control+Enter');
  await expect(solved(page)).toBeVisible();
});

test('bad input is answered with a sentence, and nothing that was there is lost', async ({ page }) => {
  await page.goto(mission);
  await page.getByRole('button', { name: 'Plain text' }).click();
  const plain = page.getByRole('textbox', { name: /AnaReadsMedia/ });
  const before = await plain.inputValue();
  // 10 MB, pasted into both editors.
  const huge = 'x'.repeat(10_000_000);
  await paste(page, huge);
  await expect(page.getByRole('alert').filter({ hasText: '131,072' })).toBeVisible();
  await expect(plain).toHaveValue(before);
  await page.getByRole('button', { name: 'Editor', exact: true }).click();
  await expect(page.locator('.monaco-editor').first()).toBeVisible();
  await paste(page, huge);
  await expect(page.getByRole('alert').filter({ hasText: '131,072' })).toBeVisible();
  await page.getByRole('button', { name: 'Plain text' }).click();
  await expect(plain).toHaveValue(before);
  const status = page.locator('#mission-policy .status');
  for (const broken of [
    '['.repeat(100_000),
    '{ "Version" ',
    '{ "__proto__": {} }',
    '{ "Version": "\ud800" }',
  ]) {
    await plain.fill(broken);
    await expect(status).toContainText(/Line 1/);
  }
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(plain).toHaveValue(before);
  await page.getByRole('button', { name: 'Bring my text back' }).click();
  await expect(plain).not.toHaveValue(before);
});

test('a pasted AWS key is on no screen and in no storage', async ({ page }) => {
  const key = ['AKIA', 'Q3ZV7MRT5KXW2HNB'].join('');
  await page.goto(mission);
  await expect(page.locator('.monaco-editor').first()).toBeVisible();
  await paste(page, `{ "Version": "${key}" }`);
  await expect(page.getByRole('alert').filter({ hasText: 'AWS key' })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByTestId('storage-state')).toHaveAttribute('data-state', 'saved');
  const everywhere = await keptAndShown(page);
  expect(everywhere).toContain('removed');
  expect(everywhere).not.toContain(key);
});
