import { compileAction, matchesAction } from '../pattern/action.ts';

/** What an action is asked on. `any`: this table makes no claim. */
type Target = 'bucket' | 'object' | 'none' | 'any';

/**
 * Actions a learner meets, by service and by what they are asked on; the names are AWS's. The part of the Service
 * Authorization Reference that the first screen and a running Check need at once, with nothing to load: it chooses good
 * examples and claims no completeness, and a test holds each row to the services' files. Who needs all actions asks
 * `referenceLibrary`.
 */
const catalogue: Readonly<Record<string, Partial<Readonly<Record<Target, readonly string[]>>>>> = {
  s3: {
    bucket: [
      ...['ListBucket', 'ListBucketVersions', 'GetBucketPolicy', 'GetBucketLocation', 'GetBucketAcl'],
      ...['PutBucketPolicy', 'PutBucketAcl', 'CreateBucket', 'DeleteBucket', 'DeleteBucketPolicy'],
    ],
    object: [
      ...['GetObject', 'GetObjectAcl', 'GetObjectTagging', 'GetObjectVersion', 'PutObject', 'PutObjectAcl'],
      ...['PutObjectTagging', 'DeleteObject', 'DeleteObjectTagging', 'DeleteObjectVersion', 'RestoreObject'],
    ],
    none: ['ListAllMyBuckets'],
  },
  iam: {
    any: [
      ...[
        'ListUsers',
        'ListRoles',
        'GetUser',
        'GetRole',
        'CreateUser',
        'DeleteUser',
        'CreateRole',
        'PassRole',
      ],
      ...['AttachUserPolicy', 'PutUserPolicy', 'CreateAccessKey', 'ChangePassword', 'AddUserToGroup'],
      ...['CreateServiceLinkedRole', 'DeleteServiceLinkedRole', 'CreatePolicyVersion', 'DeactivateMFADevice'],
    ],
  },
  sts: {
    any: [
      ...['AssumeRole', 'AssumeRoleWithSAML', 'AssumeRoleWithWebIdentity', 'GetCallerIdentity'],
      ...['GetSessionToken', 'GetFederationToken', 'TagSession', 'SetSourceIdentity'],
    ],
  },
  ec2: {
    any: ['RunInstances', 'StartInstances', 'StopInstances', 'TerminateInstances', 'DescribeInstances'],
  },
  lambda: { any: ['CreateFunction', 'InvokeFunction', 'GetFunction', 'DeleteFunction', 'ListFunctions'] },
  dynamodb: { any: ['GetItem', 'PutItem', 'DeleteItem', 'Query', 'DeleteTable'] },
  sqs: { any: ['ReceiveMessage', 'SendMessage', 'DeleteMessage', 'DeleteQueue'] },
  kms: { any: ['Decrypt', 'Encrypt', 'GenerateDataKey', 'ScheduleKeyDeletion'] },
  cloudtrail: { any: ['LookupEvents', 'StopLogging', 'DeleteTrail'] },
  organizations: {
    any: [
      ...['DescribeOrganization', 'DescribeOrganizationalUnit', 'ListAccounts', 'LeaveOrganization'],
      'CreateAccount',
    ],
  },
  account: { any: ['ListRegions', 'GetAccountInformation', 'GetContactInformation', 'CloseAccount'] },
};

const targets = new Map<string, Target>(
  Object.entries(catalogue).flatMap(([service, kinds]) =>
    Object.entries(kinds).flatMap(([target, names]) =>
      names.map((name) => [`${service}:${name}`.toLowerCase(), target as Target] as const),
    ),
  ),
);
const actions: readonly string[] = Object.entries(catalogue).flatMap(([service, kinds]) =>
  Object.values(kinds).flatMap((names) => names.map((name) => `${service}:${name}`)),
);

/** Whether a learner meets the action early; the name is given in lower case. Of two it makes the better example. */
export function isUsual(lower: string): boolean {
  return targets.has(lower);
}

/** Actions that exist and that an `Action` pattern matches, in a fixed order; empty where the table knows none. */
export function actionsMatching(pattern: string): readonly string[] {
  const compiled = compileAction(pattern);
  return actions.filter((action) => matchesAction(compiled, action.toLowerCase()));
}

/**
 * Whether AWS sends this action with this resource: `s3:ListBucket` is asked on a bucket and never on an object. True
 * for an action the table does not know.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
 */
export function takesResource(action: string, resource: string): boolean {
  const target = targets.get(action.toLowerCase()) ?? 'any';
  if (target === 'any') return true;
  if (target === 'none') return resource === '*';
  const isS3 = resource.startsWith('arn:') && resource.split(':')[2] === 's3';
  return isS3 && resource.includes('/') === (target === 'object');
}
