import type { JsonObject } from '#iam';
import { text } from '../../../calls/input.ts';
import { iamArn, nameKey } from '../../../calls/names.ts';
import type { Operation } from '../../../calls/operation.ts';
import { refuse } from '../../../calls/refusal.ts';
import type { Group, User } from '../../../state/entities.ts';
import { uniqueId } from '../../../state/ids.ts';
import { put, remove, type Account } from '../../../state/state.ts';
import { askToMake, listOperation, pathIn } from '../entities.ts';
import { about, group, overQuota, page } from '../kinds.ts';
import { userOutput } from './users.ts';

const maxGroups = 300;

/** A group as operations give it. */
export function groupOutput(account: string, one: Group): JsonObject {
  return {
    Path: one.path,
    GroupName: one.name,
    GroupId: one.id,
    Arn: iamArn(account, 'group', one),
    CreateDate: one.created,
  };
}

/** The users in a group. */
function membersOf(account: Account, { name }: Group): readonly User[] {
  return [...account.users.values()].filter(({ groups }) => groups.includes(name));
}

const createGroup: Operation = {
  service: 'iam',
  name: 'CreateGroup',
  asks: askToMake('iam:CreateGroup', 'group', 'GroupName'),
  run: ({ account, accountId, input, now, random }) => {
    const name = text(input, 'GroupName');
    if (account.groups.has(nameKey(name)))
      return refuse('EntityAlreadyExists', `Group with name ${name} already exists.`);
    if (account.groups.size >= maxGroups) return overQuota('GroupsPerAccount', maxGroups);
    const made: Group = {
      name,
      path: pathIn(input),
      id: uniqueId('AGPA', random),
      created: now,
      attached: [],
      inline: {},
    };
    return {
      output: { Group: groupOutput(accountId, made) },
      changes: [put(accountId, 'groups', nameKey(name), made)],
    };
  },
};

const getGroup = about(
  group,
  'GetGroup',
  ({ account, accountId, input }, one) => ({
    output: {
      Group: groupOutput(accountId, one),
      ...page(
        input,
        'Users',
        membersOf(account, one).map((member) => userOutput(accountId, member, false)),
      ),
    },
  }),
  { reads: true },
);

/** What must be gone before DeleteGroup takes a group. */
function subordinates(account: Account, one: Group): string | undefined {
  if (membersOf(account, one).length > 0) return 'must remove users from group first.';
  if (one.attached.length > 0) return 'must detach all policies first.';
  if (Object.keys(one.inline).length > 0) return 'must delete policies first.';
  return undefined;
}

const deleteGroup = about(group, 'DeleteGroup', ({ account, accountId }, one) => {
  const held = subordinates(account, one);
  return held === undefined
    ? { changes: [remove(accountId, 'groups', nameKey(one.name))] }
    : refuse('DeleteConflict', `Cannot delete entity, ${held}`);
});

export const groupOperations: readonly Operation[] = [
  createGroup,
  getGroup,
  listOperation(
    'ListGroups',
    'group',
    'Groups',
    ({ groups }) => groups,
    ({ accountId }, one) => groupOutput(accountId, one),
  ),
  deleteGroup,
];
