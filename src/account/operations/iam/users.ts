import type { JsonObject } from '#iam';
import { tagsIn, text, textIn } from '../../calls/input.ts';
import { iamArn, nameKey } from '../../calls/names.ts';
import type { Operation } from '../../calls/operation.ts';
import { refuse } from '../../calls/refusal.ts';
import type { Account } from '../../state/state.ts';
import { put, remove } from '../../state/state.ts';
import { uniqueId } from '../../state/ids.ts';
import type { Tag, User } from '../../state/entities.ts';
import { about, overQuota, page, requestTagKeys, user } from './kinds.ts';
import { tagOperations, withTags } from './tags.ts';

const mostUsers = 5000;

/** A user as CreateUser and GetUser give it; lists leave tags and boundary out. */
export function userOutput(account: string, one: User, whole = true): JsonObject {
  return {
    Path: one.path,
    UserName: one.name,
    UserId: one.id,
    Arn: iamArn(account, 'user', one),
    CreateDate: one.created,
    ...(one.passwordLastUsed !== undefined && { PasswordLastUsed: one.passwordLastUsed }),
    ...(whole && one.boundary !== undefined && { PermissionsBoundary: boundaryOutput(one.boundary) }),
    ...(whole && one.tags.length > 0 && { Tags: one.tags as readonly (Tag & JsonObject)[] }),
  };
}

export function boundaryOutput(arn: string): JsonObject {
  return { PermissionsBoundaryType: 'PermissionsBoundaryPolicy', PermissionsBoundaryArn: arn };
}

/** What must be gone before DeleteUser takes a user, in the order AWS asks for it. */
function subordinates(account: Account, one: User): string | undefined {
  const own = ({ user: name }: { user?: string }): boolean =>
    name !== undefined && nameKey(name) === nameKey(one.name);
  if (one.attached.length > 0) return 'must detach all policies first.';
  if (Object.keys(one.inline).length > 0) return 'must delete policies first.';
  if (one.groups.length > 0) return 'must remove users from group first.';
  if (account.loginProfiles.has(nameKey(one.name))) return 'must delete login profile first.';
  if ([...account.accessKeys.values()].some(own)) return 'must delete access keys first.';
  if ([...account.mfaDevices.values()].some(own)) return 'must delete MFA device first.';
  return undefined;
}

const createUser: Operation = {
  service: 'iam',
  name: 'CreateUser',
  asks: ({ accountId, input }) => [
    {
      action: 'iam:CreateUser',
      resource: iamArn(accountId, 'user', {
        path: textIn(input, 'Path') ?? '/',
        name: text(input, 'UserName'),
      }),
      context: {
        ...requestTagKeys(tagsIn(input)),
        ...(textIn(input, 'PermissionsBoundary') !== undefined && {
          'iam:PermissionsBoundary': text(input, 'PermissionsBoundary'),
        }),
      },
    },
  ],
  run: ({ account, accountId, input, now, random, world }) => {
    const name = text(input, 'UserName');
    if (account.users.has(nameKey(name)))
      return refuse('EntityAlreadyExists', `User with name ${name} already exists.`);
    if (account.users.size >= mostUsers) return overQuota('UsersPerAccount', mostUsers);
    const tags = withTags([], tagsIn(input), true);
    if ('refused' in tags) return tags;
    const boundary = textIn(input, 'PermissionsBoundary');
    if (boundary !== undefined && !isPolicy(account, world.catalogue, boundary))
      return refuse('NoSuchEntity', `Scope ARN: ${boundary} does not exist or is not attachable.`);
    const made: User = {
      name,
      path: textIn(input, 'Path') ?? '/',
      id: uniqueId('AIDA', random),
      created: now,
      tags,
      groups: [],
      attached: [],
      inline: {},
      ...(boundary !== undefined && { boundary }),
    };
    return {
      output: { User: userOutput(accountId, made) },
      changes: [put(accountId, 'users', nameKey(name), made)],
    };
  },
};

/** Whether an ARN names a managed policy of the account or of AWS. */
export function isPolicy(account: Account, catalogue: ReadonlyMap<string, unknown>, arn: string): boolean {
  return (
    catalogue.has(arn) || account.policies.get(nameKey(arn.slice(arn.lastIndexOf('/') + 1)))?.arn === arn
  );
}

export const userOperations: readonly Operation[] = [
  createUser,
  about(user, 'GetUser', ({ accountId }, one) => ({ output: { User: userOutput(accountId, one) } }), {
    reads: true,
  }),
  {
    service: 'iam',
    name: 'ListUsers',
    reads: true,
    asks: ({ accountId, input }) => [
      {
        action: 'iam:ListUsers',
        resource: `arn:aws:iam::${accountId}:user${textIn(input, 'PathPrefix') ?? '/'}`,
      },
    ],
    run: ({ account, accountId, input }) => {
      const prefix = textIn(input, 'PathPrefix') ?? '/';
      const users = [...account.users.values()].filter(({ path }) => path.startsWith(prefix));
      return {
        output: page(
          input,
          'Users',
          users.map((one) => userOutput(accountId, one, false)),
        ),
      };
    },
  },
  about(user, 'DeleteUser', ({ account, accountId }, one) => {
    const held = subordinates(account, one);
    if (held !== undefined) return refuse('DeleteConflict', `Cannot delete entity, ${held}`);
    return { changes: [remove(accountId, 'users', nameKey(one.name))] };
  }),
  ...tagOperations(user, 'User', (account, one) => put(account, 'users', nameKey(one.name), one), true),
];
