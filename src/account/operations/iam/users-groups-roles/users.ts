import type { JsonObject } from '#iam';
import { tagsIn, text, textIn } from '../../../calls/input.ts';
import { iamArn, nameKey } from '../../../calls/names.ts';
import type { Call, Operation } from '../../../calls/operation.ts';
import { refuse, type Refusal } from '../../../calls/refusal.ts';
import type { Account } from '../../../state/state.ts';
import { put, remove } from '../../../state/state.ts';
import { uniqueId } from '../../../state/ids.ts';
import type { User } from '../../../state/entities.ts';
import { boundaryOutput, boundaryRefusal } from '../boundary.ts';
import { rootOutput } from '../credential-holders.ts';
import { askToMake, listOperation, pathIn } from '../entities.ts';
import { about, overQuota, user } from '../kinds.ts';
import { withTags } from '../../../calls/tag-set.ts';
import { tagOperations } from '../tags.ts';
import { trustFollows } from './trust-principals.ts';

const maxUsers = 5000;

/** A user as CreateUser and GetUser give it; lists leave tags and boundary out. */
export function userOutput(account: string, one: User, whole = true): JsonObject {
  return {
    Path: one.path,
    UserName: one.name,
    UserId: one.id,
    Arn: iamArn(account, 'user', one),
    CreateDate: one.created,
    ...(one.passwordLastUsed !== undefined && { PasswordLastUsed: one.passwordLastUsed }),
    ...(whole && boundaryOutput(one)),
    ...(whole && one.tags.length > 0 && { Tags: one.tags }),
  };
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
  asks: askToMake('iam:CreateUser', 'user', 'UserName'),
  run: (call) => {
    const { account, accountId, input, now, random } = call;
    const name = text(input, 'UserName');
    if (account.users.has(nameKey(name)))
      return refuse('EntityAlreadyExists', `User with name ${name} already exists.`);
    if (account.users.size >= maxUsers) return overQuota('UsersPerAccount', maxUsers);
    const tags = withTags([], tagsIn(input), true);
    if ('refused' in tags) return tags;
    const boundary = textIn(input, 'PermissionsBoundary');
    const refused = boundary === undefined ? undefined : boundaryRefusal(call, boundary);
    if (refused !== undefined) return refused;
    const made: User = {
      name,
      path: pathIn(input),
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

const aboutUser = about(
  user,
  'GetUser',
  ({ accountId }, one) => ({ output: { User: userOutput(accountId, one) } }),
  {
    reads: true,
  },
);

/** Without a name it is about the one who calls: a user, or the root user. A role session has no user to tell of. */
const getUser: Operation = {
  ...aboutUser,
  asks: (call) => unnamed(call) ?? aboutUser.asks?.(call) ?? [],
  run: (call) =>
    call.caller.kind === 'root' && textIn(call.input, 'UserName') === undefined
      ? { output: { User: rootOutput(call.account, call.accountId) } }
      : aboutUser.run(call),
};

function unnamed({ caller, input }: Call): Refusal | undefined {
  return textIn(input, 'UserName') === undefined && caller.kind !== 'user' && caller.kind !== 'root'
    ? refuse('ValidationError', 'Must specify userName when calling with non-User credentials')
    : undefined;
}

/** The user's sessions end with it, and trust policies that name it keep only its unique id. */
const deleteUser = about(user, 'DeleteUser', ({ account, accountId, state }, one) => {
  const held = subordinates(account, one);
  if (held !== undefined) return refuse('DeleteConflict', `Cannot delete entity, ${held}`);
  return {
    changes: [
      remove(accountId, 'users', nameKey(one.name)),
      ...[...account.sessions]
        .filter(([, session]) => nameKey(session.user ?? '') === nameKey(one.name))
        .map(([id]) => remove(accountId, 'sessions', id)),
      ...trustFollows(state, iamArn(accountId, 'user', one), one.id),
    ],
  };
});

export const userOperations: readonly Operation[] = [
  createUser,
  getUser,
  listOperation(
    'ListUsers',
    'user',
    'Users',
    ({ users }) => users,
    ({ accountId }, one) => userOutput(accountId, one, false),
  ),
  deleteUser,
  ...tagOperations(user, 'User', (account, one) => put(account, 'users', nameKey(one.name), one), true),
];
