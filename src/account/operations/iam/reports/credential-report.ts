import type { Operation } from '../../../calls/operation.ts';
import { refuse, type Refusal } from '../../../calls/refusal.ts';
import { iamArn, nameKey } from '../../../calls/names.ts';
import { passwordExpiry } from '../credentials/passwords.ts';
import type { AccessKey, AccountSettings, User } from '../../../state/entities.ts';
import type { CallRecord } from '../../../state/record.ts';
import { put, type Account } from '../../../state/state.ts';
import { isoTime } from '../../../state/time.ts';
import { keysOf } from '../credentials/access-keys.ts';
import { settingsOf } from '../credential-holders.ts';
import { devicesOf } from '../credentials/mfa-assignments.ts';
import { lastUse } from '../credentials/key-use.ts';

/** A report stands for four hours; before they are over no other is made. */
const lifetime = 14_400_000;
/** How long the making of a report takes. */
const making = 2000;

const keyColumns = ['active', 'last_rotated', 'last_used_date', 'last_used_region', 'last_used_service'];
const columns = [
  ...['user', 'arn', 'user_creation_time', 'password_enabled', 'password_last_used'],
  ...['password_last_changed', 'password_next_rotation', 'mfa_active'],
  ...[1, 2].flatMap((n) => keyColumns.map((column) => `access_key_${n}_${column}`)),
  ...[1, 2].flatMap((n) => [`cert_${n}_active`, `cert_${n}_last_rotated`]),
  'additional_credentials_info',
];

function time(at: number | undefined, otherwise = 'N/A'): string {
  return at === undefined ? otherwise : isoTime(at);
}

/** The columns that users and the root user have alike: from `mfa_active` on. */
function credentialCells(account: Account, log: readonly CallRecord[], name: string): readonly string[] {
  const [first, second] = keysOf(account, name);
  return [
    String(devicesOf(account, name).length > 0),
    ...keyCells(log, first),
    ...keyCells(log, second),
    ...['false', 'N/A', 'false', 'N/A'],
    'N/A',
  ];
}

function keyCells(log: readonly CallRecord[], key: AccessKey | undefined): readonly string[] {
  if (key === undefined) return ['false', 'N/A', 'N/A', 'N/A', 'N/A'];
  const use = lastUse(log, key.id);
  return [
    String(key.status === 'Active'),
    time(key.created),
    time(use?.at),
    use?.region ?? 'N/A',
    use?.service ?? 'N/A',
  ];
}

function rootRow(account: Account, id: string, log: readonly CallRecord[]): readonly string[] {
  const { created, rootPassword, rootPasswordLastUsed } = settingsOf(account);
  return [
    ...['<root_account>', `arn:aws:iam::${id}:root`, time(created)],
    String(rootPassword !== undefined),
    time(rootPasswordLastUsed, 'no_information'),
    ...['not_supported', 'not_supported'],
    ...credentialCells(account, log, ''),
  ];
}

function userRow(account: Account, id: string, log: readonly CallRecord[], one: User): readonly string[] {
  const profile = account.loginProfiles.get(nameKey(one.name));
  const { passwordPolicy } = settingsOf(account);
  return [
    ...[one.name, iamArn(id, 'user', one), time(one.created)],
    ...(profile
      ? [
          'true',
          time(one.passwordLastUsed, 'no_information'),
          time(profile.changed),
          time(passwordExpiry(profile, passwordPolicy)),
        ]
      : ['false', 'N/A', 'N/A', 'N/A']),
    ...credentialCells(account, log, one.name),
  ];
}

/** The text of a credential report. Names of users hold commas, so a cell that has one is quoted. */
function reportText(account: Account, id: string, log: readonly CallRecord[]): string {
  const users = [...account.users.values()].map((one) => userRow(account, id, log, one));
  return [columns, rootRow(account, id, log), ...users]
    .map((row) => row.map((cell) => (cell.includes(',') ? `"${cell}"` : cell)).join(','))
    .join('\n');
}

function reportState(
  { report }: AccountSettings,
  now: number,
): 'none' | 'expired' | 'INPROGRESS' | 'COMPLETE' {
  if (report === undefined) return 'none';
  if (now < report.at + making) return 'INPROGRESS';
  return now < report.at + lifetime ? 'COMPLETE' : 'expired';
}

const missing: Readonly<Record<'none' | 'expired' | 'INPROGRESS', Refusal>> = {
  none: refuse('ReportNotPresent', 'Credential report not present.'),
  expired: refuse('ReportExpired', 'Credential report has expired.'),
  INPROGRESS: refuse('ReportInProgress', 'Credential report generation is in progress.'),
};

/**
 * The credential report.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html
 */
export const credentialReportOperations: readonly Operation[] = [
  {
    service: 'iam',
    name: 'GenerateCredentialReport',
    run: ({ account, accountId, now, world }) => {
      const settings = settingsOf(account);
      const state = reportState(settings, now);
      if (state === 'INPROGRESS' || state === 'COMPLETE') return { output: { State: state } };
      const report = { at: now, content: reportText(account, accountId, world.log) };
      return {
        output: {
          State: 'STARTED',
          Description:
            state === 'none'
              ? 'No report exists. Starting a new report generation task'
              : 'Report is older than four hours. Starting a new report generation task',
        },
        changes: [put(accountId, 'settings', 'account', { ...settings, report })],
      };
    },
  },
  {
    service: 'iam',
    name: 'GetCredentialReport',
    reads: true,
    run: ({ account, now }) => {
      const settings = settingsOf(account);
      const state = reportState(settings, now);
      if (state !== 'COMPLETE' || settings.report === undefined)
        return missing[state === 'COMPLETE' ? 'none' : state];
      const { at, content } = settings.report;
      return { output: { Content: content, ReportFormat: 'text/csv', GeneratedTime: at } };
    },
  },
];
