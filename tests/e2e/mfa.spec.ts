import type { Page } from '@playwright/test';
import { expect, readyOffline, test, type Watch } from './fixtures.ts';

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

test.describe('with the copy for offline use', () => {
  test.use({ serviceWorkers: 'allow' });

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
});

test('a hardware token out of the drawer is assigned by its serial number, and another takes its place', async ({
  page,
}) => {
  const token = 'GAHT10000001';
  const shown = page.locator('#sandbox-console li', { hasText: token });
  async function next(before: string): Promise<string> {
    for (let times = 0; times < 3; times += 1) await page.getByRole('button', { name: '+10 s' }).click();
    await expect(shown.locator('code')).not.toHaveText(before);
    return (await shown.locator('code').textContent()) ?? '';
  }
  await page.goto('./#/sandbox');
  await expect(page.locator('#terminal-line')).toBeVisible();
  await type(page, 'aws iam create-user --user-name ana --query User.Arn');
  await page.getByRole('button', { name: /^Authenticator/ }).click();
  await expect(shown).toContainText('not assigned');
  const one = await next('');
  const two = await next(one);
  await type(
    page,
    `aws iam enable-mfa-device --user-name ana --serial-number ${token} --authentication-code1 ${one} --authentication-code2 ${two}`,
  );
  await expect(shown).toContainText('ana');
  await expect(page.locator('#sandbox-console li', { hasText: 'GAHT10000002' })).toContainText(
    'not assigned',
  );
});

test.describe('a security key', () => {
  /** Ana, who may sign in to the console. Browsers ask keys for pages that have a name, not an address. */
  async function begin(page: Page, watched: Watch, baseURL: string | undefined): Promise<void> {
    watched.allow('foreign request: http://localhost:');
    const named = new URL('./#/sandbox', baseURL);
    named.hostname = 'localhost';
    await page.goto(named.href);
    await expect(page.locator('#terminal-line')).toBeVisible();
    await type(
      page,
      'aws iam create-user --user-name ana && aws iam create-login-profile --user-name ana --password "Correct-Horse-9"',
    );
    await page.getByRole('button', { name: /^Authenticator/ }).click();
    await page.getByLabel('Whose').selectOption('ana');
  }
  async function knock(page: Page): Promise<void> {
    await page.getByRole('button', { name: /^Sign in/ }).click();
    await page.getByLabel('User name').fill('ana');
    await page.getByLabel('Password', { exact: true }).fill('Correct-Horse-9');
    await page.getByRole('button', { name: 'Sign in', exact: true }).last().click();
  }

  test('is asked by the browser, at registration and at sign-in', async ({
    page,
    context,
    watched,
    baseURL,
  }) => {
    const devtools = await context.newCDPSession(page);
    await devtools.send('WebAuthn.enable');
    const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: { protocol: 'ctap2', transport: 'usb', automaticPresenceSimulation: true },
    });
    await begin(page, watched, baseURL);
    await page.getByRole('button', { name: 'Register my security key' }).click();
    await expect(page.locator('#sandbox-console')).toContainText('u2f/user/ana/key-1');
    const { credentials } = await devtools.send('WebAuthn.getCredentials', { authenticatorId });
    expect(credentials).toHaveLength(1);
    await knock(page);
    await page.getByRole('button', { name: 'Use my security key' }).click();
    await expect(page.getByText(/Signed in as .*ana/)).toBeVisible();
  });

  test('is simulated where the browser makes none', async ({ page, watched, baseURL }) => {
    await page.addInitScript(() => {
      navigator.credentials.create = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    });
    await begin(page, watched, baseURL);
    await page.getByRole('button', { name: 'Register my security key' }).click();
    await expect(page.locator('#sandbox-console')).toContainText('The browser made no credential');
    await page.getByRole('button', { name: 'Register a simulated key' }).click();
    await expect(page.locator('#sandbox-console')).toContainText('u2f/user/ana/key-1');
    await knock(page);
    await expect(page.getByRole('button', { name: 'Use my security key' })).toHaveCount(0);
    await page.getByRole('button', { name: 'Touch the security key' }).click();
    await expect(page.getByText(/Signed in as .*ana/)).toBeVisible();
  });
});
