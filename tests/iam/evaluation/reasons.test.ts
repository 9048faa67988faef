import { describe, expect, test } from 'vitest';
import {
  authorizer,
  evaluate,
  type AccessRequest,
  type GateName,
  type JsonValue,
  type PolicySet,
} from '#iam';

const ana: AccessRequest = {
  principal: 'arn:aws:iam::111122223333:user/ana',
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::b/a',
  resourceAccount: '111122223333',
};
const everything: JsonValue = {
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Action: '*', Resource: '*' },
};
const nothing: JsonValue = {
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Action: 'x:Y', Resource: '*' },
};
const deny: JsonValue = { Version: '2012-10-17', Statement: { Effect: 'Deny', Action: '*', Resource: '*' } };
const toAccount: JsonValue = {
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Principal: { AWS: '111122223333' }, Action: 's3:*', Resource: '*' },
};
const rcp: JsonValue = {
  Version: '2012-10-17',
  Statement: { Effect: 'Deny', Principal: '*', Action: 'kms:*', Resource: '*' },
};
/** It looks like RCPFullAWSAccess, but for a condition that nobody knows. */
const unknownOperator: JsonValue = {
  Version: '2012-10-17',
  Statement: {
    Effect: 'Allow',
    Principal: '*',
    Action: '*',
    Resource: '*',
    Condition: { StringIs: { 'aws:username': 'ana' } },
  },
};
const whole: PolicySet = {
  identity: [everything],
  boundary: everything,
  session: [everything],
  scps: [[everything]],
  rcps: [[rcp]],
};
const linked = {
  principal: 'arn:aws:sts::111122223333:assumed-role/AWSServiceRoleForX/s',
  principalRole: 'arn:aws:iam::111122223333:role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX',
};
const session = 'arn:aws:sts::111122223333:assumed-role/App/s';
const fay = 'arn:aws:sts::111122223333:federated-user/fay';
const root = 'arn:aws:iam::111122223333:root';

const gateOf = (gate: GateName, request: Partial<AccessRequest>, policies: PolicySet) =>
  evaluate({ ...ana, ...request }, policies).gates.find((one) => one.gate === gate);

describe('why a gate answers as it does', () => {
  test.each<[GateName, Partial<AccessRequest>, PolicySet, string, string]>([
    ['scp', { principal: 'ec2.amazonaws.com' }, whole, 'absent', 'notAnAccountPrincipal'],
    ['scp', linked, whole, 'absent', 'serviceLinkedRole'],
    ['scp', {}, { ...whole, managementAccount: '111122223333' }, 'absent', 'managementAccount'],
    ['scp', {}, { identity: [] }, 'absent', 'none'],
    ['scp', {}, whole, 'allows', 'levelsAllow'],
    ['scp', {}, { identity: [], scps: [[everything], [nothing]] }, 'silent', 'levelsAllow'],
    ['scp', {}, { identity: [], scps: [[everything, deny]] }, 'denies', 'denies'],
    ['rcp', linked, whole, 'absent', 'serviceLinkedRole'],
    ['rcp', {}, { ...whole, managementAccount: '111122223333' }, 'absent', 'managementAccount'],
    ['rcp', { action: 'iam:GetUser' }, whole, 'absent', 'serviceNotCovered'],
    ['rcp', { action: 'kms:RetireGrant' }, whole, 'absent', 'serviceNotCovered'],
    ['rcp', {}, whole, 'allows', 'levelsAllow'],
    ['identity', { principal: 'anonymous' }, whole, 'absent', 'noIdentityPolicies'],
    ['identity', { principal: root }, whole, 'allows', 'rootFullAccess'],
    [
      'identity',
      { principal: root, action: 'kms:Decrypt', resource: 'arn:aws:kms:eu-west-1:111122223333:key/1' },
      { identity: [] },
      'silent',
      'rootNeedsPolicy',
    ],
    [
      'identity',
      { principal: session, action: 'sts:GetSessionToken', resource: '*' },
      whole,
      'silent',
      'notForSessions',
    ],
    [
      'identity',
      { principal: fay, action: 'sts:GetFederationToken', resource: '*' },
      whole,
      'silent',
      'notForSessions',
    ],
    ['identity', {}, { identity: [nothing] }, 'silent', 'noAllow'],
    ['identity', {}, whole, 'allows', 'allows'],
    ['identity', {}, { identity: ['?'] }, 'cannotEvaluate', 'invalidPolicy'],
    ['rcp', {}, { identity: [], rcps: [[unknownOperator]] }, 'cannotEvaluate', 'invalidPolicy'],
    ['boundary', linked, whole, 'absent', 'serviceLinkedRole'],
    ['boundary', { principal: root }, whole, 'absent', 'noBoundaryPossible'],
    ['boundary', { principal: 'anonymous' }, whole, 'absent', 'noBoundaryPossible'],
    ['boundary', {}, { identity: [] }, 'absent', 'none'],
    ['session', {}, whole, 'absent', 'notASession'],
    ['session', { principal: root }, whole, 'absent', 'notASession'],
    ['session', { principal: fay }, { identity: [everything] }, 'silent', 'federatedWithoutSession'],
    ['session', { principal: session }, { identity: [everything] }, 'absent', 'none'],
    ['resource', {}, { identity: [], resource: toAccount }, 'allows', 'delegatesToAccount'],
    ['resource', {}, { identity: [] }, 'absent', 'none'],
    [
      'resource',
      { action: 'sts:AssumeRole', resource: 'arn:aws:iam::111122223333:role/App' },
      { identity: [everything] },
      'silent',
      'trustRequired',
    ],
    [
      'resource',
      { action: 'kms:Decrypt', resource: 'arn:aws:kms:eu-west-1:111122223333:key/1' },
      { identity: [everything] },
      'silent',
      'kmsRequired',
    ],
    ['denyScan', {}, whole, 'allows', 'noDenyMatches'],
    ['denyScan', {}, { identity: [deny] }, 'denies', 'denyMatches'],
    [
      'denyScan',
      { action: 'sts:GetSessionToken', resource: '*' },
      { identity: [deny] },
      'allows',
      'noPermissionNeeded',
    ],
  ])('%s of %j', (gate, request, policies, outcome, reason) => {
    expect(gateOf(gate, request, policies)).toMatchObject({ outcome, reason });
  });

  test('levels are counted from the organization’s root down', () => {
    expect(
      gateOf('scp', {}, { identity: [], scps: [[everything], [nothing], [everything]] })?.values,
    ).toEqual({
      allowing: '2',
      levels: '3',
    });
    expect(gateOf('rcp', {}, { identity: [], rcps: [[], [rcp]] })?.values).toEqual({
      allowing: '2',
      levels: '2',
    });
  });

  test.each<[Partial<AccessRequest>, string, string]>([
    [
      { principal: 'arn:aws:iam::111122223333:group/devs' },
      'principal',
      'arn:aws:iam::111122223333:group/devs',
    ],
    [{ action: 's3' }, 'action', 's3'],
    [{ action: 's3:Get:Object' }, 'action', 's3:Get:Object'],
    [{ action: ' s3:GetObject' }, 'action', ' s3:GetObject'],
    [{ action: 's3:Get*' }, 'action', 's3:Get*'],
    [{ resource: 'b/a' }, 'resource', 'b/a'],
    [{ resource: 'arn:aws:s3' }, 'resource', 'arn:aws:s3'],
  ])('what cannot be read is named: %j', (request, field, text) => {
    const { decision, gates, matched } = evaluate({ ...ana, ...request }, whole);
    expect(decision).toBe('cannotEvaluate');
    expect(authorizer(whole).decide({ ...ana, ...request })).toBe('cannotEvaluate');
    expect(matched).toEqual([]);
    expect(gates[0]).toMatchObject({
      gate: 'denyScan',
      decides: true,
      reason: `malformed.${field}`,
      values: { text },
    });
    expect(
      gates.slice(1).every(({ reason, outcome }) => reason === 'notReached' && outcome === 'absent'),
    ).toBe(true);
  });

  test('the owner is the account of the ARN, else the caller’s', () => {
    const bare = { principal: ana.principal, action: ana.action };
    const owner = (resource: string) =>
      evaluate({ ...bare, resource }, { identity: [] }).context['aws:ResourceAccount'];
    expect(owner('arn:aws:sqs:eu-west-1:444455556666:q')).toBe('444455556666');
    expect(owner('arn:aws:sqs:eu-west-1:4444555566660:q')).toBe('111122223333');
    expect(owner('arn:aws:s3:::b')).toBe('111122223333');
    expect(owner('*')).toBe('111122223333');
  });

  test('an anonymous caller is vouched for by the provider that the request names', () => {
    const request = {
      principal: 'anonymous',
      action: 'sts:AssumeRoleWithWebIdentity',
      resource: 'arn:aws:iam::111122223333:role/App',
    };
    const trust = {
      Version: '2012-10-17',
      Statement: { Effect: 'Allow', Principal: { Federated: 'graph.facebook.com' }, Action: request.action },
    };
    const decide = (context: AccessRequest['context'] = {}) =>
      evaluate({ ...request, context }, { identity: [], resource: trust }).decision;
    expect(decide()).toBe('implicitDeny');
    expect(decide({ 'aws:FederatedProvider': 'graph.facebook.com' })).toBe('allowed');
    expect(decide({ 'aws:FederatedProvider': 'accounts.google.com' })).toBe('implicitDeny');
    expect(decide({ 'aws:FederatedProvider': ['graph.facebook.com'] })).toBe('implicitDeny');
  });
});
