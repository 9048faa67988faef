import { describe, expect, test } from 'vitest';
import {
  authorizer,
  evaluate,
  withOrigin,
  type AccessRequest,
  type JsonObject,
  type JsonValue,
  type PolicySet,
} from '#iam';

const document = (...Statement: readonly JsonValue[]): JsonObject => ({ Version: '2012-10-17', Statement });
const everything = document({ Effect: 'Allow', Action: '*', Resource: '*' });
const nothing = document({ Effect: 'Allow', Action: 'x:Y', Resource: '*' });
const deny = document({ Effect: 'Deny', Action: '*', Resource: '*' });
const open = document({ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' });
const to = (Principal: JsonValue, Action: JsonValue = '*') =>
  document({ Effect: 'Allow', Principal, Action, Resource: '*' });

const user = 'arn:aws:iam::111122223333:user/ana';
const root = 'arn:aws:iam::111122223333:root';
const role = 'arn:aws:iam::111122223333:role/App';
const session = 'arn:aws:sts::111122223333:assumed-role/App/s1';
const fay = 'arn:aws:sts::111122223333:federated-user/fay';
const linked = {
  principal: 'arn:aws:sts::111122223333:assumed-role/AWSServiceRoleForX/s',
  principalRole: 'arn:aws:iam::111122223333:role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX',
};
const get: AccessRequest = {
  principal: user,
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::b/a',
};
const assume = { ...get, action: 'sts:AssumeRole', resource: role };
const trust = (Principal: JsonValue, Effect = 'Allow', Action = 'sts:AssumeRole') =>
  document({ Effect, Principal, Action });

/** IAM User Guide, “Troubleshoot access denied error messages”. */
describe('the message of a denied request', () => {
  test.each<[AccessRequest, PolicySet, string]>([
    [
      assume,
      { identity: [everything], resource: trust({ AWS: '444455556666' }) },
      'because no role trust policy allows the sts:AssumeRole action',
    ],
    [
      assume,
      { identity: [], resource: trust({ AWS: '111122223333' }) },
      'because no identity-based policy allows the sts:AssumeRole action',
    ],
    [
      assume,
      { identity: [everything], resource: trust({ AWS: '*' }, 'Deny') },
      'with an explicit deny in the role trust policy',
    ],
    [
      assume,
      { identity: [deny], resource: trust({ AWS: user }) },
      'with an explicit deny in an identity-based policy',
    ],
    [
      get,
      {
        identity: [everything],
        resource: document({ Effect: 'Deny', Principal: '*', Action: '*', Resource: '*' }),
      },
      'with an explicit deny in a resource-based policy',
    ],
    [
      { ...get, resourceAccount: '444455556666' },
      { identity: [everything], resource: to({ AWS: '777788889999' }) },
      'because no resource-based policy allows the s3:GetObject action',
    ],
  ])('%j under %j', (request, policies, why) => {
    expect(evaluate(request, policies).message).toBe(
      `User: ${request.principal} is not authorized to perform: ${request.action} on resource: ${request.resource} ${why}`,
    );
  });

  test('names no policy where none is the cause', () => {
    const refused = { ...get, principal: session, action: 'sts:GetSessionToken', resource: '*' };
    expect(evaluate(refused, { identity: [everything] })).toMatchObject({
      decision: 'implicitDeny',
      matched: [],
    });
    expect(evaluate(refused, { identity: [everything] })).not.toHaveProperty('message');
    expect(evaluate(refused, { identity: [everything] })).not.toHaveProperty('decidedBy');
    expect(evaluate(get, { identity: ['?'] })).not.toHaveProperty('decidedBy');
  });
});

describe('who decides', () => {
  test.each<[string, Partial<AccessRequest>, PolicySet, string]>([
    // Organizations User Guide, “Resource control policies”: whoever the caller is; SCPs are for principals of accounts.
    [
      'an RCP holds for a bucket whose owner is not told',
      { principal: 'anonymous' },
      {
        identity: [],
        resource: open,
        rcps: [[document({ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' })]],
      },
      'explicitDeny',
    ],
    [
      'an SCP does not hold for a service, though an RCP does',
      { principal: 'cloudtrail.amazonaws.com' },
      {
        identity: [],
        resource: open,
        scps: [[deny]],
        rcps: [[document({ Effect: 'Deny', Principal: '*', Action: 'kms:*', Resource: '*' })]],
      },
      'allowed',
    ],
    [
      'documents of null are none',
      {},
      { identity: [everything], boundary: null, resource: null, vpcEndpoint: null },
      'allowed',
    ],
    // The calls that take long-term credentials only, and the one that no policy controls.
    [
      'a user may call GetFederationToken',
      { action: 'sts:GetFederationToken', resource: '*' },
      { identity: [everything] },
      'allowed',
    ],
    [
      'a user needs an Allow for it',
      { action: 'sts:GetFederationToken', resource: '*' },
      { identity: [] },
      'implicitDeny',
    ],
    [
      'no role calls GetSessionToken',
      { principal: role, action: 'sts:GetSessionToken', resource: '*' },
      { identity: [everything] },
      'implicitDeny',
    ],
    [
      'root calls it under any policy',
      { principal: root, action: 'sts:GetSessionToken', resource: '*' },
      { identity: [], scps: [[deny]] },
      'allowed',
    ],
    // Only `sts:` calls on a role ask its trust policy, only `kms:` calls on a key its key policy.
    [
      'an iam: call on a role',
      { action: 'iam:GetRole', resource: role },
      { identity: [everything] },
      'allowed',
    ],
    [
      'an sts: call on no role',
      { action: 'sts:GetFederationToken', resource: fay },
      { identity: [everything] },
      'allowed',
    ],
    [
      'a key of another service',
      {
        action: 'payment-cryptography:GetKey',
        resource: 'arn:aws:payment-cryptography:us-east-1:111122223333:key/abc',
      },
      { identity: [everything] },
      'allowed',
    ],
    // A provider vouches for a caller without credentials, not for the session that came of it.
    [
      'a session that a provider vouched for once',
      { ...assume, principal: session, context: { 'aws:FederatedProvider': 'graph.facebook.com' } },
      { identity: [everything], resource: trust({ Federated: 'graph.facebook.com' }) },
      'implicitDeny',
    ],
    // IAM User Guide, “Principal”: no partial wildcards; a user’s name is not an account.
    [
      'part of a name',
      {},
      { identity: [], resource: to({ AWS: 'arn:aws:iam::111122223333:user/*' }) },
      'implicitDeny',
    ],
    [
      'a user whose name is the account’s number',
      {},
      { identity: [everything], resource: to({ AWS: 'arn:aws:iam::444455556666:user/111122223333' }) },
      'allowed',
    ],
    [
      'a user of another account whose name is the caller’s account',
      { resourceAccount: '444455556666' },
      { identity: [everything], resource: to({ AWS: 'arn:aws:iam::444455556666:user/111122223333' }) },
      'implicitDeny',
    ],
    [
      'NotResource leaves out what it lists',
      {},
      { identity: [document({ Effect: 'Allow', Action: '*', NotResource: '*' })] },
      'implicitDeny',
    ],
    [
      'NotResource covers all else',
      {},
      { identity: [document({ Effect: 'Allow', Action: '*', NotResource: 'arn:aws:s3:::c' })] },
      'allowed',
    ],
    [
      'a short ARN is filled up in a boundary',
      {},
      {
        identity: [everything],
        boundary: document({ Effect: 'Allow', Action: '*', Resource: 'arn:aws:s3' }),
      },
      'allowed',
    ],
    [
      'and not in an SCP',
      {},
      {
        identity: [everything],
        scps: [[document({ Effect: 'Allow', Action: '*', Resource: 'arn:aws:s3' })]],
      },
      'implicitDeny',
    ],
  ])('%s', (_, request, policies, decision) => {
    const { decide, evaluate: explain } = authorizer(policies);
    expect(decide({ ...get, ...request })).toBe(decision);
    expect(explain({ ...get, ...request }).decision).toBe(decision);
  });

  /** IAM User Guide, “NotPrincipal”: a Deny spares only who is listed, with the account, and has no boundary. */
  test.each<[string, JsonValue, PolicySet['boundary'], boolean]>([
    [user, '*', undefined, true],
    [user, { AWS: '*' }, undefined, true],
    [user, { AWS: ['111122223333', user] }, undefined, true],
    [user, { AWS: ['111122223333', user] }, null, true],
    [user, { AWS: ['111122223333', user] }, everything, false],
    [user, { AWS: user }, undefined, false],
    [user, { AWS: '111122223333' }, undefined, false],
    [root, { AWS: root }, undefined, true],
    [root, { AWS: '111122223333' }, undefined, true],
    ['cloudtrail.amazonaws.com', { Service: 'cloudtrail.amazonaws.com' }, undefined, true],
    ['cloudtrail.amazonaws.com', { Service: 'config.amazonaws.com' }, undefined, false],
  ])('%s beside NotPrincipal %j, boundary %j: spared %j', (principal, NotPrincipal, boundary, spared) => {
    const statement = { Effect: 'Deny', NotPrincipal, Action: '*', Resource: '*' };
    const { gates } = evaluate(
      { ...get, principal },
      { identity: [], ...(boundary !== undefined && { boundary }), resource: document(statement) },
    );
    expect(gates[0]?.outcome).toBe(spared ? 'allows' : 'denies');
  });
});

describe('documents that IAM would refuse', () => {
  const star = { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' };

  test.each<[string, PolicySet]>([
    ['resource', { identity: [], resource: everything }],
    ['identity', { identity: [document({ Effect: 'Allow', Action: '*', Resource: '*', Principal: '*' })] }],
    ['identity', { identity: [null] }],
    ['identity', { identity: ['?'], scps: [[everything]] }],
    // Organizations User Guide, “RCP syntax”: a customer’s RCP only denies, and not every action at once.
    ['rcp', { identity: [], rcps: [[document({ ...star, Action: 's3:*' })]] }],
    ['rcp', { identity: [], rcps: [[document({ ...star, Resource: 'arn:aws:s3:::b' })]] }],
    ['rcp', { identity: [], rcps: [[document({ ...star, Effect: 'Deny' })]] }],
    ['rcp', { identity: [], rcps: [[document({ ...star, Action: 's3:*', Resource: 'arn:aws:s3:::b' })]] }],
    ['rcp', { identity: [], rcps: [['?']] }],
  ])(
    'the gate of the first cannot be evaluated, and those after it are not reached: %s of %j',
    (gate, policies) => {
      const { decision, gates } = evaluate(get, policies);
      expect(decision).toBe('cannotEvaluate');
      expect(gates.find(({ decides }) => decides)).toMatchObject({ gate, outcome: 'cannotEvaluate' });
      expect(gates.filter(({ reached }) => reached).at(-1)?.gate).toBe(gate);
    },
  );

  test('of a layer that has no say decide nothing', () => {
    const asked = { ...get, ...linked };
    const policies = { identity: ['?'], rcps: [['?']], boundary: '?' };
    expect(evaluate(asked, policies).gates.find(({ decides }) => decides)?.gate).toBe('identity');
    expect(evaluate(asked, { ...policies, identity: [everything] }).decision).toBe('allowed');
  });

  test('what else stands beside the Allow of RCPFullAWSAccess is not read', () => {
    const rcps = [[document(star, 5, { Effect: 'Deny', Principal: '*', Action: [5], Resource: [5] })]];
    expect(evaluate(get, { identity: [everything], rcps }).decision).toBe('allowed');
  });
});

describe('what the trace tells of a gate', () => {
  const gateOf = (gate: string, request: Partial<AccessRequest>, policies: PolicySet) =>
    evaluate({ ...get, ...request }, policies).gates.find((one) => one.gate === gate);

  test('without a say it has no statements, nor has the deny scan of it', () => {
    const policies = { identity: [everything], boundary: deny, scps: [[deny]] };
    for (const gate of ['boundary', 'scp', 'denyScan'])
      expect(gateOf(gate, linked, policies)?.statements, gate).toEqual([]);
    expect(evaluate({ ...get, ...linked }, policies).decision).toBe('allowed');
  });

  test('each for itself: how the resource names the caller is said there alone', () => {
    const delegating = { identity: [everything], resource: to({ AWS: '111122223333' }) };
    expect(gateOf('resource', {}, delegating)?.reason).toBe('delegatesToAccount');
    expect(gateOf('identity', {}, delegating)?.reason).toBe('allows');
    expect(gateOf('resource', {}, { ...delegating, resource: to({ AWS: user }) })?.reason).toBe('allows');
    expect(gateOf('resource', {}, { ...delegating, resource: to('*', 'x:Y') })?.reason).toBe('noAllow');
  });

  test('each for itself: what sessions, keys and federated users lack is said once', () => {
    const token = { principal: session, action: 'sts:GetSessionToken', resource: '*' };
    expect(gateOf('scp', token, { identity: [], scps: [[everything]] })?.reason).toBe('levelsAllow');
    expect(gateOf('boundary', { principal: fay }, { identity: [] })?.reason).toBe('none');
    const key = { action: 'kms:Decrypt', resource: 'arn:aws:kms:eu-west-1:111122223333:key/1' };
    expect(gateOf('scp', key, { identity: [] })).toMatchObject({ outcome: 'absent', reason: 'none' });
  });

  test('an SCP that allows at one level only makes no decision', () => {
    const { decision, decidedBy, matched } = evaluate(get, {
      identity: [everything],
      scps: [[everything], [nothing]],
    });
    expect([decision, decidedBy, matched]).toEqual(['implicitDeny', 'scp', []]);
  });

  test('an anonymous caller has no account to cross from', () => {
    const asked = { ...get, principal: 'anonymous', resourceAccount: '111122223333' };
    expect(evaluate(asked, { identity: [], resource: open }).crossAccount).toBe(false);
  });

  test('a trust policy, which has no Resource', () => {
    const Condition = {
      StringEquals: { 'aws:username': 'ana' },
      Bool: { 'aws:SecureTransport': 'true' },
      Null: { 'aws:SourceVpc': 'true' },
    };
    const statement = { Effect: 'Allow', Principal: { AWS: user }, Action: 'sts:AssumeRole' };
    const elements = (...statements: JsonObject[]) =>
      gateOf('resource', assume, { identity: [], resource: document(...statements) })?.statements.map(
        (told) => told.elements.map(({ element }) => element),
      );
    expect(elements(statement, { ...statement, Condition })).toEqual([
      ['Principal', 'Action'],
      ['Principal', 'Action', 'Condition', 'Condition', 'Condition'],
    ]);
    const short = document({ Effect: 'Allow', Action: '*', Resource: '*', Condition });
    expect(gateOf('identity', {}, { identity: [short] })?.statements[0]?.elements).toHaveLength(5);
  });

  test.each<JsonValue>([
    { Federated: 'graph.facebook.com' },
    { Service: 'ec2.amazonaws.com' },
    { CanonicalUser: 'a' },
  ])('of Principal %j no name is matched', (Principal) => {
    const gate = gateOf('resource', {}, { identity: [], resource: to(Principal) });
    const told = gateOf('resource', assume, { identity: [], resource: trust(Principal) });
    for (const element of [gate, told].flatMap((one) => one?.statements[0]?.elements[0] ?? []))
      expect(element).toMatchObject({ matches: false, matchedPattern: undefined });
  });

  test('where a statement stands: its Sid, its number, its policy', () => {
    const allow = { Effect: 'Allow', Action: '*', Resource: '*' };
    const named = withOrigin(document(allow, { ...allow, Sid: '' }, { ...allow, Sid: 'All' }), {
      name: 'P',
      id: 'p-1',
    });
    const sources = gateOf('identity', {}, { identity: [nothing, named] })?.statements.map(
      ({ source }) => source,
    );
    expect(sources?.map(({ sid }) => sid)).toEqual([undefined, undefined, undefined, 'All']);
    expect(sources?.map(({ index, policyIndex }) => [policyIndex, index])).toEqual([
      [0, 0],
      [1, 0],
      [1, 1],
      [1, 2],
    ]);
    expect(sources?.at(-1)).toMatchObject({
      layer: 'identity',
      policyName: 'P',
      policyId: 'p-1',
      effect: 'Allow',
    });
  });
});
