import type { PolicyType } from '../policy/document.ts';

/** Policy variables that say who calls, where from and when; AWS lists them with the condition keys they stand for. */
export const variables: readonly string[] = [
  ...['aws:username', 'aws:userid', 'aws:PrincipalAccount', 'aws:PrincipalOrgID', 'aws:PrincipalTag/'],
  ...['aws:PrincipalType', 'aws:SourceIp', 'aws:CurrentTime', 'aws:RequestedRegion', 'aws:ResourceTag/'],
  ...['aws:FederatedProvider', 'aws:SourceIdentity', 'ec2:SourceInstanceARN', 's3:prefix', '*', '?', '$'],
];

/** Services that policies name as principals most often. */
export const servicePrincipals: readonly string[] = [
  ...['ec2.amazonaws.com', 'lambda.amazonaws.com', 'ecs-tasks.amazonaws.com', 's3.amazonaws.com'],
  ...['sns.amazonaws.com', 'sqs.amazonaws.com', 'events.amazonaws.com', 'cloudtrail.amazonaws.com'],
  ...['cloudformation.amazonaws.com', 'codebuild.amazonaws.com', 'apigateway.amazonaws.com'],
  ...['states.amazonaws.com', 'pods.eks.amazonaws.com', 'config.amazonaws.com', 'logs.amazonaws.com'],
];

/** Web identity providers that a role may trust without an IAM OIDC provider. */
export const webIdentityProviders: readonly string[] = [
  ...['cognito-identity.amazonaws.com', 'www.amazon.com', 'graph.facebook.com', 'accounts.google.com'],
];

/** Values that a key can have, where AWS lists them all. */
export const fixedValues: Readonly<Record<string, readonly string[]>> = {
  'aws:principaltype': ['Account', 'User', 'FederatedUser', 'AssumedRole', 'Anonymous'],
  's3:x-amz-server-side-encryption': ['AES256', 'aws:kms', 'aws:kms:dsse'],
  's3:x-amz-acl': [
    ...['private', 'public-read', 'public-read-write', 'authenticated-read', 'aws-exec-read'],
    ...['bucket-owner-read', 'bucket-owner-full-control', 'log-delivery-write'],
  ],
  'iam:passedtoservice': ['ec2.amazonaws.com', 'lambda.amazonaws.com', 'ecs-tasks.amazonaws.com'],
};

/** The actions a trust policy takes, as AWS writes them. */
export const trustActionNames: readonly string[] = [
  ...['sts:AssumeRole', 'sts:AssumeRoleWithSAML', 'sts:AssumeRoleWithWebIdentity'],
  ...['sts:TagSession', 'sts:SetSourceIdentity', 'sts:SetContext'],
];

/** Each kind of principal that a policy of a type may name. */
export function principalKinds(type: PolicyType): readonly string[] {
  return ['AWS', 'Service', ...(type === 'trust' ? ['Federated'] : ['CanonicalUser'])];
}
