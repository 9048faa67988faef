import { expect, test } from 'vitest';
import type { JsonObject, PolicySet } from '#iam';
import { compareAccess, type CatalogueAction, type Domain } from '#proof';

const s3 = (name: string, access: string, format: string): CatalogueAction => ({
  name: `s3:${name}`,
  access,
  resources: [format],
  mayTakeNone: false,
});
const object = 'arn:${Partition}:s3:::${BucketName}/${ObjectName}';
const bucket = 'arn:${Partition}:s3:::${BucketName}';
const actions = [
  s3('GetObject', 'Read', object),
  s3('PutObject', 'Write', object),
  s3('DeleteObject', 'Write', object),
  s3('ListBucket', 'List', bucket),
  s3('PutBucketPolicy', 'Permissions management', bucket),
];
const domain: Domain = { situations: [{ principal: 'arn:aws:iam::111122223333:user/ana' }], actions };

function allow(action: string | string[], resource: string | string[], more: JsonObject = {}): JsonObject {
  return { Effect: 'Allow', Action: action, Resource: resource, ...more };
}
function policies(...statements: JsonObject[]): PolicySet {
  return { identity: [{ Version: '2012-10-17', Statement: statements }] };
}
function relation(left: PolicySet, right: PolicySet, over: Domain = domain) {
  return compareAccess(left, right, over);
}

test('a policy allows what itself allows', () => {
  const one = policies(allow('s3:Get*', 'arn:aws:s3:::a-*/*'));
  expect(relation(one, one)).toMatchObject({ relation: 'equal', excess: [], missing: [] });
});

test('a narrower pattern is within a wider one, and the wider exceeds it by a request of the gravest action', () => {
  const narrow = policies(allow('s3:GetObject', 'arn:aws:s3:::app-*/*'));
  const wide = policies(allow('s3:*', 'arn:aws:s3:::*'));
  expect(relation(narrow, wide).relation).toBe('within');
  const { relation: other, excess } = relation(wide, narrow);
  expect(other).toBe('exceeds');
  expect(excess[0]).toMatchObject({ action: 's3:PutBucketPolicy' });
});

test('a bucket is no object: both ARNs in one statement are two statements', () => {
  const one = policies(allow(['s3:ListBucket', 's3:GetObject'], ['arn:aws:s3:::b', 'arn:aws:s3:::b/*']));
  const two = policies(allow('s3:ListBucket', 'arn:aws:s3:::b'), allow('s3:GetObject', 'arn:aws:s3:::b/*'));
  expect(relation(one, two).relation).toBe('equal');
});

test('a forgotten slash is found: the bucket whose name goes on', () => {
  const right = policies(allow('s3:GetObject', 'arn:aws:s3:::media/*'));
  const wrong = policies(allow('s3:GetObject', 'arn:aws:s3:::media*'));
  const { relation: found, excess } = relation(wrong, right);
  expect(found).toBe('exceeds');
  expect(excess[0]?.resource).toMatch(/^arn:aws:s3:::media[^/]+\/./);
});

test('an absent key tells Bool from BoolIfExists', () => {
  const base = allow('s3:*', '*');
  const deny = (operator: string): JsonObject => ({
    Effect: 'Deny',
    Action: 's3:Delete*',
    Resource: '*',
    Condition: { [operator]: { 'aws:MultiFactorAuthPresent': 'false' } },
  });
  const { relation: found, excess } = relation(
    policies(base, deny('Bool')),
    policies(base, deny('BoolIfExists')),
  );
  expect(found).toBe('exceeds');
  expect(excess).toHaveLength(1);
  expect(excess[0]).toEqual({
    principal: 'arn:aws:iam::111122223333:user/ana',
    action: 's3:DeleteObject',
    resource: expect.stringMatching(/^arn:aws:s3:::.+\/./) as string,
  });
});

test('numbers, dates and addresses are told apart at their edges', () => {
  const when = (operator: string, key: string, value: string) =>
    policies(allow('s3:GetObject', '*', { Condition: { [operator]: { [key]: value } } }));
  const pairs = [
    ['NumericLessThan', 'NumericLessThanEquals', 's3:max-keys', '10'],
    ['DateGreaterThan', 'DateGreaterThanEquals', 'aws:CurrentTime', '2026-01-01T00:00:00Z'],
  ] as const;
  for (const [left, right, key, value] of pairs)
    expect(relation(when(left, key, value), when(right, key, value)).relation).toBe('within');
  expect(
    relation(
      when('IpAddress', 'aws:SourceIp', '10.1.0.0/16'),
      when('IpAddress', 'aws:SourceIp', '10.0.0.0/8'),
    ).relation,
  ).toBe('within');
  expect(
    relation(
      policies(
        allow('s3:GetObject', '*', {
          Condition: { IpAddress: { 'aws:SourceIp': ['10.0.0.0/9', '10.128.0.0/9'] } },
        }),
      ),
      when('IpAddress', 'aws:SourceIp', '10.0.0.0/8'),
    ).relation,
  ).toBe('equal');
});

test('sets of values: ForAllValues lets the absent key through, ForAnyValue does not', () => {
  const tags = (operator: string) =>
    policies(allow('s3:PutObject', '*', { Condition: { [operator]: { 'aws:TagKeys': ['team', 'cost'] } } }));
  const {
    relation: found,
    excess,
    missing,
  } = relation(tags('ForAllValues:StringEquals'), tags('ForAnyValue:StringEquals'));
  expect(found).toBe('incomparable');
  expect(excess[0]?.context).toBeUndefined();
  expect(missing[0]?.context?.['aws:TagKeys']).toHaveLength(2);
});

test('boundary, SCP and session policy narrow what the identity allows', () => {
  const wide = policies(allow('*', '*'));
  const layered: PolicySet = {
    ...wide,
    boundary: { Version: '2012-10-17', Statement: [allow('s3:Get*', '*')] },
    scps: [[{ Version: '2012-10-17', Statement: [allow('*', '*')] }]],
  };
  expect(relation(layered, policies(allow('s3:Get*', '*'))).relation).toBe('equal');
});

test('a policy variable is fixed by who asks', () => {
  const home = policies(allow('s3:GetObject', 'arn:aws:s3:::home/${aws:username}/*'));
  const ana = policies(allow('s3:GetObject', 'arn:aws:s3:::home/ana/*'));
  expect(relation(home, ana).relation).toBe('equal');
  const two = {
    ...domain,
    situations: [...domain.situations, { principal: 'arn:aws:iam::111122223333:user/bob' }],
  };
  expect(relation(home, ana, two).relation).toBe('incomparable');
});

test('what cannot be decided is named and is never equal', () => {
  const broken: PolicySet = { identity: [{ Version: '2012-10-17', Statement: [{ Effect: 'Maybe' }] }] };
  const one = policies(allow('s3:*', '*'));
  expect(relation(broken, one)).toMatchObject({
    relation: 'undecided',
    undecided: [{ construct: 'document' }],
  });
  expect(relation(one, one, { ...domain, situations: [] })).toMatchObject({
    relation: 'undecided',
    undecided: [{ construct: 'domain', name: 'situations' }],
  });
  expect(relation(one, one, { ...domain, situations: [{ principal: 'nobody at all' }] })).toMatchObject({
    relation: 'undecided',
    undecided: [{ construct: 'domain', name: 'nobody at all' }],
  });
  const ranging = policies(allow('s3:GetObject', 'arn:aws:s3:::${aws:PrincipalTag/team}/*'));
  expect(relation(ranging, ranging).relation).toBe('equal');
  expect(relation(ranging, policies(allow('s3:GetObject', 'arn:aws:s3:::x417/*')))).toMatchObject({
    relation: 'incomparable',
  });
  const everyone = policies(allow('s3:GetObject', 'arn:aws:s3:::*'));
  expect(relation(ranging, everyone)).toMatchObject({
    relation: 'undecided',
    undecided: [{ construct: 'variable', name: 'aws:principaltag/team' }],
  });
  const other = policies(allow('s3:Get*', '*'), allow('s3:*', 'arn:aws:s3:::a*'));
  expect(compareAccess(one, other, domain, 1)).toMatchObject({
    relation: 'undecided',
    undecided: expect.arrayContaining([{ construct: 'budget', name: '1' }]) as never,
  });
});

test('a root user needs no Allow: what a Deny takes from it is missing', () => {
  const deny = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Deny', Principal: '*', Action: 's3:PutObject', Resource: 'arn:aws:s3:::b/*' }],
  };
  const domain = {
    situations: [{ principal: 'arn:aws:iam::111122223333:root' }],
    actions,
  };
  const found = compareAccess({ identity: [], resource: deny }, { identity: [] }, domain);
  expect(found).toMatchObject({ relation: 'within', excess: [], missing: [{ action: 's3:PutObject' }] });
});

test('an identity-based policy that allows everything says nothing of those whom a bucket policy lets in', () => {
  const open = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' }],
  };
  const domain = { situations: [{ principal: 'anonymous' }], actions };
  const all = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
  };
  expect(compareAccess({ identity: [], resource: open }, { identity: [all] }, domain)).toMatchObject({
    relation: 'exceeds',
    excess: [{ action: 's3:GetObject' }],
  });
});

test('a level of SCPs without a policy stops everybody, a root user too, whatever else the sides share', () => {
  const root = { situations: [{ principal: 'arn:aws:iam::111122223333:root' }], actions };
  expect(compareAccess({ identity: [] }, { identity: [], scps: [[]] }, root).relation).toBe('exceeds');
  const one = policies(allow('s3:GetObject', 'arn:aws:s3:::b/*'));
  expect(compareAccess(one, { ...one, scps: [[]] }, root).relation).toBe('exceeds');
  const twice = policies(allow('s3:GetObject', 'arn:aws:s3:::b/*'), allow('s3:Get*', 'arn:aws:s3:::b/*'));
  expect(relation(one, { ...twice, scps: [[]] }).relation).toBe('exceeds');
  expect(relation(one, { ...policies(allow('*', '*')), scps: [[]] }).relation).toBe('exceeds');
});

test('statements that both sides hold are put aside, but not the Deny that takes from what is added', () => {
  const shared = [
    allow('s3:*', 'arn:aws:s3:::a/*'),
    { Effect: 'Deny', Action: 's3:*', Resource: 'arn:aws:s3:::b/*' },
  ];
  const added = (resource: string) => policies(...shared, allow('s3:*', resource));
  expect(relation(policies(...shared), added('arn:aws:s3:::b/*')).relation).toBe('equal');
  expect(relation(policies(...shared), added('arn:aws:s3:::a/x*')).relation).toBe('equal');
  expect(relation(policies(...shared), added('arn:aws:s3:::b*/*'))).toMatchObject({
    relation: 'within',
    missing: [{ resource: expect.stringMatching(/^arn:aws:s3:::b.+\/./) as string }],
  });
});

test('a difference that a written resource shows is found, however hard the patterns are', () => {
  const one = policies(allow('s3:GetObject', 'arn:aws:s3:::*a??????????'));
  const other = policies(allow('s3:*', ['arn:aws:s3:::*b?????????', 'arn:aws:s3:::*c????????']));
  expect(relation(one, other)).toMatchObject({
    relation: 'incomparable',
    excess: [{ action: 's3:GetObject', resource: 'arn:aws:s3:::reports/2026.csvaxxxxxxxxxx' }],
  });
});
