import type { Page } from '@playwright/test';
import { expect, readyOffline, test } from './fixtures.ts';
import { violations } from './screen.ts';

const mission = './#/missions/10-shelf-and-book';

/** The text that the form writes, as the plain text shows it. */
async function textOf(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Plain text' }).click();
  const text = await page.locator('textarea').inputValue();
  await page.getByRole('button', { name: 'Form', exact: true }).click();
  return text;
}

test('a mission is solved in the form with the keyboard alone', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('deny-by-default.editor', 'form'));
  await page.goto(mission);
  const form = page.getByRole('group', { name: 'DiegoAudits, identity-based policy, as a form' });
  const before = await textOf(page);

  // Listing is asked on the bucket: the bucket's ARN is one more resource.
  await form.getByRole('button', { name: 'Add Resource' }).focus();
  await page.keyboard.press('Enter');
  await expect(form.getByRole('combobox', { name: 'Resource 2' })).toBeFocused();
  await page.keyboard.type('arn:aws:s3:::puerto-invoices');
  await page.keyboard.press('Escape');
  // Deleting was never asked for.
  await form.getByRole('button', { name: 'Remove Action 3' }).focus();
  await page.keyboard.press('Enter');
  await expect(form.getByRole('combobox', { name: 'Action 2' })).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(
    page
      .getByRole('heading', { name: /Solved/ })
      .or(page.getByText(/^Solved:/))
      .first(),
  ).toBeVisible();

  // All but the two lists stands as it stood.
  const after = await textOf(page);
  expect(after.replace(/"Action":[^\]]*\]/s, '').replace(/"Resource": (\[[^\]]*\]|"[^"]*")/s, '')).toBe(
    before.replace(/"Action":[^\]]*\]/s, '').replace(/"Resource": (\[[^\]]*\]|"[^"]*")/s, ''),
  );
});

test.describe('with the copy for offline use', () => {
  test.use({ serviceWorkers: 'allow' });

  test('the form offers what may stand in a field, offline too, and undoes field by field', async ({
    page,
    context,
  }) => {
    await page.addInitScript(() => localStorage.setItem('deny-by-default.editor', 'form'));
    await page.goto(mission);
    await readyOffline(page);
    await context.setOffline(true);
    const form = page.getByRole('group', { name: /as a form$/ });
    const before = await textOf(page);
    await form.getByRole('button', { name: 'Add Condition' }).click();
    const operator = form.getByRole('combobox', { name: 'Operator 1' });
    await expect(operator).toBeFocused();
    await page.keyboard.type('Boo');
    const offered = form.getByRole('listbox').getByRole('option');
    await offered.filter({ hasText: /^Bool / }).click();
    await expect(operator).toHaveValue('Bool');
    const key = form.getByRole('combobox', { name: 'Key 1 of Bool' });
    await key.focus();
    await page.keyboard.type('aws:MultiF');
    await expect(offered.first()).toContainText('aws:MultiFactorAuthPresent');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(key).toHaveValue('aws:MultiFactorAuthPresent');
    await form.getByRole('combobox', { name: 'Value of aws:MultiFactorAuthPresent 1' }).fill('true');
    expect(await textOf(page)).toContain('"Bool": {\n');
    // The form is new after a visit to the text: what was undone before is undone in the editor's own way.
    await form.getByRole('button', { name: 'Remove key aws:MultiFactorAuthPresent' }).click();
    expect((await textOf(page)).replaceAll(/\s/g, '')).toBe(before.replaceAll(/\s/g, ''));

    await form.getByRole('combobox', { name: 'Action 1' }).fill('s3:ListX');
    await page.keyboard.type('YZ');
    await form.getByRole('button', { name: 'Remove', exact: true }).click();
    await expect(form).toContainText('This policy has no statement yet.');
    await form.getByRole('button', { name: 'Undo' }).click();
    await expect(form.getByRole('combobox', { name: 'Action 1' })).toHaveValue('s3:ListXYZ');
    await form.getByRole('button', { name: 'Undo' }).click();
    await expect(form.getByRole('combobox', { name: 'Action 1' })).toHaveValue('s3:ListBucket');
    await context.setOffline(false);
  });
});

test.describe('where fingers type', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('the form is there from the start; a broken text is led back to the text', async ({ page }) => {
    await page.goto(mission);
    await page.getByRole('tab', { name: 'Policy' }).tap();
    const form = page.getByRole('group', { name: /as a form$/ });
    await form.getByRole('button', { name: 'Suggestions for Action 1' }).tap();
    await expect(form.getByRole('listbox').getByRole('option').first()).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await form.getByRole('heading', { name: 'Statement 1' }).tap();
    await form.getByRole('radio', { name: 'Deny' }).check();
    await page.getByRole('button', { name: 'Plain text' }).tap();
    await expect(page.locator('textarea')).toHaveValue(/"Effect": "Deny"/);
    await page.locator('textarea').fill('{ "Version": "2012-10-17", "Statement": [ }');
    await page.getByRole('button', { name: 'Form', exact: true }).tap();
    await expect(form).toContainText('not complete JSON');
    await form.getByRole('button', { name: 'Mend it as text' }).tap();
    await expect(page.locator('textarea')).toHaveValue('{ "Version": "2012-10-17", "Statement": [ }');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});

test('every kind of element has its fields: principals, opposites, several statements', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('deny-by-default.editor', 'form'));
  await page.goto('./#/explain');
  await page.getByRole('combobox', { name: 'Kind' }).selectOption({ label: 'resource-based policy' });
  await page.getByRole('button', { name: 'Add a policy' }).click();
  const form = page.getByRole('group', { name: /resource-based policy, as a form$/ });
  await form.getByRole('button', { name: 'Add statement' }).click();
  const last = form.getByRole('region').last();
  await last.getByRole('button', { name: 'Add Service' }).click();
  await page.keyboard.type('lambda');
  await expect(last.getByRole('option', { name: /^lambda.amazonaws.com/ })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(last.getByRole('combobox', { name: 'Service 1' })).toHaveValue('lambda.amazonaws.com');
  await last.getByRole('button', { name: 'Remove principals of the kind AWS' }).click();
  await last.getByRole('combobox', { name: 'Action or its opposite' }).selectOption('NotAction');
  await last.getByRole('combobox', { name: 'NotAction 1' }).fill('s3:DeleteBucket');
  await last.getByRole('button', { name: /^Move statement \d up/ }).click();
  const text = await textOf(page);
  expect(text.indexOf('"NotAction": "s3:DeleteBucket"')).toBeGreaterThan(0);
  expect(text).toMatch(/"Principal": \{\s*"Service": "lambda\.amazonaws\.com"\s*\}/);
  await form.getByRole('button', { name: 'Everybody (*)' }).first().click();
  await expect(form).toContainText('everybody, signed in or not');
});
