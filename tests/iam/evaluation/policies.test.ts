import { describe, expect, test } from 'vitest';
import { authorizer, evaluate, withOrigin, type AccessRequest, type JsonValue } from '#iam';
import {
  compilePolicies,
  coverageOf,
  documentsOf,
  planOf,
  type Candidates,
  type CompiledPolicies,
} from '../../../src/iam/evaluation/policies.ts';
import { actionName, prepareRequest, type PreparedRequest } from '../../../src/iam/evaluation/prepare.ts';
import { compilePrincipal, entryGrant, principalMatch } from '../../../src/iam/evaluation/principal-match.ts';
import { compilePolicy } from '../../../src/iam/evaluation/statement.ts';
import { layers, layerIndex, type Layer } from '../../../src/iam/evaluation/trace.ts';

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

/** What covers a request, found as an authorizer finds it. */
const coverage = (compiled: CompiledPolicies, request: Partial<AccessRequest> = {}) => {
  const asked = { ...ana, ...request };
  const made = prepareRequest(asked, planOf(compiled, asked.action), false);
  if ('malformed' in made) throw new Error(made.malformed);
  return coverageOf(compiled, made);
};
const candidatesOf = (compiled: CompiledPolicies, layer: Layer): Candidates | undefined =>
  coverage(compiled).candidates[layerIndex(layer)];

describe('a policy set, prepared', () => {
  test('has no documents and no statements in a layer that has none', () => {
    const compiled = compilePolicies({ identity: [], scps: null });
    for (const layer of ['scp', 'rcp', 'boundary', 'session', 'resource', 'vpcEndpoint'] as const) {
      expect(documentsOf(compiled, layer, prepared()), layer).toEqual([]);
      expect(candidatesOf(compiled, layer), layer).toBeUndefined();
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
    expect(planOf(compiled, 's3:GetObject')).toBe(again);
    const free = 4096 - compiled.plans.size;
    for (let index = 0; index < free; index += 1) planOf(compiled, `ec2:Get${index}`);
    expect(compiled.plans.size).toBe(4096);
    planOf(compiled, 's3:PutObject');
    expect(compiled.plans.size).toBe(1);
  });

  const statement = { Effect: 'Allow', Action: 's3:*', Resource: '*' };
  const document = (...Statement: readonly JsonValue[]) => ({ Version: '2012-10-17', Statement });

  test('reads a document once, and looks for the statements of an action once', () => {
    const compiled = compilePolicies({ identity: [document(statement)] });
    const documents = documentsOf(compiled, 'identity', prepared());
    expect(documentsOf(compiled, 'identity', prepared())).toBe(documents);
    const found = coverage(compiled);
    expect(candidatesOf(compiled, 'identity')?.allows).toEqual([documents[0]?.statements]);
    expect(coverage(compiled)).toBe(found);
  });

  test('has one answer for all actions that the same statements cover', () => {
    const keep = { ...statement, Effect: 'Deny', Action: 's3:Delete*' };
    const compiled = compilePolicies({ identity: [document(statement)], scps: [[document(keep)]] });
    const found = coverage(compiled);
    expect(coverage(compiled, { action: 's3:PutObject' })).toBe(found);
    expect(found.denying).toEqual([]);
    const deleting = coverage(compiled, { action: 's3:DeleteObject' });
    expect(deleting).not.toBe(found);
    expect(coverage(compiled, { action: 's3:DeleteBucket' })).toBe(deleting);
    const nothing = coverage(compiled, { action: 'ec2:RunInstances' });
    expect(nothing).not.toBe(found);
    expect(nothing.candidates[layerIndex('identity')]?.allows).toEqual([[]]);
  });

  test('reads the policy of a resource as a trust policy where the request asks for a role', () => {
    const resource = document({ Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' });
    const compiled = compilePolicies({ identity: [], resource });
    const role = { action: 'sts:AssumeRole', resource: 'arn:aws:iam::111122223333:role/ops' };
    const trust = coverage(compiled, role);
    expect(trust.invalid).toEqual([]);
    expect(coverage(compiled, role)).toBe(trust);
    const other = coverage(compiled, { ...role, resource: '*' });
    expect(other).not.toBe(trust);
    expect(other.invalid).toEqual(['resource']);
    expect(coverage(compiled, { ...role, resource: '*' })).toBe(other);
  });

  test('knows which level says yes to every request with the action', () => {
    const scps = [
      [document(statement)],
      [document({ ...statement, Resource: 'arn:aws:s3:::b/*' }, { ...statement, Action: 'ec2:*' })],
      [
        document({ ...statement, Condition: { Bool: { 'aws:SecureTransport': 'true' } } }),
        document(statement),
      ],
      [document({ Effect: 'Allow', Action: 's3:*', NotResource: '*' })],
      [],
    ];
    const compiled = compilePolicies({ identity: [], scps });
    const { allows = [], open } = candidatesOf(compiled, 'scp') ?? {};
    expect(allows.map((list) => list.length)).toEqual([1, 1, 2, 1, 0]);
    expect(open).toEqual([allows[1], allows[3], allows[4]]);
  });

  test('knows whether IAM would refuse one of its documents', () => {
    const identity = [document(statement)];
    expect(coverage(compilePolicies({ identity, resource: null })).invalid).toEqual([]);
    expect(coverage(compilePolicies({ identity, boundary: '?' })).invalid).toEqual(['boundary']);
  });

  test('has its layers in the documented order', () => {
    expect(layers.map(layerIndex)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });
});

describe('a document that cannot be evaluated says why', () => {
  const star = { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' };
  const unknown = { ...star, Condition: { StringIs: { 'aws:username': 'ana' } } };
  const list = { Version: '2012-10-17', Statement: [star, unknown] };

  test.each<[JsonValue, Layer, string, string]>([
    ['?', 'identity', 'POLICY_NOT_AN_OBJECT', ''],
    [null, 'boundary', 'POLICY_NOT_AN_OBJECT', ''],
    [{ ...list, Statement: unknown }, 'rcp', 'UNSUPPORTED', '/Statement/Condition/StringIs'],
    [list, 'rcp', 'UNSUPPORTED', '/Statement/1/Condition/StringIs'],
    [list, 'scp', 'SCP_SYNTAX_ERROR_PRINCIPAL', '/Statement/0/Principal'],
  ])('%j as %s: %s at %s', (value, layer, code, path) => {
    expect(compilePolicy(value, layer, { policyIndex: 1 })).toEqual({
      statements: [],
      invalid: { code, path, name: `${layer} 2` },
    });
  });

  test('a statement knows the part of the text that it stands in', () => {
    const range = { start: 3, end: 9, startLine: 1, startColumn: 4, endLine: 1, endColumn: 10 };
    const rangeOf = (Statement: JsonValue, path: string) =>
      compilePolicy(
        withOrigin({ Version: '2012-10-17', Statement }, { ranges: new Map([[path, range]]) }),
        'identity',
        {
          policyIndex: 0,
        },
      ).statements.map(({ source }) => source.range);
    const allow = { Effect: 'Allow', Action: '*', Resource: '*' };
    expect(rangeOf(allow, '/Statement')).toEqual([range]);
    expect(rangeOf([allow, allow], '/Statement/1')).toEqual([undefined, range]);
  });
});

/** What IAM refuses when a policy is saved names nobody here. */
describe('a Principal element', () => {
  const named = (Principal: JsonValue) => compilePrincipal({ Principal });

  test.each<JsonValue>([5, null, true, [], ['*'], { AWS: 5 }, { AWS: [null, {}] }, {}])(
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

  test.each<[string, string | undefined]>([
    ['111122223333', '111122223333'],
    ['arn:aws:iam::111122223333:root', '111122223333'],
    ['arn:aws-cn:iam::111122223333:root', '111122223333'],
    ['arn:aws:iam::444455556666:user/111122223333', undefined],
    ['arn:aws:iam::111122223333:rooted', undefined],
    ['arn:aws:iam::111122223333:user/root', undefined],
    ['1111222233334', undefined],
  ])('%s names the account %s', (AWS, account) => {
    expect(named({ AWS })?.entries).toEqual([{ kind: 'AWS', text: AWS, account }]);
  });

  test('callers are named as what they are', () => {
    const grant = (kind: string, text: string, principal: string) =>
      entryGrant({ kind, text, account: /^[0-9]{12}$/.exec(text)?.[0] }, prepared({ principal }));
    expect(grant('AWS', '111122223333', 'arn:aws:iam::111122223333:root')).toBe('direct');
    expect(grant('AWS', '111122223333', ana.principal)).toBe('account');
    expect(grant('AWS', '*', 'graph.facebook.com')).toBe('none');
    expect(grant('Federated', 'graph.facebook.com', 'graph.facebook.com')).toBe('direct');
    expect(grant('Federated', 'accounts.google.com', 'graph.facebook.com')).toBe('none');
    expect(grant('Service', 'graph.facebook.com', 'graph.facebook.com')).toBe('none');
    expect(grant('Service', ana.principal, ana.principal)).toBe('none');
    expect(grant('CanonicalUser', '*', ana.principal)).toBe('none');
    const spared = compilePrincipal({ NotPrincipal: { AWS: '111122223333' } });
    expect(spared && principalMatch(spared, prepared())).toBe('direct');
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
