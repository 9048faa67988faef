import type { JsonObject } from '#iam';
import { tagsIn, text } from '../../../calls/input.ts';
import { iamArn, nameKey } from '../../../calls/names.ts';
import type { Call, Operation } from '../../../calls/operation.ts';
import { refuse } from '../../../calls/refusal.ts';
import type { InstanceProfile } from '../../../state/entities.ts';
import { uniqueId } from '../../../state/ids.ts';
import { put, remove, type Account, type Change } from '../../../state/state.ts';
import { askToMake, listOperation, pathIn } from '../entities.ts';
import { protectedRole } from '../holders.ts';
import { about, askAbout, instanceProfile, overQuota, page, role } from '../kinds.ts';
import { roleOutput } from './roles.ts';
import { withTags } from '../../../calls/tag-set.ts';
import { tagOperations } from '../tags.ts';

const maxProfiles = 1000;
const maxRolesOfProfile = 1;

/** An instance profile with its role; lists leave tags out. */
export function instanceProfileOutput(
  account: Account,
  accountId: string,
  one: InstanceProfile,
  whole = true,
): JsonObject {
  const held = account.roles.get(nameKey(one.role ?? ''));
  return {
    Path: one.path,
    InstanceProfileName: one.name,
    InstanceProfileId: one.id,
    Arn: iamArn(accountId, 'instance-profile', one),
    CreateDate: one.created,
    Roles: held === undefined ? [] : [roleOutput(accountId, held)],
    ...(whole && one.tags.length > 0 && { Tags: one.tags }),
  };
}

function write(accountId: string, one: InstanceProfile): Change {
  return put(accountId, 'instanceProfiles', nameKey(one.name), one);
}

const createInstanceProfile: Operation = {
  service: 'iam',
  name: 'CreateInstanceProfile',
  asks: askToMake('iam:CreateInstanceProfile', 'instance-profile', 'InstanceProfileName'),
  run: ({ account, accountId, input, now, random }) => {
    const name = text(input, 'InstanceProfileName');
    if (account.instanceProfiles.has(nameKey(name)))
      return refuse('EntityAlreadyExists', `Instance Profile ${name} already exists.`);
    if (account.instanceProfiles.size >= maxProfiles)
      return overQuota('InstanceProfilesPerAccount', maxProfiles);
    const tags = withTags([], tagsIn(input), false);
    if ('refused' in tags) return tags;
    const made = { name, path: pathIn(input), id: uniqueId('AIPA', random), created: now, tags };
    return {
      output: { InstanceProfile: instanceProfileOutput(account, accountId, made) },
      changes: [write(accountId, made)],
    };
  },
};

/**
 * Who puts a role into an instance profile hands it to EC2, so `iam:PassRole` on the role is needed as well.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 */
const addRole: Operation = {
  ...about(instanceProfile, 'AddRoleToInstanceProfile', (call, profile) => {
    const added = role.find(call);
    if (added === undefined) return role.missing(call);
    const refused = protectedRole(added);
    if (refused !== undefined) return refused;
    if (profile.role !== undefined) return overQuota('InstanceSessionsPerInstanceProfile', maxRolesOfProfile);
    return { changes: [write(call.accountId, { ...profile, role: added.name })] };
  }),
  asks: (call) => [
    askAbout('AddRoleToInstanceProfile', instanceProfile, call),
    {
      action: 'iam:PassRole',
      resource: role.arn(call),
      context: { 'iam:PassedToService': 'ec2.amazonaws.com' },
    },
  ],
};

const removeRole = about(
  instanceProfile,
  'RemoveRoleFromInstanceProfile',
  (call, { role: held, ...profile }) => {
    const removed = role.find(call);
    if (removed === undefined) return role.missing(call);
    const refused = protectedRole(removed);
    if (refused !== undefined) return refused;
    return held === removed.name
      ? { changes: [write(call.accountId, profile)] }
      : refuse('NoSuchEntity', `Role ${removed.name} is not in instance profile ${profile.name}.`);
  },
);

const deleteInstanceProfile = about(
  instanceProfile,
  'DeleteInstanceProfile',
  ({ accountId }, { name, role: held }) =>
    held === undefined
      ? { changes: [remove(accountId, 'instanceProfiles', nameKey(name))] }
      : refuse('DeleteConflict', 'Cannot delete entity, must remove roles from instance profile first.'),
);

function listed({ account, accountId }: Call, one: InstanceProfile): JsonObject {
  return instanceProfileOutput(account, accountId, one, false);
}

const listForRole = about(
  role,
  'ListInstanceProfilesForRole',
  (call, { name }) => {
    const found = [...call.account.instanceProfiles.values()].filter(({ role: held }) => held === name);
    return {
      output: page(
        call.input,
        'InstanceProfiles',
        found.map((one) => listed(call, one)),
      ),
    };
  },
  { reads: true },
);

/**
 * Instance profiles: how EC2 is handed a role.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2_instance-profiles.html
 */
export const instanceProfileOperations: readonly Operation[] = [
  createInstanceProfile,
  about(
    instanceProfile,
    'GetInstanceProfile',
    ({ account, accountId }, one) => ({
      output: { InstanceProfile: instanceProfileOutput(account, accountId, one) },
    }),
    { reads: true },
  ),
  listOperation(
    'ListInstanceProfiles',
    'instance-profile',
    'InstanceProfiles',
    ({ instanceProfiles }) => instanceProfiles,
    listed,
  ),
  listForRole,
  addRole,
  removeRole,
  deleteInstanceProfile,
  ...tagOperations(instanceProfile, 'InstanceProfile', write),
];
