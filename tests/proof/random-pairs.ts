import type { AccessRequest, ContextValue, JsonObject, PolicySet } from '#iam';
import type { CatalogueAction, Domain } from '#proof';

/** Random pairs of policy sets over a domain so small that every request of it can be tried. */
export interface RandomPair {
  readonly left: PolicySet;
  readonly right: PolicySet;
}

type Pick = <T>(from: readonly T[]) => T;

/** Where the choices come from; the same source makes the same pair. */
export interface Choices {
  readonly chance: (share: number) => boolean;
  readonly of: Pick;
}

const action = (name: string, access: string, kind: 'bucket' | 'object'): CatalogueAction => ({
  name: `s3:${name}`,
  access,
  resources: [`arn:\${Partition}:s3:::\${BucketName}${kind === 'object' ? '/${ObjectName}' : ''}`],
  mayTakeNone: false,
});

export const pairDomain: Domain = {
  situations: [{ principal: 'arn:aws:iam::111122223333:user/ana' }],
  actions: [
    action('GetObject', 'Read', 'object'),
    action('PutObject', 'Write', 'object'),
    action('ListBucket', 'List', 'bucket'),
    action('DeleteBucket', 'Write', 'bucket'),
  ],
  keys: {
    'aws:multifactorauthpresent': { presence: 'maybe', type: 'Bool' },
    's3:max-keys': { presence: 'maybe', type: 'Numeric', values: ['1', '2', '3'] },
    'aws:sourceip': { presence: 'maybe', type: 'IPAddress', values: ['10.0.0.1', '10.1.0.1', '192.0.2.1'] },
    'aws:tagkeys': { presence: 'maybe', multivalued: true, values: ['a', 'b'] },
    's3:prefix': { presence: 'maybe', values: ['ab', 'ana', 'b'] },
    'aws:principaltag/t': { presence: 'maybe', values: ['a', 'b'] },
  },
};

const buckets = ['a', 'b', 'ab', 'ana'];
const keys = ['a', 'b', 'a/b', 'aab'];
const resources = [
  ...buckets.map((bucket) => `arn:aws:s3:::${bucket}`),
  ...buckets.flatMap((bucket) => keys.map((key) => `arn:aws:s3:::${bucket}/${key}`)),
];

/** Every context that the domain's keys can make, of the keys that a pair names. */
function contexts(names: readonly string[]): readonly Record<string, ContextValue>[] {
  const subsets = [['a'], ['b'], ['a', 'b']];
  let found: readonly Record<string, ContextValue>[] = [{}];
  for (const name of names) {
    const own = pairDomain.keys?.[name.toLowerCase()];
    const values: readonly ContextValue[] =
      own?.multivalued === true ? subsets : (own?.values ?? ['true', 'false']);
    found = found.flatMap((context) => [context, ...values.map((value) => ({ ...context, [name]: value }))]);
  }
  return found;
}

/** All requests of the small domain that a pair can tell apart, and more. */
export function* allRequests({ left, right }: RandomPair): Generator<AccessRequest> {
  const text = JSON.stringify([left, right]);
  const names = [
    'aws:MultiFactorAuthPresent',
    's3:max-keys',
    'aws:SourceIp',
    'aws:TagKeys',
    's3:prefix',
    'aws:PrincipalTag/t',
  ];
  const all = contexts(names.filter((name) => text.includes(name)));
  for (const { name, resources: formats } of pairDomain.actions)
    for (const resource of resources) {
      if (resource.includes('/') !== formats[0]?.includes('/')) continue;
      for (const context of all)
        yield { principal: 'arn:aws:iam::111122223333:user/ana', action: name, resource, context };
    }
}

export function randomPair({ of, chance }: Choices): RandomPair {
  const left = randomSet(of, chance);
  return { left, right: chance(0.5) ? edited(left, of, chance) : randomSet(of, chance) };
}

const actionPatterns = [
  's3:*',
  's3:Get*',
  's3:GetObject',
  's3:*Object',
  's3:ListBucket',
  's3:*Bucket',
  's3:P*',
  '*',
  's3:?etObject',
];
const resourcePatterns = [
  '*',
  'arn:aws:s3:::*',
  'arn:aws:s3:::a*',
  'arn:aws:s3:::a*/*',
  'arn:aws:s3:::a',
  'arn:aws:s3:::a/*',
  'arn:aws:s3:::*/a*',
  'arn:aws:s3:::?/b',
  'arn:aws:s3:::${aws:username}/*',
  'arn:aws:s3:::*b*',
  'arn:aws:s3:::ab/a?b',
  'arn:aws:s3:::${aws:PrincipalTag/t}/*',
];
const conditions: readonly JsonObject[] = [
  { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
  { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
  { Null: { 'aws:MultiFactorAuthPresent': 'true' } },
  { NumericLessThan: { 's3:max-keys': '2' } },
  { NumericGreaterThanEqualsIfExists: { 's3:max-keys': '3' } },
  { IpAddress: { 'aws:SourceIp': '10.0.0.0/16' } },
  { NotIpAddress: { 'aws:SourceIp': '10.0.0.0/8' } },
  { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a', 'b'] } },
  { 'ForAnyValue:StringNotEquals': { 'aws:TagKeys': 'a' } },
  { 'ForAnyValue:StringLike': { 'aws:TagKeys': '*' } },
  { StringLike: { 's3:prefix': ['a*', ''] } },
  { StringNotLike: { 's3:prefix': 'a*' } },
  { StringEquals: { 's3:prefix': '${aws:username}' } },
  { StringEquals: { 's3:prefix': '${aws:PrincipalTag/t}' } },
  { StringNotEqualsIfExists: { 'aws:PrincipalTag/t': 'a' } },
];

function randomStatement(pick: Pick, chance: (likely: number) => boolean): JsonObject {
  const some = (from: readonly string[]) => (chance(0.6) ? pick(from) : [pick(from), pick(from)]);
  return {
    Effect: chance(0.65) ? 'Allow' : 'Deny',
    [chance(0.85) ? 'Action' : 'NotAction']: some(actionPatterns),
    [chance(0.85) ? 'Resource' : 'NotResource']: some(resourcePatterns),
    ...(chance(0.3) && { Condition: pick(conditions) }),
  };
}

function randomDocument(pick: Pick, chance: (likely: number) => boolean, least: number): JsonObject {
  const count = least + (chance(0.5) ? 1 : 0) + (chance(0.3) ? 1 : 0);
  return {
    Version: '2012-10-17',
    Statement: Array.from({ length: count }, () => randomStatement(pick, chance)),
  };
}

function randomSet(pick: Pick, chance: (likely: number) => boolean): PolicySet {
  return {
    identity: [randomDocument(pick, chance, 1), ...(chance(0.2) ? [randomDocument(pick, chance, 1)] : [])],
    ...(chance(0.15) && { boundary: randomDocument(pick, chance, 1) }),
    ...(chance(0.15) && { scps: [[randomDocument(pick, chance, 1)]] }),
    ...(chance(0.15) && {
      resource: {
        Version: '2012-10-17',
        Statement: [
          {
            ...randomStatement(pick, chance),
            Principal: pick<JsonObject | string>([
              '*',
              { AWS: 'arn:aws:iam::111122223333:user/ana' },
              { AWS: '111122223333' },
            ]),
          },
        ],
      },
    }),
  };
}

/** The set with one statement more, or one of its statements again: small differences are the hard ones. */
function edited(set: PolicySet, pick: Pick, chance: (likely: number) => boolean): PolicySet {
  const [first, ...others] = set.identity as readonly JsonObject[];
  const statements = (first?.['Statement'] ?? []) as readonly JsonObject[];
  const more = chance(0.5) ? randomStatement(pick, chance) : pick(statements);
  return { ...set, identity: [{ ...first, Statement: [...statements, more] }, ...others] };
}
