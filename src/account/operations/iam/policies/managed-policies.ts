import { printPolicy, type JsonObject } from '#iam';
import { text } from '../../../calls/input.ts';
import type { Call } from '../../../calls/operation.ts';
import { refuse, type Refusal } from '../../../calls/refusal.ts';
import { stableId } from '../../../state/ids.ts';
import type {
  Group,
  ManagedPolicy,
  Permissions,
  PolicyVersion,
  Role,
  User,
} from '../../../state/entities.ts';
import type { Account } from '../../../state/state.ts';
import type { AwsPolicy } from '../../../state/world.ts';
import { policy, type Kind } from '../kinds.ts';

const awsPrefix = 'arn:aws:iam::aws:policy/';

/** Whether a managed policy is AWS's own: nobody else can change it. */
export function isAwsManaged(arn: string): boolean {
  return arn.startsWith(awsPrefix);
}

/** Only the catalogue's version of an AWS managed policy is known, and not when AWS made it. */
const unknownTime = 0;

/** An AWS managed policy as the account sees it. */
export function awsManaged({ arn, versionId, document }: AwsPolicy): ManagedPolicy {
  const place = arn.slice(awsPrefix.length - 1);
  const name = place.slice(place.lastIndexOf('/') + 1);
  return {
    name,
    path: place.slice(0, place.length - name.length),
    id: stableId('ANPA', arn),
    arn,
    created: unknownTime,
    updated: unknownTime,
    tags: [],
    versions: [{ id: versionId, document: printPolicy(document), created: unknownTime }],
    defaultVersion: versionId,
    nextVersion: 0,
  };
}

const policyArn = /^arn:aws[a-z-]*:iam::(?:\d{12}|aws):policy\/(?:[\w+=,.@-]+\/)*[\w+=,.@-]+$/;

function invalidArn({ input }: Call): Refusal | undefined {
  const arn = text(input, 'PolicyArn');
  return policyArn.test(arn) ? undefined : refuse('InvalidInput', `ARN ${arn} is not valid.`);
}

/** A managed policy that a call reads: the account's, or AWS's. */
export const readablePolicy: Kind<ManagedPolicy> = {
  ...policy,
  find: (call) => {
    const aws = call.world.catalogue.get(text(call.input, 'PolicyArn'));
    return aws === undefined ? policy.find(call) : awsManaged(aws);
  },
  invalid: invalidArn,
};

/** A managed policy that a call changes: AWS's own is nobody's to change. */
export const ownPolicy: Kind<ManagedPolicy> = {
  ...policy,
  missing: (call) => {
    const arn = text(call.input, 'PolicyArn');
    return isAwsManaged(arn)
      ? refuse(
          'AccessDenied',
          `User: ${call.caller.arn} is not authorized to change the AWS managed policy: policy ${arn}`,
        )
      : policy.missing(call);
  },
  invalid: invalidArn,
};

/** Who uses a managed policy: those it is attached to, and those it is the permissions boundary of. */
export interface Usage {
  readonly attached: {
    readonly users: readonly User[];
    readonly groups: readonly Group[];
    readonly roles: readonly Role[];
  };
  readonly bounded: { readonly users: readonly User[]; readonly roles: readonly Role[] };
}

export function usageOf(account: Account, arn: string): Usage {
  const holds = ({ attached }: Permissions): boolean => attached.includes(arn);
  const bound = ({ boundary }: { readonly boundary?: string }): boolean => boundary === arn;
  const [users, groups, roles] = [
    [...account.users.values()],
    [...account.groups.values()],
    [...account.roles.values()],
  ];
  return {
    attached: { users: users.filter(holds), groups: groups.filter(holds), roles: roles.filter(holds) },
    bounded: { users: users.filter(bound), roles: roles.filter(bound) },
  };
}

export function attachmentCount({ attached }: Usage): number {
  return attached.users.length + attached.groups.length + attached.roles.length;
}

export function boundaryCount({ bounded }: Usage): number {
  return bounded.users.length + bounded.roles.length;
}

/** A managed policy as GetPolicy gives it; lists leave description and tags out. */
export function policyOutput(account: Account, one: ManagedPolicy, whole = true): JsonObject {
  const usage = usageOf(account, one.arn);
  return {
    PolicyName: one.name,
    PolicyId: one.id,
    Arn: one.arn,
    Path: one.path,
    DefaultVersionId: one.defaultVersion,
    AttachmentCount: attachmentCount(usage),
    PermissionsBoundaryUsageCount: boundaryCount(usage),
    IsAttachable: true,
    ...(whole && one.description !== undefined && { Description: one.description }),
    ...(one.created !== unknownTime && { CreateDate: one.created, UpdateDate: one.updated }),
    ...(whole && { Tags: one.tags }),
  };
}

/** A version; lists leave the document out. */
export function versionOutput(
  { defaultVersion }: ManagedPolicy,
  { id, document, created }: PolicyVersion,
  whole = true,
): JsonObject {
  return {
    ...(whole && { Document: document }),
    VersionId: id,
    IsDefaultVersion: id === defaultVersion,
    ...(created !== unknownTime && { CreateDate: created }),
  };
}
