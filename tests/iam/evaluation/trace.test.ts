import { describe, expect, test } from 'vitest';
import { evaluate, withOrigin, type JsonValue, type PolicySet } from '#iam';

const everything: JsonValue = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
};
const deny: JsonValue = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Deny', Action: '*', Resource: '*' }],
};
const session = 'arn:aws:sts::111122223333:assumed-role/App/s1';
const role = 'arn:aws:iam::111122223333:role/App';
const get = { principal: session, action: 's3:GetObject', resource: 'arn:aws:s3:::puerto-media/a' };

function bucketless(): JsonValue {
  return { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: 'ec2:*', Resource: '*' } };
}

function bucketPolicy(named: string): JsonValue {
  const statement = { Effect: 'Allow', Principal: { AWS: named }, Action: 's3:*', Resource: '*' };
  return { Version: '2012-10-17', Statement: [statement] };
}

describe('the gates that a request reached', () => {
  test('a grant to the role goes on through the boundary and the session policy', () => {
    const { gates, decision } = evaluate(get, {
      identity: [],
      resource: bucketPolicy(role),
      boundary: everything,
      session: [everything],
    });
    expect(decision).toBe('allowed');
    expect(gates.every(({ reached }) => reached)).toBe(true);
  });

  test('a grant to the session itself ends at the resource-based policy', () => {
    const { gates, decision } = evaluate(get, { identity: [], resource: bucketPolicy(session) });
    expect(decision).toBe('allowed');
    expect(gates.filter(({ reached }) => reached).map(({ gate }) => gate)).toEqual([
      'denyScan',
      'rcp',
      'scp',
      'resource',
    ]);
  });

  test('GetCallerIdentity ends at once, and the trace does not speak against the decision', () => {
    const { gates, decision, matched } = evaluate(
      { principal: session, action: 'sts:GetCallerIdentity', resource: '*' },
      { identity: [deny] },
    );
    expect(decision).toBe('allowed');
    expect(matched).toEqual([]);
    expect(gates[0]).toMatchObject({ outcome: 'allows', reason: 'noPermissionNeeded', decides: true });
  });

  test('the message names the managed policy that denies', () => {
    const named = withOrigin(deny, { arn: 'arn:aws:iam::aws:policy/AWSDenyAll' });
    expect(evaluate(get, { identity: [named] }).message).toBe(
      `User: ${session} is not authorized to perform: s3:GetObject on resource: ${get.resource} ` +
        'with an explicit deny in an identity-based policy: arn:aws:iam::aws:policy/AWSDenyAll',
    );
  });

  test('an invalid document is named, and a Deny elsewhere still wins', () => {
    const policies = { identity: [everything, 'no policy'] };
    const { gates, decision, message } = evaluate(get, policies);
    expect(decision).toBe('cannotEvaluate');
    expect(message).toBeUndefined();
    expect(gates.find(({ decides }) => decides)).toMatchObject({
      gate: 'identity',
      values: { policy: 'identity 2' },
    });
    expect(evaluate(get, { ...policies, boundary: deny }).decision).toBe('explicitDeny');
  });
});

describe('the shape of a trace', () => {
  const endpoint: JsonValue = {
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' },
  };
  const sides = [
    ['denyScan', 'both'],
    ['rcp', 'resourceOwner'],
    ['scp', 'caller'],
    ['vpcEndpoint', 'both'],
    ['resource', 'resourceOwner'],
    ['identity', 'caller'],
    ['boundary', 'caller'],
    ['session', 'caller'],
  ];

  test('every gate in the documented order, and whose account its policies belong to', () => {
    const sidesOf = (policies: PolicySet) =>
      evaluate(get, policies).gates.map(({ gate, side }) => [gate, side]);
    expect(sidesOf({ identity: [], vpcEndpoint: endpoint })).toEqual(sides);
    expect(sidesOf({ identity: [] })).toEqual(sides.filter(([gate]) => gate !== 'vpcEndpoint'));
  });

  test('a Deny is told at its gate and in the deny scan, which names the layer', () => {
    const { gates, matched, decidedBy } = evaluate(get, {
      identity: [everything, deny],
      boundary: deny,
      vpcEndpoint: endpoint,
    });
    expect(decidedBy).toBe('identity');
    const [scan, ...others] = gates;
    expect(scan).toMatchObject({
      outcome: 'denies',
      values: { layer: 'identity' },
      reached: true,
      decides: true,
    });
    expect(scan?.statements.map(({ source }) => [source.layer, source.policyIndex])).toEqual([
      ['identity', 1],
      ['boundary', 0],
    ]);
    expect(others.map(({ outcome }) => outcome)).toEqual([
      'absent',
      'absent',
      'allows',
      'absent',
      'denies',
      'denies',
      'absent',
    ]);
    expect(others.some(({ reached, decides }) => reached || decides)).toBe(false);
    expect(others.every(({ values }) => Object.keys(values).length === 0)).toBe(true);
    expect(matched.map(({ source }) => source.policyIndex)).toEqual([1]);
  });

  test('of an allowed request the Allows are told that apply, of one that nothing allows none', () => {
    const policies = { identity: [bucketless(), everything] };
    expect(evaluate(get, policies)).toMatchObject({
      decision: 'allowed',
      decidedBy: 'identity',
      crossAccount: false,
    });
    expect(evaluate(get, policies).matched.map(({ source }) => source.policyIndex)).toEqual([1]);
    expect(evaluate(get, policies)).not.toHaveProperty('message');
    const fenced = evaluate(get, { ...policies, boundary: bucketless() });
    expect(fenced).toMatchObject({ decision: 'implicitDeny', decidedBy: 'boundary', matched: [] });
    expect(fenced.message).toContain('because no permissions boundary allows the s3:GetObject action');
    const elsewhere = { ...get, resourceAccount: '444455556666' };
    expect(evaluate(elsewhere, { ...policies, resource: bucketPolicy(role) })).toMatchObject({
      decision: 'allowed',
      decidedBy: 'identity',
      crossAccount: true,
    });
  });

  test('of a request that cannot be read', () => {
    const request = { ...get, action: 's3', context: { 'aws:username': 'ana' } };
    const policies = { identity: [everything], vpcEndpoint: endpoint };
    const { gates, ...others } = evaluate(request, policies);
    expect(others).toEqual({
      request,
      context: request.context,
      decision: 'cannotEvaluate',
      matched: [],
      crossAccount: false,
    });
    expect(gates).toEqual(
      sides
        .filter(([gate]) => gate !== 'vpcEndpoint')
        .map(([gate, side]) => ({
          gate,
          side,
          outcome: gate === 'denyScan' ? 'cannotEvaluate' : 'absent',
          reached: gate === 'denyScan',
          decides: gate === 'denyScan',
          reason: gate === 'denyScan' ? 'malformed.action' : 'notReached',
          values: gate === 'denyScan' ? { text: 's3' } : {},
          statements: [],
        })),
    );
    expect(evaluate({ ...get, action: 's3' }, policies).context).toEqual({});
  });
});

/** IAM User Guide, “How AWS enforcement code logic evaluates requests”: a grant to the user who made the session. */
describe('a grant to a user and the federated session that the user made', () => {
  const user = 'arn:aws:iam::111122223333:user/ana';
  const fay = { ...get, principal: 'arn:aws:sts::111122223333:federated-user/fay', federatedBy: user };
  const policies = { identity: [], resource: bucketPolicy(user) };

  test.each([
    ['both allow', { boundary: everything, session: [everything] }, 'allowed', 'resource'],
    ['no boundary', { session: [everything] }, 'allowed', 'resource'],
    ['the boundary is silent', { boundary: bucketless(), session: [everything] }, 'implicitDeny', 'boundary'],
    ['the session policy is silent', { session: [bucketless()] }, 'implicitDeny', 'session'],
    ['no session policy was passed', {}, 'implicitDeny', 'session'],
    ['the session policy denies', { session: [deny] }, 'explicitDeny', 'session'],
  ])('%s', (_, fences, decision, decidedBy) => {
    expect(evaluate(fay, { ...policies, ...fences })).toMatchObject({ decision, decidedBy });
  });

  test('does not reach the session of another user', () => {
    const other = { ...fay, federatedBy: 'arn:aws:iam::111122223333:user/bob' };
    expect(evaluate(other, { ...policies, session: [everything] }).decision).toBe('implicitDeny');
    expect(evaluate({ ...get, federatedBy: user }, policies).decision).toBe('implicitDeny');
  });
});
