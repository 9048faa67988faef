import type { JsonObject } from '#iam';
import { numberIn, tagsIn, text, textIn } from '../../../calls/input.ts';
import { iamArn, nameKey } from '../../../calls/names.ts';
import type { Call, Operation } from '../../../calls/operation.ts';
import { refuse, type Refusal } from '../../../calls/refusal.ts';
import type { Role } from '../../../state/entities.ts';
import { uniqueId } from '../../../state/ids.ts';
import { put, remove, type Account } from '../../../state/state.ts';
import { boundaryOutput, boundaryRefusal } from '../boundary.ts';
import { askToMake, listOperation, pathIn } from '../entities.ts';
import { changing, isReservedPath, roleHolder } from '../holders.ts';
import { about, overQuota, role } from '../kinds.ts';
import { withTags } from '../../../calls/tag-set.ts';
import { tagOperations } from '../tags.ts';
import { trustFollows } from './trust-principals.ts';
import { trustPolicy } from './trust.ts';

const maxRoles = 1000;
/** Seconds. */
export const defaultSession = 3600;

/** A role as lists give it: without tags, boundary and last use. */
export function roleOutput(account: string, one: Role): JsonObject {
  return {
    Path: one.path,
    RoleName: one.name,
    RoleId: one.id,
    Arn: iamArn(account, 'role', one),
    CreateDate: one.created,
    AssumeRolePolicyDocument: one.trust,
    ...(one.description !== undefined && { Description: one.description }),
    MaxSessionDuration: one.maxSession,
  };
}

/** A role with its boundary and tags, as CreateRole gives it. */
export function wholeRole(account: string, one: Role): JsonObject {
  return {
    ...roleOutput(account, one),
    ...boundaryOutput(one),
    ...(one.tags.length > 0 && { Tags: one.tags }),
  };
}

/** When and where a role was used last, as GetRole tells it. */
export function lastUse({ lastUsed }: Role): JsonObject {
  return lastUsed === undefined ? {} : { LastUsedDate: lastUsed.at, Region: lastUsed.region };
}

/** AWS's refusal of one more role; undefined where the account has room for it. */
export function noRoomForRole({ roles }: Account): Refusal | undefined {
  return roles.size >= maxRoles ? overQuota('RolesPerAccount', maxRoles) : undefined;
}

function newRole(call: Call): Role | Refusal {
  const { account, input, now, random, state } = call;
  const name = text(input, 'RoleName');
  const path = pathIn(input);
  if (isReservedPath(path))
    return refuse('InvalidInput', `The path ${path} is reserved for roles that AWS makes.`);
  const boundary = textIn(input, 'PermissionsBoundary');
  if (account.roles.has(nameKey(name)))
    return refuse('EntityAlreadyExists', `Role with name ${name} already exists.`);
  const refused =
    noRoomForRole(account) ?? (boundary === undefined ? undefined : boundaryRefusal(call, boundary));
  if (refused !== undefined) return refused;
  const policy = trustPolicy(text(input, 'AssumeRolePolicyDocument'), state);
  if ('refused' in policy) return policy;
  const tags = withTags([], tagsIn(input), true);
  if ('refused' in tags) return tags;
  const description = textIn(input, 'Description');
  return {
    name,
    path,
    id: uniqueId('AROA', random),
    created: now,
    tags,
    trust: policy.trust,
    ...(description !== undefined && { description }),
    maxSession: numberIn(input, 'MaxSessionDuration') ?? defaultSession,
    ...(boundary !== undefined && { boundary }),
    attached: [],
    inline: {},
  };
}

const createRole: Operation = {
  service: 'iam',
  name: 'CreateRole',
  asks: askToMake('iam:CreateRole', 'role', 'RoleName'),
  run: (call) => {
    const made = newRole(call);
    return 'refused' in made
      ? made
      : {
          output: { Role: wholeRole(call.accountId, made) },
          changes: [put(call.accountId, 'roles', nameKey(made.name), made)],
        };
  },
};

/** What must be gone before DeleteRole takes a role. */
function subordinates(account: Account, one: Role): string | undefined {
  if ([...account.instanceProfiles.values()].some((profile) => profile.role === one.name))
    return 'must remove roles from instance profile first.';
  if (one.attached.length > 0) return 'must detach all policies first.';
  if (Object.keys(one.inline).length > 0) return 'must delete policies first.';
  return undefined;
}

const deleteRole = changing(roleHolder, 'DeleteRole', ({ account, accountId, state }, one) => {
  const held = subordinates(account, one);
  if (held !== undefined) return refuse('DeleteConflict', `Cannot delete entity, ${held}`);
  return {
    changes: [
      remove(accountId, 'roles', nameKey(one.name)),
      ...trustFollows(state, iamArn(accountId, 'role', one), one.id),
    ],
  };
});

const getRole = about(
  role,
  'GetRole',
  ({ accountId }, one) => ({
    output: { Role: { ...wholeRole(accountId, one), RoleLastUsed: lastUse(one) } },
  }),
  { reads: true },
);

export const roleOperations: readonly Operation[] = [
  createRole,
  getRole,
  listOperation(
    'ListRoles',
    'role',
    'Roles',
    ({ roles }) => roles,
    ({ accountId }, one) => roleOutput(accountId, one),
  ),
  deleteRole,
  ...tagOperations(role, 'Role', (account, one) => put(account, 'roles', nameKey(one.name), one), true),
];
