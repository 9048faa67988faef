import type { JsonObject } from '#iam';
import { numberIn, list, text, textIn } from '../../../calls/input.ts';
import type { Call, Operation, Outcome } from '../../../calls/operation.ts';
import { refuse, type Refusal } from '../../../calls/refusal.ts';
import { repeats, requestTagKeys } from '../../../calls/tag-set.ts';
import { uuid } from '../../../state/ids.ts';
import type { Tag } from '../../../state/entities.ts';
import type { KmsKey } from '../../../state/resources.ts';
import { put, type Change } from '../../../state/state.ts';
import { findKey, keyAsk, keyOutput, ownKey, unusable, type OwnedKey } from './key.ts';
import { badKeyPolicy } from './policies.ts';

const day = 86_400_000;

/** A row about one key of the caller's account, or, where `anyAccount` says so, of any that lets the caller. */
export function aboutKey(
  name: string,
  run: (call: Call, found: OwnedKey) => Outcome | Refusal,
  more: {
    readonly reads?: true;
    readonly anyAccount?: true;
    readonly context?: (call: Call) => Parameters<typeof keyAsk>[3];
  } = {},
): Operation {
  const action = `kms:${name}`;
  const find = (call: Call): OwnedKey | Refusal =>
    (more.anyAccount ? findKey : ownKey)(call, text(call.input, 'KeyId'), action);
  return {
    service: 'kms',
    name,
    ...(more.reads && { reads: true }),
    asks: (call) => {
      const found = find(call);
      return 'refused' in found ? found : [keyAsk(action, call, found, more.context?.(call))];
    },
    run: (call) => {
      const found = find(call);
      return 'refused' in found ? found : run(call, found);
    },
  };
}

export function putKey(owner: string, key: KmsKey): Change {
  return put(owner, 'keys', key.id, key);
}

function tagsOf(input: JsonObject): readonly Tag[] {
  return list(input, 'Tags').map((tag) => ({
    Key: text(tag as JsonObject, 'TagKey'),
    Value: text(tag as JsonObject, 'TagValue'),
  }));
}

/**
 * The key policy that a key has unless another is given: the account's IAM policies decide.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
/** The policy that AWS gives a key without one: the account's policies decide. */
export function defaultKeyPolicy(account: string): string {
  return `{"Version":"2012-10-17","Id":"key-default-1","Statement":[{"Sid":"Enable IAM User Permissions","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::${account}:root"},"Action":"kms:*","Resource":"*"}]}`;
}

const createKey: Operation = {
  service: 'kms',
  name: 'CreateKey',
  asks: ({ input, accountId }) => [
    {
      action: 'kms:CreateKey',
      resource: '*',
      context: {
        'kms:CallerAccount': accountId,
        'kms:KeySpec': 'SYMMETRIC_DEFAULT',
        'kms:KeyUsage': 'ENCRYPT_DECRYPT',
        'kms:KeyOrigin': 'AWS_KMS',
        ...requestTagKeys(tagsOf(input)),
      },
    },
  ],
  run: (call) => {
    const { input, accountId, region, now, random } = call;
    const id = uuid(random);
    const tags = tagsOf(input);
    if (repeats(tags)) return refuse('TagException', 'Duplicate tag keys');
    const key: KmsKey = {
      id,
      arn: `arn:aws:kms:${region}:${accountId}:key/${id}`,
      region,
      created: now,
      description: text(input, 'Description'),
      policy: textIn(input, 'Policy') ?? defaultKeyPolicy(accountId),
      state: 'Enabled',
      aliases: [],
      tags,
    };
    return (
      badKeyPolicy(call, key) ?? {
        output: { KeyMetadata: keyOutput(accountId, key) },
        changes: [putKey(accountId, key)],
      }
    );
  },
};

/** The same key enabled or disabled; one that is pending deletion is neither. */
function switchKey(name: string, state: KmsKey['state']): Operation {
  return aboutKey(name, (_, { key, owner }) => {
    if (key.state === 'PendingDeletion') return unusable(key) ?? {};
    return { changes: [putKey(owner, { ...key, state })] };
  });
}

export const keyRows: readonly Operation[] = [
  createKey,
  aboutKey('DescribeKey', (_, { key, owner }) => ({ output: { KeyMetadata: keyOutput(owner, key) } }), {
    reads: true,
    anyAccount: true,
  }),
  {
    service: 'kms',
    name: 'ListKeys',
    reads: true,
    run: ({ account, region }) => ({
      output: {
        Keys: [...account.keys.values()]
          .filter((key) => key.region === region)
          .map(({ id, arn }) => ({ KeyId: id, KeyArn: arn })),
      },
    }),
  },
  switchKey('EnableKey', 'Enabled'),
  switchKey('DisableKey', 'Disabled'),
  aboutKey('ScheduleKeyDeletion', ({ input, now }, { key, owner }) => {
    if (key.state === 'PendingDeletion') return unusable(key) ?? {};
    const days = numberIn(input, 'PendingWindowInDays') ?? 30;
    if (days < 7 || days > 30)
      return refuse('ValidationException', 'PendingWindowInDays must be between 7 and 30, inclusive.');
    const deletion = now + days * day;
    return {
      output: {
        KeyId: key.arn,
        DeletionDate: deletion,
        KeyState: 'PendingDeletion',
        PendingWindowInDays: days,
      },
      changes: [putKey(owner, { ...key, state: 'PendingDeletion', deletion })],
    };
  }),
];
