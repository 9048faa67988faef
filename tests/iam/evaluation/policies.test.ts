import { describe, expect, test } from 'vitest';
import { authorizer, evaluate, type AccessRequest, type JsonValue } from '#iam';
import { candidatesOf, compilePolicies, documentsOf, planOf } from '../../../src/iam/evaluation/policies.ts';
import { actionName, prepareRequest, type PreparedRequest } from '../../../src/iam/evaluation/prepare.ts';
import { compilePrincipal, entryGrant, principalMatch } from '../../../src/iam/evaluation/principal-match.ts';

const ana: AccessRequest = {
  principal: 'arn:aws:iam::111122223333:user/ana',
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::b/a',
};
const prepared = (request: Partial<AccessRequest> = {}): PreparedRequest => {
  const asked = { ...ana, ...request };
  const made = prepareRequest(asked, actionName(asked.action), false);
  if ('malformed' in made) throw new Error(made.malformed);
  return made;
};

describe('a policy set, prepared', () => {
  test('has no documents and no statements in a layer that has none', () => {
    const compiled = compilePolicies({ identity: [], scps: null });
    for (const layer of ['scp', 'rcp', 'boundary', 'session', 'resource', 'vpcEndpoint'] as const) {
      expect(documentsOf(compiled, layer, prepared()), layer).toEqual([]);
      const candidates = candidatesOf(compiled, planOf(compiled, 's3:GetObject'), layer, prepared());
      expect(candidates.denies, layer).toEqual([]);
      expect(candidates.allows.flat(), layer).toEqual([]);
    }
    expect(compiled.present).toEqual(['identity']);
  });

  test('keeps the plan of an action, and hostile actions fill no memory', () => {
    const compiled = compilePolicies({ identity: [] });
    const plan = planOf(compiled, 's3:GetObject');
    expect(planOf(compiled, 's3:GetObject')).toBe(plan);
    for (let index = 0; index < 5000; index += 1) planOf(compiled, `s3:Get${index}`);
    expect(compiled.plans.size).toBeLessThanOrEqual(4096);
    const again = planOf(compiled, 's3:GetObject');
    expect(again).not.toBe(plan);
    expect(again).toEqual(plan);
  });
});

/** What IAM refuses when a policy is saved names nobody here. */
describe('a Principal element', () => {
  const named = (Principal: JsonValue) => compilePrincipal({ Principal });

  test.each<JsonValue>([5, null, true, [], { AWS: 5 }, { AWS: [null, {}] }, {}])(
    '%j holds no name',
    (value) => {
      expect(named(value)).toEqual({ element: 'Principal', entries: [], patterns: [] });
    },
  );

  test('a statement without one names nobody in particular', () => {
    expect(compilePrincipal({ Effect: 'Allow' })).toBeUndefined();
  });

  test('callers without an account are not named as AWS principals', () => {
    const anonymous = prepared({ principal: 'anonymous' });
    expect(entryGrant({ kind: 'AWS', text: 'anonymous', account: undefined }, anonymous)).toBe('none');
    expect(entryGrant({ kind: 'AWS', text: '*', account: undefined }, anonymous)).toBe('direct');
    const service = prepared({ principal: 'ec2.amazonaws.com' });
    expect(entryGrant({ kind: 'AWS', text: 'ec2.amazonaws.com', account: undefined }, service)).toBe('none');
    expect(entryGrant({ kind: 'Service', text: 'ec2.amazonaws.com', account: undefined }, service)).toBe(
      'direct',
    );
  });

  test('a canonical user, which no request names, is nobody', () => {
    const pattern = named({ CanonicalUser: 'a'.repeat(64) });
    expect(pattern && principalMatch(pattern, prepared())).toBe('none');
    const document = (Principal: JsonValue) => ({
      Version: '2012-10-17',
      Statement: { Effect: 'Allow', Principal, Action: 's3:*', Resource: '*' },
    });
    const asked = { ...ana, principal: 'anonymous' };
    expect(evaluate(asked, { identity: [], resource: document({ CanonicalUser: 'x' }) }).decision).toBe(
      'implicitDeny',
    );
    expect(authorizer({ identity: [], resource: document('*') }).decide(asked)).toBe('allowed');
  });
});
