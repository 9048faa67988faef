import type { Scenario } from '#scenario';

export const home = '111122223333';
export const partner = '444455556666';
export const table = `arn:aws:dynamodb:eu-west-1:${home}:table/orders`;
export const secret = `arn:aws:secretsmanager:eu-west-1:${home}:secret:till-a1b2c3`;
export const queue = `arn:aws:sqs:eu-west-1:${home}:jobs`;
export const key = `arn:aws:kms:eu-west-1:${home}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
export const topic = `arn:aws:sns:eu-west-1:${home}:alarms`;
export const reader = `arn:aws:iam::${home}:role/team/Reader`;

type World = Scenario['world'];
type Policy = World['policies'][number];

function policy(id: string, type: Policy['type'], ...statements: readonly object[]): Policy {
  return { id, name: `Named-${id}`, type, document: { Version: '2012-10-17', Statement: statements } };
}
const all = { Effect: 'Allow', Action: '*', Resource: '*' };
function allows(action: string | readonly string[], resource = '*', more: object = {}): object {
  return { Effect: 'Allow', Action: action, Resource: resource, ...more };
}
function denies(action: string): object {
  return { Effect: 'Deny', Action: action, Resource: '*' };
}
function user(name: string): string {
  return `arn:aws:iam::${home}:user/${name}`;
}
function session(name: string): string {
  return `arn:aws:sts::${home}:assumed-role/Reader/${name}`;
}
const ifMfa = { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } };
const ifMfaExists = { Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'true' } } };

/** Three accounts of one organization, with something of everything that a scenario's world can hold. */
export const world: World = {
  accounts: [
    {
      id: home,
      name: 'Home',
      scps: [['full'], ['full', 'tables-stay'], ['full', 'keys-stay']],
      rcps: [['rcp-full'], ['rcp-full', 'no-purge'], ['rcp-full']],
    },
    {
      id: partner,
      name: 'Partner',
      scps: [['full'], ['full'], ['only-storage']],
      rcps: [['rcp-full'], ['rcp-full'], ['rcp-full']],
    },
    {
      id: '777788889999',
      name: 'Management',
      scps: [['full'], ['tables-stay']],
      rcps: [['rcp-full'], ['rcp-full']],
    },
  ],
  managementAccount: '777788889999',
  policies: [
    { ...policy('full', 'scp', all), name: 'FullAWSAccess' },
    policy('tables-stay', 'scp', denies('dynamodb:DeleteTable')),
    policy('keys-stay', 'scp', denies('kms:ScheduleKeyDeletion')),
    policy('only-storage', 'scp', allows(['s3:*', 'secretsmanager:*'])),
    { ...policy('rcp-full', 'rcp', { ...all, Principal: '*' }), name: 'RCPFullAWSAccess' },
    policy('no-purge', 'rcp', { ...denies('sqs:PurgeQueue'), Principal: '*' }),
    policy(
      'broad',
      'identity',
      allows(['dynamodb:*', 'kms:*', 'sqs:*', 's3:*', 'secretsmanager:*', 'sns:*']),
    ),
    policy(
      'dev-only',
      'identity',
      allows('dynamodb:*', '*', { Condition: { StringEquals: { 'aws:ResourceTag/env': 'dev' } } }),
    ),
    policy('ceiling', 'boundary', allows(['dynamodb:GetItem', 's3:*'])),
    policy(
      'own-shelf',
      'identity',
      allows('s3:GetObject', 'arn:aws:s3:::puerto-media/${aws:PrincipalTag/team}/*'),
      allows('dynamodb:GetItem'),
    ),
    policy('narrow', 'session', allows('s3:GetObject')),
    policy(
      'mfa',
      'identity',
      allows('s3:ListAllMyBuckets', '*', ifMfa),
      allows('iam:ListUsers', '*', ifMfaExists),
    ),
    policy('door', 'trust', { Effect: 'Allow', Principal: { AWS: user('ana') }, Action: 'sts:AssumeRole' }),
    policy('secret-out', 'resource', {
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${partner}:root` },
      Action: 'secretsmanager:GetSecretValue',
      Resource: '*',
    }),
    policy('key-own', 'resource', {
      Effect: 'Allow',
      Principal: { AWS: user('bruno') },
      Action: 'kms:Decrypt',
      Resource: '*',
    }),
    policy('queue-in', 'resource', {
      Effect: 'Allow',
      Principal: { Service: 'sns.amazonaws.com' },
      Action: ['sqs:SendMessage', 'sqs:PurgeQueue'],
      Resource: queue,
    }),
    policy('open-shelf', 'resource', {
      Effect: 'Allow',
      Principal: '*',
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::partner-data/*',
    }),
    policy('alarms-out', 'resource', {
      Effect: 'Allow',
      Principal: '*',
      Action: 'sns:Publish',
      Resource: topic,
    }),
    { id: 'broken', name: 'Broken', type: 'identity', lines: ['{ "Statement": '] },
    {
      ...policy('admin', 'identity', all),
      name: 'AdministratorAccess',
      arn: 'arn:aws:iam::aws:policy/AdministratorAccess',
    },
    {
      ...policy('shared', 'identity', allows('s3:GetObject')),
      arn: `arn:aws:iam::${partner}:policy/team/Shared`,
    },
  ],
  users: [
    { arn: user('ana'), groups: ['Everyone'], tags: { team: 'media' } },
    { arn: user('bruno'), policies: ['broad'], boundary: 'ceiling' },
    { arn: user('cy'), policies: ['mfa', 'broken'] },
    { arn: user('dev'), policies: ['dev-only'] },
    { arn: `arn:aws:iam::${partner}:user/pia`, policies: ['admin'] },
    { arn: `arn:aws:iam::${partner}:user/pol`, policies: ['shared'] },
    { arn: 'arn:aws:iam::777788889999:user/max', policies: ['admin'] },
  ],
  groups: [{ name: 'Everyone', policies: ['broad'] }],
  roles: [
    { arn: reader, trust: 'door', policies: ['own-shelf'], tags: { team: 'none' } },
    { arn: `arn:aws:iam::${home}:role/Shut`, trust: 'broken', boundary: 'ceiling' },
  ],
  resources: [
    { arn: 'arn:aws:s3:::puerto-media', tags: { env: 'prod' } },
    { arn: 'arn:aws:s3:::partner-data', account: partner, policy: 'open-shelf' },
    { arn: table, tags: { env: 'prod' } },
    { arn: `${table}-dev`, tags: { env: 'dev' } },
    { arn: secret, policy: 'secret-out' },
    { arn: queue, policy: 'queue-in' },
    { arn: key, policy: 'key-own' },
    { arn: key.replace('1234abcd', '9999abcd') },
    { arn: topic, policy: 'alarms-out' },
    { arn: `${topic}-plain` },
  ],
  callers: [
    { id: 'ana', name: 'Ana', principal: user('ana') },
    { id: 'bruno', name: 'Bruno', principal: user('bruno') },
    { id: 'cy', name: 'Cy', principal: user('cy') },
    { id: 'cy-mfa', name: 'Cy with MFA', principal: user('cy'), mfa: true },
    { id: 'cy-no-mfa', name: 'Cy without', principal: user('cy'), mfa: false },
    { id: 'dev', name: 'Dev', principal: user('dev') },
    { id: 'pia', name: 'Pia', principal: `arn:aws:iam::${partner}:user/pia` },
    { id: 'pol', name: 'Pol', principal: `arn:aws:iam::${partner}:user/pol` },
    { id: 'max', name: 'Max', principal: 'arn:aws:iam::777788889999:user/max' },
    {
      id: 'narrow',
      name: 'A narrow session',
      principal: session('narrow'),
      policies: ['narrow'],
      tags: { team: 'media' },
      sourceIdentity: 'ana',
    },
    {
      id: 'wide',
      name: 'A wide session',
      principal: session('wide'),
      keys: { 'aws:FederatedProvider': 'graph.facebook.com' },
    },
    { id: 'sns', name: 'SNS', principal: 'sns.amazonaws.com' },
    { id: 'nobody', name: 'Nobody', principal: 'anonymous' },
    { id: 'root', name: 'Root', principal: `arn:aws:iam::${home}:root` },
  ],
  setUp: [],
  files: {},
};
