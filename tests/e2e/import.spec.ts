import { expect, keptAndShown, test } from './fixtures.ts';
import { violations } from './screen.ts';

const account = '210987654321';
const details = JSON.stringify({
  RoleDetailList: [
    {
      RoleName: 'Deploy',
      Arn: `arn:aws:iam::${account}:role/Deploy`,
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: 'sts:AssumeRole' },
        ],
      },
      RolePolicyList: [
        {
          PolicyName: 'Queues',
          PolicyDocument: {
            Version: '2012-10-17',
            Statement: [
              { Effect: 'Allow', Action: 'sqs:*', Resource: `arn:aws:sqs:us-east-1:${account}:orders` },
            ],
          },
        },
      ],
    },
  ],
});

test('policies of an account are taken over without its id, and without a key that slipped in', async ({
  page,
}) => {
  await page.addInitScript(() => localStorage.setItem('deny-by-default.editor', 'text'));
  await page.goto('./#/explain');
  await page.getByRole('button', { name: 'Import…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import your own policies' });
  await dialog.getByRole('textbox').fill('not a policy');
  await expect(dialog).toContainText('Line 1:');
  await dialog.getByRole('textbox').fill('{"Users": []}');
  await expect(dialog).toContainText('There is no policy in this.');
  await dialog
    .getByRole('textbox')
    .fill(details.replace('"Queues"', ['"Queues AKIA', 'Q3EGRZ7JPLMXN2TV"'].join('')));
  await expect(dialog).toContainText('2 policies found');
  await expect(dialog).toContainText('That looked like an AWS key');
  await expect(dialog.getByRole('checkbox', { name: /^Deploy trust policy/ })).toBeChecked();
  expect(await violations(page, 'dialog')).toEqual([]);
  await dialog.getByRole('checkbox', { name: 'Take away the policies that are there now' }).check();
  await dialog.getByRole('button', { name: 'Take 2 policies' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('textbox', { name: 'Resource', exact: true })).toHaveValue(
    'arn:aws:iam::111122223333:role/Deploy',
  );
  await expect(page.getByRole('tab')).toHaveCount(2);
  await expect(page.locator('textarea')).toHaveValue(/sqs:us-east-1:111122223333:orders/);
  await page.getByText('In words').click();
  await expect(page.locator('.words, details').filter({ hasText: 'sqs:*' }).first()).toBeVisible();
  await expect.poll(() => keptAndShown(page)).toContain('orders');
  expect(await keptAndShown(page)).not.toContain(account);
  expect(await keptAndShown(page)).not.toContain('Q3EGRZ7JPLMXN2TV');
});

test('whoever asks for it keeps account ids; a dropped file opens the same window', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('deny-by-default.editor', 'text'));
  await page.goto('./#/explain');
  await expect(page.getByRole('heading', { name: 'The answer' })).toBeVisible();
  const transfer = await page.evaluateHandle((text) => {
    const made = new DataTransfer();
    made.items.add(new File([text], 'details.json', { type: 'application/json' }));
    made.items.add(new File(['x'.repeat(2_000_001)], 'huge.json', { type: 'application/json' }));
    return made;
  }, details);
  await page.dispatchEvent('main', 'drop', { dataTransfer: transfer });
  const dialog = page.getByRole('dialog', { name: 'Import your own policies' });
  await expect(dialog).toContainText('2 policies found');
  await expect(dialog).toContainText('huge.json is too large');
  await dialog.getByRole('checkbox', { name: /^Deploy trust policy/ }).uncheck();
  await dialog.getByRole('checkbox', { name: /^Replace 1 account id/ }).uncheck();
  await expect(dialog).toContainText('kept on this device');
  await dialog.getByRole('button', { name: 'Take 1 policy' }).click();
  await expect(page.locator('textarea')).toHaveValue(new RegExp(`us-east-1:${account}:orders`));
  await expect.poll(() => keptAndShown(page)).toContain(account);
});

test('one policy takes a side of a comparison', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('deny-by-default.editor', 'text'));
  await page.goto('./#/compare');
  await page.getByRole('button', { name: 'Import…' }).last().click();
  const dialog = page.getByRole('dialog', { name: 'Import your own policies' });
  await dialog.getByRole('textbox').fill(details);
  await dialog.getByRole('radio', { name: /Queues/ }).check();
  await dialog.getByRole('button', { name: 'Take 1 policy' }).click();
  await expect(page.locator('textarea').last()).toHaveValue(/sqs:us-east-1:111122223333:orders/);
  await expect(page.getByRole('heading', { name: /grants|allows|equal|more|less/i }).first()).toBeVisible();
});
