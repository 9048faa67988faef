import { expect, test } from 'vitest';
import type { JsonObject, PolicySet } from '#iam';
import { compareAccess, type Comparison, type Domain, type KeyDomain } from '#proof';

const domain: Domain = {
  situations: [{ principal: 'arn:aws:iam::111122223333:user/ana' }],
  actions: [
    {
      name: 's3:GetObject',
      access: 'Read',
      resources: ['arn:${Partition}:s3:::${BucketName}/${ObjectName}'],
      mayTakeNone: false,
    },
  ],
};

function under(condition: JsonObject): PolicySet {
  const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*', Condition: condition };
  return { identity: [{ Version: '2012-10-17', Statement: [statement] }] };
}

const topic = 'arn:aws:sns:us-east-1:111122223333:topic';

/** Two conditions on one key, and how what they let through compares. */
const pairs: readonly [
  left: JsonObject,
  right: JsonObject,
  relation: Comparison['relation'],
  keys?: Readonly<Record<string, KeyDomain>>,
][] = [
  [
    { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:*:t?pic' } },
    { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:*:*' } },
    'within',
  ],
  [{ ArnEquals: { 'aws:SourceArn': topic } }, { StringEquals: { 'aws:SourceArn': topic } }, 'equal'],
  // An ARN pattern that is none is met by nothing, so its negation by everything.
  [{ ArnLike: { 'aws:SourceArn': 'topic' } }, { ArnLike: { 'aws:SourceArn': topic } }, 'within'],
  [
    { StringEquals: { 'aws:UserAgent': 'cli' } },
    { StringEqualsIgnoreCase: { 'aws:UserAgent': 'CLI' } },
    'within',
  ],
  [
    { StringLike: { 'aws:UserAgent': 'aws-?' } },
    { StringLike: { 'aws:UserAgent': ['aws-*', 'boto*'] } },
    'within',
  ],
  // A variable without a value is met by nothing; one with a default has a value.
  [
    { StringEquals: { 'aws:UserAgent': '${aws:nothing}' } },
    { StringEquals: { 'aws:UserAgent': 'cli' } },
    'within',
    { 'aws:nothing': { presence: 'never', values: [] } },
  ],
  [
    { StringLike: { 'aws:UserAgent': "${aws:nothing, 'cli'}*" } },
    { StringLike: { 'aws:UserAgent': 'cli*' } },
    'equal',
    { 'aws:nothing': { presence: 'never', values: [] } },
  ],
  [{ BinaryEquals: { 'x:bytes': 'QUJD' } }, { BinaryEqualsIfExists: { 'x:bytes': 'QUJD' } }, 'within'],
  [
    { BinaryEquals: { 'x:bytes': 'QUJD' } },
    { BinaryEqualsIfExists: { 'x:bytes': 'QUJD' } },
    'equal',
    { 'x:bytes': { presence: 'always', type: 'Binary' } },
  ],
  [{ Null: { 'x:key': 'true' } }, { Null: { 'x:key': 'false' } }, 'incomparable'],
  [{ Null: { 'x:key': 'false' } }, { StringLike: { 'x:key': '*' } }, 'equal'],
  [
    { Null: { 'x:key': 'false' } },
    { Null: { 'x:key': 'true' } },
    'within',
    { 'x:key': { presence: 'never' } },
  ],
  [
    { NumericLessThan: { 's3:max-keys': ['10', 'many'] } },
    { NumericLessThanEquals: { 's3:max-keys': '10' } },
    'within',
  ],
  [
    { NumericGreaterThan: { 's3:max-keys': '1' } },
    { NumericGreaterThanEquals: { 's3:max-keys': '2' } },
    'exceeds',
  ],
  [
    { DateLessThan: { 'x:when': '2026-01-01T00:00:00Z' } },
    { DateLessThanEquals: { 'x:when': '2026-01-01T00:00:01Z' } },
    'within',
  ],
  [
    { IpAddress: { 'aws:SourceIp': '2001:db8::/126' } },
    { IpAddress: { 'aws:SourceIp': ['2001:db8::/125', 'nowhere'] } },
    'within',
  ],
  [
    { 'ForAnyValue:StringEquals': { 'x:many': ['a', 'b'] } },
    { 'ForAllValues:StringEquals': { 'x:many': ['a', 'b'] } },
    'incomparable',
  ],
  [
    { StringEquals: { 'x:one': 'a' } },
    { StringLike: { 'x:one': 'a*' } },
    'equal',
    { 'x:one': { presence: 'maybe', values: ['a', 'b'] } },
  ],
  // The boolean's text may be any where the key's type is not known.
  [{ Bool: { 'x:flag': 'true' } }, { StringEquals: { 'x:flag': 'true' } }, 'exceeds'],
];

test.each(pairs)('%j against %j: %s', (left, right, relation, keys = {}) => {
  expect(compareAccess(under(left), under(right), { ...domain, keys }).relation).toBe(relation);
  const turned = { within: 'exceeds', exceeds: 'within' } as Partial<Record<string, string>>;
  expect(compareAccess(under(right), under(left), { ...domain, keys }).relation).toBe(
    turned[relation] ?? relation,
  );
});

test.each<[left: JsonObject, right: JsonObject, construct: string, name: string]>([
  [
    { NumericEquals: { 'x:mixed': '1' } },
    { NumericEquals: { 'x:mixed': '1' }, StringLike: { 'x:mixed': '?*' } },
    'mixedOperators',
    'x:mixed',
  ],
  [
    { StringEquals: { 'x:one': '${aws:PrincipalTag/team}' } },
    { StringLike: { 'x:one': '${aws:PrincipalTag/team}' } },
    'variable',
    'aws:principaltag/team',
  ],
])('%j against %j: undecided for its %s %s', (left, right, construct, name) => {
  const found = compareAccess(under(left), under(right), domain);
  expect(found.relation).toBe('undecided');
  expect(found.undecided).toContainEqual({ construct, name });
});
