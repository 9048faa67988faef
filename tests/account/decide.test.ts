import { describe, expect, test } from 'vitest';
import {
  decisionFor,
  ownerOf,
  perform,
  policiesOf,
  put,
  requestFor,
  type Signature,
  worldOf,
  type World,
} from '#account';
import { evaluate } from '#iam';
import { account, call, freshWorld, start } from './fresh-world.ts';

const ana = `arn:aws:iam::${account}:user/ana`;
const other = '444455556666';
const table = `arn:aws:dynamodb:eu-west-1:${other}:table/Boats`;

function policy(Action: string, Resource = '*', more: object = {}): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action, Resource, ...more }],
  });
}

/** Ana, who may read everything with MFA only; a role of hers; a table of another account that names her. */
function world(): World {
  let made = call(freshWorld(), 'iam:CreateUser', { UserName: 'ana' }).world;
  made = call(made, 'iam:PutUserPolicy', {
    UserName: 'ana',
    PolicyName: 'Reads',
    PolicyDocument: policy('dynamodb:GetItem', '*', {
      Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
    }),
  }).world;
  made = call(made, 'iam:CreateRole', {
    RoleName: 'Reader',
    AssumeRolePolicyDocument: JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { AWS: ana }, Action: 'sts:AssumeRole' }],
    }),
  }).world;
  made = call(made, 'iam:PutRolePolicy', {
    RoleName: 'Reader',
    PolicyName: 'Team',
    PolicyDocument: policy('dynamodb:GetItem', '*', {
      Condition: { StringEquals: { 'aws:PrincipalTag/team': 'harbour', 'aws:SourceIdentity': 'ana' } },
    }),
  }).world;
  const rows = [
    put(other, 'things', table, {
      arn: table,
      tags: [],
      policy: JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: { AWS: ana }, Action: 'dynamodb:*', Resource: table }],
      }),
    }),
    put(other, 'buckets', 'faro', { name: 'faro', region: 'us-east-1', created: start, tags: [] }),
  ];
  const [first, ...rest] = made.log;
  return worldOf(
    { ...made, log: [{ ...first!, changes: [...first!.changes, ...rows] }, ...rest] },
    made.catalogue,
  );
}

const read = { action: 'dynamodb:GetItem', resource: table };

function decided(signature: Signature): string | undefined {
  const found = requestFor(world(), signature, read, start + 60_000);
  return found && evaluate(found.request, found.policies).decision;
}

describe('a request of somebody who signs as a scenario says', () => {
  test.each([
    ['with long-term keys', {}, 'implicitDeny'],
    ['with temporary keys and MFA', { session: { mfa: true } }, 'allowed'],
    ['with temporary keys, without MFA', { session: { mfa: false } }, 'implicitDeny'],
    ['in the console, with MFA', { mfa: start }, 'allowed'],
  ] as const)('%s carries what its session says of MFA', (_, how, decision) => {
    expect(decided({ by: 'scenario', principal: ana, ...how })).toBe(decision);
  });

  test('as a role’s session has its tags, its source identity and its session policies', () => {
    const principal = `arn:aws:sts::${account}:assumed-role/Reader/ana`;
    const session = { tags: { team: 'harbour' }, sourceIdentity: 'ana' };
    const request = (more: object) =>
      requestFor(world(), { by: 'scenario', principal, session: { ...session, ...more } }, read, start);
    expect(request({})?.request).toMatchObject({
      principalRole: `arn:aws:iam::${account}:role/Reader`,
      credentials: { kind: 'role', sourceIdentity: 'ana', tags: { team: 'harbour' } },
    });
    expect(request({})?.policies.session).toBeUndefined();
    expect(request({ policies: [policy('s3:*')] })?.policies.session).toHaveLength(1);
    expect(request({ keys: { 'graph.facebook.com:id': '7' } })?.request.context).toMatchObject({
      'graph.facebook.com:id': '7',
    });
  });

  test.each([
    [`arn:aws:sts::${account}:assumed-role/Nobody/x`],
    [`arn:aws:iam::${account}:user/nobody`],
    [`arn:aws:sts::${account}:federated-user/x`],
    ['no principal'],
  ])('there is none as %s', (principal) => {
    expect(decided({ by: 'scenario', principal })).toBeUndefined();
    expect(policiesOf(world(), { by: 'scenario', principal }, read, start)).toEqual({ identity: [] });
  });

  test.each([['ec2.amazonaws.com'], ['anonymous'], ['graph.facebook.com']])(
    '%s has no policies',
    (principal) => {
      expect(policiesOf(world(), { by: 'scenario', principal }, read, start).identity).toEqual([]);
    },
  );
});

describe('the owner of a resource', () => {
  test.each([
    ['arn:aws:sqs:eu-west-1:111122223333:q', '111122223333'],
    ['arn:aws:s3:::faro', other],
    ['arn:aws:s3:::faro/light.jpg', other],
    [`${table}/index/ByName`, other],
    ['arn:aws:s3:::nobodys', undefined],
  ])('of %s is %s', (arn, owner) => expect(ownerOf(world().state, arn)).toBe(owner));

  test('its policy stands beside the caller’s, for what lies in it too', () => {
    const policies = policiesOf(
      world(),
      { by: 'scenario', principal: ana },
      { ...read, resource: `${table}/index/ByName` },
      start,
    );
    expect(policies.resource).toMatchObject({ Statement: [{ Resource: table }] });
  });
});

describe('what the password policy grants', () => {
  const own = { action: 'iam:ChangePassword', resource: ana };
  const strangers = { action: 'iam:ChangePassword', resource: `arn:aws:iam::${account}:user/bruno` };
  const rules = { action: 'iam:GetAccountPasswordPolicy', resource: '*' };

  test.each([
    [true, 'allowed'],
    [false, 'implicitDeny'],
  ])('every user may change the own password where it says %s', (AllowUsersToChangePassword, decision) => {
    const set = call(world(), 'iam:UpdateAccountPasswordPolicy', { AllowUsersToChangePassword }).world;
    const asked = (ask: { action: string; resource: string }) =>
      decisionFor(set, { principal: ana, ...ask }, start + 60_000);
    expect([asked(own), asked(rules), asked(strangers)]).toEqual([decision, decision, 'implicitDeny']);
  });
});

test('a call with a key that was switched off says which key it was, and not whose', () => {
  const made = call(world(), 'iam:CreateAccessKey', { UserName: 'ana' });
  const { AccessKeyId, SecretAccessKey } = made.output?.['AccessKey'] as Record<string, string>;
  const off = call(made.world, 'iam:UpdateAccessKey', {
    UserName: 'ana',
    AccessKeyId: AccessKeyId!,
    Status: 'Inactive',
  }).world;
  const { record } = perform(
    off,
    {
      ...{ service: 'sts', operation: 'GetCallerIdentity', input: {}, region: 'us-east-1', face: 'cli' },
      signature: { by: 'keys', accessKeyId: AccessKeyId!, secretAccessKey: SecretAccessKey! },
    },
    { now: start + 120_000 },
  );
  expect([record.error?.code, record.caller, record.refusedKey]).toEqual([
    'InvalidClientTokenId',
    undefined,
    AccessKeyId,
  ]);
});
