import { text, textIn } from '../../../calls/input.ts';
import type { Operation } from '../../../calls/operation.ts';
import { refuse } from '../../../calls/refusal.ts';
import { keyAsk, ownKey, unusable } from './key.ts';
import { putKey } from './keys.ts';

const maxAliases = 50;

const createAlias: Operation = {
  service: 'kms',
  name: 'CreateAlias',
  asks: (call) => {
    const { input, region, accountId } = call;
    const found = ownKey(call, text(input, 'TargetKeyId'), 'kms:CreateAlias');
    if ('refused' in found) return found;
    const resource = `arn:aws:kms:${region}:${accountId}:${text(input, 'AliasName')}`;
    return [
      { action: 'kms:CreateAlias', resource, context: { 'kms:CallerAccount': accountId } },
      keyAsk('kms:CreateAlias', call, found),
    ];
  },
  run: (call) => {
    const { input, account, region, accountId } = call;
    const name = text(input, 'AliasName');
    const found = ownKey(call, text(input, 'TargetKeyId'), 'kms:CreateAlias');
    if ('refused' in found) return found;
    const { key } = found;
    if (!name.startsWith('alias/') || name.startsWith('alias/aws/') || name === 'alias/')
      return refuse(
        'InvalidAliasNameException',
        'An alias must begin with "alias/", and not with "alias/aws/", which is reserved for AWS managed keys.',
      );
    if (key.state === 'PendingDeletion') return unusable(key) ?? {};
    const taken = [...account.keys.values()].some(
      (other) => other.region === region && other.aliases.includes(name),
    );
    if (taken)
      return refuse(
        'AlreadyExistsException',
        `An alias with the name arn:aws:kms:${region}:${accountId}:${name} already exists`,
      );
    if (key.aliases.length >= maxAliases)
      return refuse('LimitExceededException', `A key can have at most ${maxAliases} aliases.`);
    return { changes: [putKey(accountId, { ...key, aliases: [...key.aliases, name] })] };
  },
};

export const aliasRows: readonly Operation[] = [
  createAlias,
  {
    service: 'kms',
    name: 'ListAliases',
    reads: true,
    run: (call) => {
      const { account, region, accountId, input } = call;
      const only = textIn(input, 'KeyId');
      const found = only === undefined ? undefined : ownKey(call, only, 'kms:ListAliases');
      if (found !== undefined && 'refused' in found) return found;
      const keys = [...account.keys.values()].filter(
        (key) => key.region === region && (found === undefined || found.key.id === key.id),
      );
      return {
        output: {
          Aliases: keys.flatMap(({ id, aliases }) =>
            aliases.map((AliasName) => ({
              AliasName,
              AliasArn: `arn:aws:kms:${region}:${accountId}:${AliasName}`,
              TargetKeyId: id,
            })),
          ),
        },
      };
    },
  },
];
