import { describe, expect, test } from 'vitest';
import { evaluate, type JsonValue } from '#iam';

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
