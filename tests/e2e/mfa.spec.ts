import type { Page } from '@playwright/test';
import { expect, readyOffline, test } from './fixtures.ts';

const policy = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Action: ['s3:ListBucket', 's3:GetObject', 's3:DeleteObject'],
      Resource: ['arn:aws:s3:::puerto-media', 'arn:aws:s3:::puerto-media/*'],
    },
    {
      Effect: 'Deny',
      Action: 's3:DeleteObject',
      Resource: '*',
      Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
    },
  ],
});
const serial = 'arn:aws:iam::111122223333:mfa/ana';

async function type(page: Page, line: string): Promise<void> {
  const field = page.locator('#terminal-line');
  await field.fill(line);
  await field.press('Enter');
}
/** The six digits that Ana’s device shows. */
async function code(page: Page): Promise<string> {
  const shown = page.locator('#sandbox-console li', { hasText: 'ana' }).locator('code').first();
  return (await shown.textContent()) ?? '';
}

test('offline: a session token with an MFA code, exported, and what only MFA may delete is deleted', async ({
  page,
  context,
}) => {
  await page.goto('./#/sandbox');
  await readyOffline(page);
  await context.setOffline(true);
  await page.reload();
  await expect(page.locator('#terminal-line')).toBeVisible();
  await type(
    page,
    'aws s3 mb s3://puerto-media && echo hola > a.txt && aws s3 cp a.txt s3://puerto-media/a.txt',
  );
  await type(page, `aws iam create-user --user-name ana --query User.Arn`);
  await type(
    page,
    `aws iam put-user-policy --user-name ana --policy-name Media --policy-document '${policy}'`,
  );
  await type(
    page,
    'aws iam create-virtual-mfa-device --virtual-mfa-device-name ana --outfile seed.txt --bootstrap-method Base32StringSeed',
  );
  await page.getByRole('button', { name: /^Authenticator/ }).click();
  const first = await code(page);
  await page.getByRole('button', { name: '+1 min' }).click();
  // Two codes that follow each other: the second is the one of half a minute later.
  await expect.poll(() => code(page)).not.toBe(first);
  const one = await code(page);
  for (let times = 0; times < 3; times += 1) await page.getByRole('button', { name: '+10 s' }).click();
  await expect.poll(() => code(page)).not.toBe(one);
  const two = await code(page);
  await type(
    page,
    `aws iam enable-mfa-device --user-name ana --serial-number ${serial} --authentication-code1 ${one} --authentication-code2 ${two} && echo enabled`,
  );
  await expect(page.locator('#sandbox-terminal')).toContainText('enabled');
  await type(
    page,
    "aws iam create-access-key --user-name ana --query 'AccessKey.[AccessKeyId,SecretAccessKey]' --output text > key.txt",
  );
  await type(
    page,
    'aws configure set aws_access_key_id $(cut -f1 key.txt) --profile laptop && aws configure set aws_secret_access_key $(cut -f2 key.txt) --profile laptop && export AWS_PROFILE=laptop',
  );
  await type(page, 'aws s3 rm s3://puerto-media/a.txt');
  await expect(page.locator('#sandbox-terminal')).toContainText('explicit deny');
  await page.getByRole('button', { name: '+1 min' }).click();
  await expect.poll(() => code(page)).not.toBe(two);
  await type(
    page,
    `aws sts get-session-token --serial-number ${serial} --token-code ${await code(page)} --query 'Credentials.[AccessKeyId,SecretAccessKey,SessionToken]' --output text > session.txt`,
  );
  await type(
    page,
    'export AWS_ACCESS_KEY_ID=$(cut -f1 session.txt) AWS_SECRET_ACCESS_KEY=$(cut -f2 session.txt) AWS_SESSION_TOKEN=$(cut -f3 session.txt)',
  );
  await type(page, 'aws s3 rm s3://puerto-media/a.txt');
  await expect(page.locator('#sandbox-terminal')).toContainText('delete: s3://puerto-media/a.txt');
});
