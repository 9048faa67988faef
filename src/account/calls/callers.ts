import type { Credentials } from '#iam';
import type { Session } from '../state/entities.ts';
import type { Identity } from '../state/record.ts';
import type { Account } from '../state/state.ts';
import type { Caller } from './caller.ts';
import { iamArn, nameKey, tagRecord } from './names.ts';
import { refuse, type Refusal } from './refusal.ts';

/** Callers of each kind, out of the rows of the account they belong to. */

export const unknownToken = refuse(
  'InvalidClientTokenId',
  'The security token included in the request is invalid.',
);

export function rootCaller(
  id: string,
  account: Account,
  credentials: Credentials = { kind: 'longTerm' },
): Caller {
  const arn = `arn:aws:iam::${id}:root`;
  const identity: Identity = {
    type: 'Root',
    arn,
    account: id,
    principalId: id,
    ...(account.settings.get('account') && { userName: account.settings.get('account')?.name ?? '' }),
    mfa: credentials.mfaAge !== undefined,
  };
  return { kind: 'root', arn, account: id, user: '', userId: id, credentials, identity };
}

export function userCaller(
  account: Account,
  id: string,
  name: string,
  credentials: Credentials = { kind: 'longTerm' },
): Caller | Refusal {
  const user = account.users.get(nameKey(name));
  if (user === undefined) return unknownToken;
  const arn = iamArn(id, 'user', user);
  return {
    kind: 'user',
    arn,
    account: id,
    user: user.name,
    userId: user.id,
    credentials: { ...credentials, tags: tagRecord(user.tags) },
    identity: {
      type: 'IAMUser',
      arn,
      account: id,
      principalId: user.id,
      userName: user.name,
      mfa: credentials.mfaAge !== undefined,
    },
  };
}

/** Whole seconds, and 0 where a clock runs behind. */
export function seconds(milliseconds: number): number {
  return Math.max(0, Math.floor(milliseconds / 1000));
}

export function roleCaller(
  session: Session,
  id: string,
  account: Account,
  credentials: Credentials,
): Caller | Refusal {
  const role = account.roles.get(nameKey(session.role ?? ''));
  if (role?.id !== session.roleId || role === undefined) return unknownToken;
  const arn = session.principal;
  const roleArn = `arn:aws:iam::${id}:role${role.path}${role.name}`;
  const userId = `${role.id}:${arn.slice(arn.lastIndexOf('/') + 1)}`;
  const tags = new Map<string, readonly [string, string]>();
  for (const { Key, Value } of [...role.tags, ...session.tags]) tags.set(Key.toLowerCase(), [Key, Value]);
  return {
    kind: 'roleSession',
    arn,
    account: id,
    user: '',
    userId,
    role: roleArn,
    credentials: { ...credentials, tags: Object.fromEntries(tags.values()) },
    identity: { type: 'AssumedRole', arn, account: id, principalId: userId, mfa: false, issuer: roleArn },
  };
}

export function federatedCaller(
  session: Session,
  id: string,
  account: Account,
  credentials: Credentials,
): Caller | Refusal {
  const maker = session.user ?? '';
  const user = account.users.get(nameKey(maker));
  if (maker !== '' && user === undefined) return unknownToken;
  const arn = session.principal;
  const userId = `${id}:${arn.slice(arn.lastIndexOf('/') + 1)}`;
  return {
    kind: 'federatedUser',
    arn,
    account: id,
    user: maker,
    userId,
    credentials: { ...credentials, tags: tagRecord([...(user?.tags ?? []), ...session.tags]) },
    identity: {
      type: 'FederatedUser',
      arn,
      account: id,
      principalId: userId,
      mfa: false,
      issuer: user === undefined ? `arn:aws:iam::${id}:root` : iamArn(id, 'user', user),
    },
  };
}

export const anonymous: Caller = {
  kind: 'anonymous',
  arn: 'anonymous',
  account: '',
  user: '',
  userId: 'anonymous',
  identity: { type: 'Unknown', arn: 'anonymous', account: '', principalId: 'anonymous', mfa: false },
};

export function serviceCaller(service: string): Caller {
  return {
    kind: 'service',
    arn: service,
    account: '',
    user: '',
    userId: service,
    identity: { type: 'AWSService', arn: service, account: '', principalId: service, mfa: false },
  };
}
