import type { JsonObject } from '#iam';
import { numberIn, texts, textIn } from '../../calls/input.ts';
import { iamArn } from '../../calls/names.ts';
import type { Call, Operation } from '../../calls/operation.ts';
import type { Group, ManagedPolicy, Permissions, Role, Tag, User } from '../../state/entities.ts';
import type { Account } from '../../state/state.ts';
import type { AwsPolicy } from '../../state/world.ts';
import { boundaryOutput } from './boundary.ts';

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
  return { Tags: tags as readonly (Tag & JsonObject)[] };
}

function userDetail(id: string, one: User): JsonObject {
  return {
    Path: one.path,
    UserName: one.name,
    UserId: one.id,
    Arn: iamArn(id, 'user', one),
    CreateDate: one.created,
    ...(Object.keys(one.inline).length > 0 && { UserPolicyList: inlineOutput(one) }),
    GroupList: one.groups,
    ...attachedOutput(one),
    ...boundaryOutput(one),
    ...tagged(one.tags),
  };
}

function groupDetail(id: string, one: Group): JsonObject {
  return {
    Path: one.path,
    GroupName: one.name,
    GroupId: one.id,
    Arn: iamArn(id, 'group', one),
    CreateDate: one.created,
    GroupPolicyList: inlineOutput(one),
    ...attachedOutput(one),
  };
}

function roleHead(id: string, one: Role): JsonObject {
  return {
    Path: one.path,
    RoleName: one.name,
    RoleId: one.id,
    Arn: iamArn(id, 'role', one),
    CreateDate: one.created,
    AssumeRolePolicyDocument: one.trust,
  };
}

function roleDetail(id: string, account: Account, one: Role): JsonObject {
  const profiles = [...account.instanceProfiles.values()].filter(({ role }) => role === one.name);
  return {
    ...roleHead(id, one),
    InstanceProfileList: profiles.map((profile) => ({
      Path: profile.path,
      InstanceProfileName: profile.name,
      InstanceProfileId: profile.id,
      Arn: iamArn(id, 'instance-profile', profile),
      CreateDate: profile.created,
      Roles: [roleHead(id, one)],
    })),
    RolePolicyList: inlineOutput(one),
    ...attachedOutput(one),
    ...boundaryOutput(one),
    ...tagged(one.tags),
    RoleLastUsed: one.lastUsed ? { LastUsedDate: one.lastUsed.at, Region: one.lastUsed.region } : {},
  };
}

/** Where a managed policy is used: by how many it is attached, and whose permissions boundary it is. */
interface Usage {
  readonly attached: number;
  readonly boundaries: number;
}

function usageOf(account: Account, arn: string): Usage {
  const bounded = [...account.users.values(), ...account.roles.values()];
  const holders: readonly Permissions[] = [...bounded, ...account.groups.values()];
  return {
    attached: holders.filter(({ attached }) => attached.includes(arn)).length,
    boundaries: bounded.filter(({ boundary }) => boundary === arn).length,
  };
}

function counts({ attached, boundaries }: Usage): JsonObject {
  return { AttachmentCount: attached, PermissionsBoundaryUsageCount: boundaries, IsAttachable: true };
}

function policyDetail(account: Account, one: ManagedPolicy): JsonObject {
  return {
    PolicyName: one.name,
    PolicyId: one.id,
    Arn: one.arn,
    Path: one.path,
    DefaultVersionId: one.defaultVersion,
    ...counts(usageOf(account, one.arn)),
    ...(one.description !== undefined && { Description: one.description }),
    CreateDate: one.created,
    UpdateDate: one.updated,
    PolicyVersionList: one.versions.map(({ id, document, created }) => ({
      Document: document,
      VersionId: id,
      IsDefaultVersion: id === one.defaultVersion,
      CreateDate: created,
    })),
  };
}

/** Of AWS's managed policies the account sees those that are in use, each in its default version. */
function awsPolicyDetail(account: Account, { arn, versionId, document }: AwsPolicy): readonly JsonObject[] {
  const usage = usageOf(account, arn);
  if (usage.attached + usage.boundaries === 0) return [];
  const name = lastName(arn);
  return [
    {
      PolicyName: name,
      Arn: arn,
      Path: arn.slice('arn:aws:iam::aws:policy'.length, -name.length),
      DefaultVersionId: versionId,
      ...counts(usage),
      PolicyVersionList: [
        { Document: JSON.stringify(document), VersionId: versionId, IsDefaultVersion: true },
      ],
    },
  ];
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
    ...section('AWSManagedPolicy', 'Policies', () =>
      [...world.catalogue.values()].flatMap((one) => awsPolicyDetail(account, one)),
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
