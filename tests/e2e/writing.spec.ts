import { expect, test } from './fixtures.ts';

const mission = './#/missions/09-first-allow';
const document = (action: string) =>
  `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "${action}", "Resource": "arn:aws:s3:::puerto-media/*" }] }`;

test.describe('in the plain text', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('findings say why and mend; the list of suggestions writes at the caret', async ({ page }) => {
    await page.goto(mission);
    await page.getByRole('tab', { name: 'Policy' }).click();
    await page.getByRole('button', { name: 'Plain text' }).click();
    const text = page.locator('textarea');
    await text.fill(document('s3:GetObjekt'));
    const issues = page.getByRole('list', { name: 'Issues of this policy' });
    await expect(issues).toContainText('The action s3:GetObjekt does not exist.');
    await issues.getByRole('button', { name: 'Why?' }).first().click();
    await expect(issues).toContainText('never matches any request');
    await issues.getByRole('button', { name: 'Write s3:GetObject here.' }).click();
    await expect(text).toHaveValue(document('s3:GetObject'));
    await expect(issues).toBeHidden();

    await text.fill(document('s3:GetObjectT'));
    const caret = document('s3:GetObjectT').indexOf('T"') + 1;
    await text.evaluate((node, at) => {
      (node as HTMLTextAreaElement).focus();
      (node as HTMLTextAreaElement).setSelectionRange(at, at);
    }, caret);
    await page.getByRole('button', { name: 'Suggest' }).click();
    const offered = page.getByRole('dialog', { name: 'What may stand at the caret' });
    await expect(offered.getByRole('button').first()).toContainText('s3:GetObjectT');
    await offered.getByRole('button', { name: /^s3:GetObjectTagging / }).click();
    await expect(text).toHaveValue(document('s3:GetObjectTagging'));
    await expect(text).toBeFocused();
    await page.getByRole('button', { name: 'Format' }).click();
    await expect(text).toHaveValue(/^\{\n {2}"Version": "2012-10-17",\n {2}"Statement": \[\n/);
  });
});

test('what is proved of the statements joins the findings, and one press mends it', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('deny-by-default.editor', 'text'));
  await page.goto(mission);
  const statement = (action: string) =>
    `{ "Effect": "Allow", "Action": "${action}", "Resource": "arn:aws:s3:::puerto-media/*" }`;
  const text = (statements: string) => `{ "Version": "2012-10-17", "Statement": [${statements}] }`;
  await page
    .locator('textarea')
    .fill(text(`${statement('s3:GetObject')}, ${statement('s3:Get*')}, ${statement('s3:PutObject')}`));
  const issues = page.getByRole('list', { name: 'Issues of this policy' });
  await expect(issues).toContainText('Without this statement the policy means the same.');
  await issues.getByRole('button', { name: 'Take out Statement 1.' }).click();
  await expect(page.locator('textarea')).toHaveValue(
    text(`${statement('s3:Get*')}, ${statement('s3:PutObject')}`),
  );
  await expect(issues).toBeHidden();
});

test('Monaco offers actions while typing, says what a word means, and mends', async ({ page }) => {
  await page.goto(mission);
  await expect(page.locator('.monaco-editor').first()).toBeVisible();
  const editor = page.getByRole('textbox', { name: /AnaReadsMedia/ });
  await editor.press('Control+a');
  await page.keyboard.type(
    '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObjectAt',
  );
  const widget = page.locator('.suggest-widget');
  await expect(widget).toContainText('s3:GetObjectAttributes');
  await expect(widget).toContainText('reads');
  await page.keyboard.press('Enter');
  await expect(page.locator('.view-lines')).toContainText('s3:GetObjectAttributes');
  await page.keyboard.type(', "Resource": "*", "Condition": {"Bool": {"');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+Space');
  await expect(page.locator('.parameter-hints-widget')).toContainText('"Bool": { "key": "value" }');
  await expect(page.locator('.parameter-hints-widget')).toContainText('Bool');
  await page.keyboard.press('Escape');
  await page.locator('.view-lines').getByText('s3:GetObjectAttributes').first().hover();
  await expect(page.locator('.monaco-hover-content').first()).toContainText('Amazon S3');
});

test('offline, and with the checks not to be had, the editor goes on', async ({ page, watched }) => {
  watched.allow('writing');
  watched.allow('net::ERR_FAILED');
  await page.route(/writing[-.]/, (route) => route.abort());
  await page.goto(mission);
  await page.getByRole('button', { name: 'Plain text' }).click();
  await page.locator('textarea').fill('{ "Version": "2012-10-17", "Statement": [] ');
  await expect(page.getByRole('list', { name: 'Issues of this policy' })).toContainText('is missing');
});
