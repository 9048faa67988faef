import type { JsonObject } from '#iam';
import { text } from '../../../calls/input.ts';
import type { Call, Operation, Outcome } from '../../../calls/operation.ts';
import { refuse, type Refusal } from '../../../calls/refusal.ts';
import type { AccessKey } from '../../../state/entities.ts';
import { accessKeyId, fingerprint, secretAccessKey } from '../../../state/ids.ts';
import { put, remove, type Account } from '../../../state/state.ts';
import { aboutHolder, shownName, type Holder } from '../credential-holders.ts';
import { askAbout, overQuota, page, user } from '../kinds.ts';
import { lastUse } from './key-use.ts';

const maxKeys = 2;

/** The access keys of a user, or with `''` of the root user, the older first. */
export function keysOf(account: Account, name: string): readonly AccessKey[] {
  return [...account.accessKeys.values()].filter((key) => key.user === name);
}

function createAccessKey({ account, accountId, now, random }: Call, one: Holder): Outcome | Refusal {
  if (keysOf(account, one.name).length >= maxKeys) return overQuota('AccessKeysPerUser', maxKeys);
  const secret = secretAccessKey(random);
  const made: AccessKey = {
    id: accessKeyId('AKIA', random),
    user: one.name,
    secret: fingerprint(secret),
    status: 'Active',
    created: now,
  };
  return {
    output: {
      AccessKey: {
        UserName: shownName(account, one),
        AccessKeyId: made.id,
        Status: made.status,
        SecretAccessKey: secret,
        CreateDate: now,
      },
    },
    changes: [put(accountId, 'accessKeys', made.id, made)],
  };
}

function metadata({ id, user: name, status, created }: AccessKey): JsonObject {
  return { ...(name !== '' && { UserName: name }), AccessKeyId: id, Status: status, CreateDate: created };
}

/** A row about one access key: it has to be the named user's, or without a name the caller's own. */
function aboutKey(name: string, run: (call: Call, key: AccessKey) => Outcome | Refusal): Operation {
  return aboutHolder(name, (call, one) => {
    const id = text(call.input, 'AccessKeyId');
    const key = call.account.accessKeys.get(id);
    return key?.user === one.name
      ? run(call, key)
      : refuse('NoSuchEntity', `The Access Key with id ${id} cannot be found`);
  });
}

const getAccessKeyLastUsed: Operation = {
  service: 'iam',
  name: 'GetAccessKeyLastUsed',
  reads: true,
  asks: (call) => {
    const id = text(call.input, 'AccessKeyId');
    const key = call.account.accessKeys.get(id);
    if (key === undefined)
      return refuse(
        'AccessDenied',
        `User: ${call.caller.arn} is not authorized to perform: iam:GetAccessKeyLastUsed on resource: access key ${id}`,
      );
    if (key.user === '')
      return [{ action: 'iam:GetAccessKeyLastUsed', resource: `arn:aws:iam::${call.accountId}:root` }];
    return [askAbout('GetAccessKeyLastUsed', user, { ...call, input: { UserName: key.user } })];
  },
  run: ({ account, input, world }) => {
    const id = text(input, 'AccessKeyId');
    const name = account.accessKeys.get(id)?.user ?? '';
    const use = lastUse(world.log, id);
    return {
      output: {
        ...(name !== '' && { UserName: name }),
        AccessKeyLastUsed: {
          ...(use && { LastUsedDate: use.at }),
          ServiceName: use?.service ?? 'N/A',
          Region: use?.region ?? 'N/A',
        },
      },
    };
  },
};

/**
 * Long-term access keys.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html
 */
export const accessKeyOperations: readonly Operation[] = [
  aboutHolder('CreateAccessKey', createAccessKey),
  aboutHolder(
    'ListAccessKeys',
    ({ account, input }, { name }) => ({
      output: page(input, 'AccessKeyMetadata', keysOf(account, name).map(metadata)),
    }),
    { reads: true },
  ),
  aboutKey('UpdateAccessKey', ({ accountId, input }, key) => {
    const status = text(input, 'Status');
    if (status !== 'Active' && status !== 'Inactive')
      return refuse('InvalidInput', 'The status of an access key can be set to Active or Inactive.');
    return { changes: [put(accountId, 'accessKeys', key.id, { ...key, status })] };
  }),
  aboutKey('DeleteAccessKey', ({ accountId }, { id }) => ({
    changes: [remove(accountId, 'accessKeys', id)],
  })),
  getAccessKeyLastUsed,
];
