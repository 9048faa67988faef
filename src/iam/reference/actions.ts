import { compileAction, matchesAction } from '../pattern/action.ts';

/**
 * Actions a learner meets, by service; the names are AWS's. The part of the Service Authorization Reference that the page
 * and the prover need at once, with nothing to load: it chooses good examples and claims no completeness, and a test holds
 * each row to the services' files. Who needs all actions asks `referenceLibrary`.
 */
const catalogue: Readonly<Record<string, readonly string[]>> = {
  s3: [
    ...['ListBucket', 'ListBucketVersions', 'GetBucketPolicy', 'GetBucketLocation', 'GetBucketAcl'],
    ...['PutBucketPolicy', 'PutBucketAcl', 'CreateBucket', 'DeleteBucket', 'DeleteBucketPolicy'],
    ...['GetObject', 'GetObjectAcl', 'GetObjectTagging', 'GetObjectVersion', 'PutObject', 'PutObjectAcl'],
    ...['PutObjectTagging', 'DeleteObject', 'DeleteObjectTagging', 'DeleteObjectVersion', 'RestoreObject'],
    'ListAllMyBuckets',
  ],
  iam: [
    ...['ListUsers', 'ListRoles', 'GetUser', 'GetRole', 'CreateUser', 'DeleteUser', 'CreateRole', 'PassRole'],
    ...['AttachUserPolicy', 'PutUserPolicy', 'CreateAccessKey', 'ChangePassword', 'AddUserToGroup'],
    ...['CreateServiceLinkedRole', 'DeleteServiceLinkedRole', 'CreatePolicyVersion', 'DeactivateMFADevice'],
  ],
  sts: [
    ...['AssumeRole', 'AssumeRoleWithSAML', 'AssumeRoleWithWebIdentity', 'GetCallerIdentity'],
    ...['GetSessionToken', 'GetFederationToken', 'TagSession', 'SetSourceIdentity'],
  ],
  ec2: ['RunInstances', 'StartInstances', 'StopInstances', 'TerminateInstances', 'DescribeInstances'],
  lambda: ['CreateFunction', 'InvokeFunction', 'GetFunction', 'DeleteFunction', 'ListFunctions'],
  dynamodb: ['GetItem', 'PutItem', 'DeleteItem', 'Query', 'DeleteTable'],
  sqs: ['ReceiveMessage', 'SendMessage', 'DeleteMessage', 'DeleteQueue'],
  kms: ['Decrypt', 'Encrypt', 'GenerateDataKey', 'ScheduleKeyDeletion'],
  cloudtrail: ['LookupEvents', 'StopLogging', 'DeleteTrail'],
  organizations: [
    ...['DescribeOrganization', 'DescribeOrganizationalUnit', 'ListAccounts', 'LeaveOrganization'],
    'CreateAccount',
  ],
  account: ['ListRegions', 'GetAccountInformation', 'GetContactInformation', 'CloseAccount'],
};

const actions: readonly string[] = Object.entries(catalogue).flatMap(([service, names]) =>
  names.map((name) => `${service}:${name}`),
);
const usual: ReadonlySet<string> = new Set(actions.map((action) => action.toLowerCase()));

/** Whether a learner meets the action early; the name is given in lower case. Of two it makes the better example. */
export function isUsual(lower: string): boolean {
  return usual.has(lower);
}

/** Actions that exist and that an `Action` pattern matches, in a fixed order; empty where the table knows none. */
export function actionsMatching(pattern: string): readonly string[] {
  const compiled = compileAction(pattern);
  return actions.filter((action) => matchesAction(compiled, action.toLowerCase()));
}
