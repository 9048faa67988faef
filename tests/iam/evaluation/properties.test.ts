import fc from 'fast-check';
import { runs } from '../../random.ts';
import { expect, test } from 'vitest';
import { authorizer, evaluate, type AccessRequest, type JsonValue, type PolicySet } from '#iam';
import { en } from '../../../src/ui/i18n/en/index.ts';

const action = fc.constantFrom('*', 's3:*', 's3:Get*', 's3:GetObject', 's3:PutObject', 'ec2:*');
const resource = fc.constantFrom(
  '*',
  'arn:aws:s3:::b/*',
  'arn:aws:s3:::b/a?',
  'arn:aws:s3:::c/*',
  'arn:aws:s3:::${aws:username}/*',
);
const condition = fc.constantFrom<JsonValue>(
  {},
  { StringEquals: { 'aws:username': 'ana' } },
  { StringNotLike: { 'aws:PrincipalTag/team': 'r*' } },
  { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
);
const body = {
  Effect: fc.constantFrom('Allow', 'Allow', 'Deny'),
  Action: action,
  Resource: resource,
  Condition: condition,
};
const documentOf = (statement: fc.Arbitrary<JsonValue>): fc.Arbitrary<JsonValue> =>
  fc
    .array(statement, { minLength: 1, maxLength: 3 })
    .map((Statement) => ({ Version: '2012-10-17', Statement }));
const plain = documentOf(fc.record(body));
const withPrincipal = documentOf(
  fc.record({
    ...body,
    Principal: fc.constantFrom<JsonValue>(
      '*',
      { AWS: '111122223333' },
      { AWS: 'arn:aws:iam::111122223333:user/ana' },
      { AWS: 'arn:aws:iam::111122223333:role/App' },
    ),
  }),
);
const policies: fc.Arbitrary<PolicySet> = fc.record<
  PolicySet & { readonly boundary: JsonValue; readonly resource: JsonValue }
>({
  identity: fc.array(plain, { maxLength: 2 }),
  boundary: fc.option(plain, { nil: null }),
  session: fc.option(fc.array(plain, { minLength: 1, maxLength: 2 })),
  resource: fc.option(withPrincipal, { nil: null }),
  scps: fc.option(fc.array(fc.array(plain, { maxLength: 2 }), { maxLength: 2 })),
});
const request: fc.Arbitrary<AccessRequest> = fc.record({
  principal: fc.constantFrom(
    'arn:aws:iam::111122223333:user/ana',
    'arn:aws:sts::111122223333:assumed-role/App/s',
    'arn:aws:iam::444455556666:user/bea',
    'arn:aws:iam::111122223333:root',
    'anonymous',
  ),
  action: fc.constantFrom('s3:GetObject', 's3:PutObject', 'S3:getobject'),
  resource: fc.constantFrom('arn:aws:s3:::b/a1', 'arn:aws:s3:::c/x', 'arn:aws:s3:::ana/x'),
  resourceAccount: fc.constant('111122223333'),
  context: fc.constantFrom({}, { 'aws:MultiFactorAuthPresent': 'true' }, { 'aws:PrincipalTag/team': 'red' }),
});

test('decide answers what evaluate answers, exactly one gate decides, every reason has words', () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(request, policies, (one, set) => {
      const evaluation = evaluate(one, set);
      seen.set(evaluation.decision, (seen.get(evaluation.decision) ?? 0) + 1);
      expect(authorizer(set).decide(one)).toBe(evaluation.decision);
      expect(evaluation.gates.filter(({ decides }) => decides)).toHaveLength(1);
      for (const { reason } of evaluation.gates) expect(`trace.reason.${reason}` in en, reason).toBe(true);
      if (evaluation.decision !== 'allowed')
        expect(evaluation.message).toMatch(/is not authorized to perform/);
    }),
    { numRuns: runs(1_250) },
  );
  for (const decision of ['allowed', 'explicitDeny', 'implicitDeny'])
    expect(seen.get(decision)).toBeGreaterThan(runs(1_250) / 20);
});

test('an explicit Deny wins, and adding a Deny never adds access', () => {
  const deny: JsonValue = {
    Version: '2012-10-17',
    Statement: { Effect: 'Deny', Action: 's3:*', Resource: '*' },
  };
  fc.assert(
    fc.property(request, policies, plain, (one, set, more) => {
      fc.pre(one.principal.includes(':user/') || one.principal.includes('assumed-role'));
      expect(evaluate(one, { ...set, identity: [...set.identity, deny] }).decision).toBe('explicitDeny');
      const before = evaluate(one, set).decision;
      const denies = JSON.parse(JSON.stringify(more).replaceAll('"Allow"', '"Deny"')) as JsonValue;
      const after = evaluate(one, { ...set, identity: [...set.identity, denies] }).decision;
      if (before !== 'allowed') expect(after).not.toBe('allowed');
    }),
    { numRuns: runs(1_000) },
  );
});

test('the order of policies does not count', () => {
  fc.assert(
    fc.property(request, policies, (one, set) => {
      const turned = {
        ...set,
        identity: set.identity.toReversed(),
        session: set.session?.toReversed() ?? null,
      };
      expect(evaluate(one, turned).decision).toBe(evaluate(one, set).decision);
    }),
    { numRuns: runs(1_000) },
  );
});

test('any JSON where a policy is expected, and any text in a request, is answered and never allowed', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), fc.string(), (value, text) => {
      const ana = 'arn:aws:iam::111122223333:user/ana';
      const good = { principal: ana, action: 's3:GetObject', resource: 'arn:aws:s3:::b/a' };
      expect(evaluate(good, { identity: [value as JsonValue] }).decision).not.toBe('allowed');
      for (const field of ['principal', 'action', 'resource'])
        evaluate({ ...good, [field]: text }, { identity: [] });
    }),
    { numRuns: runs(1_000) },
  );
});

test('an explanation is sound: the statements it names alone give the same decision', () => {
  fc.assert(
    fc.property(request, plain, (one, document) => {
      fc.pre(one.principal.endsWith(':user/ana'));
      const { decision, matched } = evaluate(one, { identity: [document] });
      fc.pre(matched.length > 0);
      const statements = (document as { readonly Statement: readonly JsonValue[] }).Statement;
      const kept = statements.filter((_, index) =>
        matched.some((statement) => statement.source.index === index),
      );
      expect(evaluate(one, { identity: [{ Version: '2012-10-17', Statement: kept }] }).decision).toBe(
        decision,
      );
    }),
    { numRuns: runs(1_000) },
  );
});
