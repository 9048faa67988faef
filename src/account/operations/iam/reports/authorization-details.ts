import type { JsonObject } from '#iam';
import { numberIn, texts, textIn } from '../../../calls/input.ts';
import type { Call, Operation } from '../../../calls/operation.ts';
import type { Group, ManagedPolicy, Permissions, Role, Tag, User } from '../../../state/entities.ts';
import type { Account } from '../../../state/state.ts';
import { groupOutput } from '../users-groups-roles/groups.ts';
import { instanceProfileOutput } from '../users-groups-roles/instance-profiles.ts';
import {
  attachmentCount,
  awsManaged,
  boundaryCount,
  policyOutput,
  usageOf,
  versionOutput,
} from '../policies/managed-policies.ts';
import { lastUse, wholeRole } from '../users-groups-roles/roles.ts';
import { userOutput } from '../users-groups-roles/users.ts';

/** An answer of another operation without some of its members: this one’s shapes do not have them. */
function without(output: JsonObject, ...names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(output).filter(([name]) => !names.includes(name)));
}

function lastName(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}

function attachedOutput({ attached }: Permissions): JsonObject {
  return {
    AttachedManagedPolicies: attached.map((arn) => ({ PolicyName: lastName(arn), PolicyArn: arn })),
  };
}

function inlineOutput({ inline }: Permissions): readonly JsonObject[] {
  return Object.entries(inline).map(([name, document]) => ({ PolicyName: name, PolicyDocument: document }));
}

function tagged(tags: readonly Tag[]): JsonObject {
  return { Tags: tags };
}

function userDetail(id: string, one: User): JsonObject {
  return {
    ...without(userOutput(id, one), 'PasswordLastUsed'),
    ...(Object.keys(one.inline).length > 0 && { UserPolicyList: inlineOutput(one) }),
    GroupList: one.groups,
    ...attachedOutput(one),
    ...tagged(one.tags),
  };
}

function groupDetail(id: string, one: Group): JsonObject {
  return { ...groupOutput(id, one), GroupPolicyList: inlineOutput(one), ...attachedOutput(one) };
}

function roleDetail(id: string, account: Account, one: Role): JsonObject {
  const profiles = [...account.instanceProfiles.values()].filter(({ role }) => role === one.name);
  return {
    ...without(wholeRole(id, one), 'Description', 'MaxSessionDuration'),
    InstanceProfileList: profiles.map((profile) => instanceProfileOutput(account, id, profile, false)),
    RolePolicyList: inlineOutput(one),
    ...attachedOutput(one),
    ...tagged(one.tags),
    RoleLastUsed: lastUse(one),
  };
}

function isUsed(account: Account, arn: string): boolean {
  const usage = usageOf(account, arn);
  return attachmentCount(usage) + boundaryCount(usage) > 0;
}

/** A managed policy with all its versions; of AWS's own there is the one of the catalogue. */
function policyDetail(account: Account, one: ManagedPolicy): JsonObject {
  return {
    ...without(policyOutput(account, one), 'Tags'),
    PolicyVersionList: one.versions.map((version) => versionOutput(one, version)),
  };
}

type ListName = 'UserDetailList' | 'GroupDetailList' | 'RoleDetailList' | 'Policies';

/** All entities that the filter names, in the order of the answer's lists: pages run through them as through one. */
function details({ account, accountId, input, world }: Call): readonly (readonly [ListName, JsonObject])[] {
  const wanted = texts(input, 'Filter');
  function section(
    type: string,
    name: ListName,
    all: () => readonly JsonObject[],
  ): (readonly [ListName, JsonObject])[] {
    return wanted.length === 0 || wanted.includes(type) ? all().map((one) => [name, one] as const) : [];
  }
  return [
    ...section('User', 'UserDetailList', () =>
      [...account.users.values()].map((one) => userDetail(accountId, one)),
    ),
    ...section('Group', 'GroupDetailList', () =>
      [...account.groups.values()].map((one) => groupDetail(accountId, one)),
    ),
    ...section('Role', 'RoleDetailList', () =>
      [...account.roles.values()].map((one) => roleDetail(accountId, account, one)),
    ),
    ...section('LocalManagedPolicy', 'Policies', () =>
      [...account.policies.values()].map((one) => policyDetail(account, one)),
    ),
    // Of AWS's policies the account sees those that are in use.
    ...section('AWSManagedPolicy', 'Policies', () =>
      [...world.catalogue.values()]
        .filter(({ arn }) => isUsed(account, arn))
        .map((one) => policyDetail(account, awsManaged(one))),
    ),
  ];
}

/**
 * Everybody's permissions in one answer.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html
 */
export const authorizationDetailsOperations: readonly Operation[] = [
  {
    service: 'iam',
    name: 'GetAccountAuthorizationDetails',
    reads: true,
    run: (call) => {
      const all = details(call);
      const from = Number(textIn(call.input, 'Marker') ?? '0');
      const end = from + (numberIn(call.input, 'MaxItems') ?? 100);
      const shown = all.slice(from, end);
      const rest = all.length > end;
      function list(name: ListName): readonly JsonObject[] {
        return shown.flatMap(([of, one]) => (of === name ? [one] : []));
      }
      return {
        output: {
          UserDetailList: list('UserDetailList'),
          GroupDetailList: list('GroupDetailList'),
          RoleDetailList: list('RoleDetailList'),
          Policies: list('Policies'),
          IsTruncated: rest,
          ...(rest && { Marker: String(end) }),
        },
      };
    },
  },
];
