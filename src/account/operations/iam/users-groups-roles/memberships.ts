import { nameKey } from '../../../calls/names.ts';
import type { Operation } from '../../../calls/operation.ts';
import { refuse } from '../../../calls/refusal.ts';
import { put } from '../../../state/state.ts';
import { groupOutput } from './groups.ts';
import { about, group, overQuota, page, user } from '../kinds.ts';

const maxGroupsOfUser = 10;

/** Both operations ask for the action on the group alone; which user it is, no policy can say. */
const addUserToGroup = about(group, 'AddUserToGroup', (call, { name }) => {
  const one = user.find(call);
  if (one === undefined) return user.missing(call);
  if (one.groups.includes(name)) return {};
  if (one.groups.length >= maxGroupsOfUser) return overQuota('GroupsPerUser', maxGroupsOfUser);
  const groups = [...one.groups, name];
  return { changes: [put(call.accountId, 'users', nameKey(one.name), { ...one, groups })] };
});

const removeUserFromGroup = about(group, 'RemoveUserFromGroup', (call, { name }) => {
  const one = user.find(call);
  if (one === undefined) return user.missing(call);
  if (!one.groups.includes(name)) return refuse('NoSuchEntity', `User ${one.name} not in group ${name}`);
  const groups = one.groups.filter((other) => other !== name);
  return { changes: [put(call.accountId, 'users', nameKey(one.name), { ...one, groups })] };
});

const listGroupsForUser = about(
  user,
  'ListGroupsForUser',
  ({ account, accountId, input }, { groups }) => ({
    output: page(
      input,
      'Groups',
      groups
        .map((name) => account.groups.get(nameKey(name)))
        .filter((found) => found !== undefined)
        .map((found) => groupOutput(accountId, found)),
    ),
  }),
  { reads: true },
);

export const membershipOperations: readonly Operation[] = [
  addUserToGroup,
  removeUserFromGroup,
  listGroupsForUser,
];
