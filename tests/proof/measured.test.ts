import { expect, test } from 'vitest';
import type { JsonObject, PolicySet } from '#iam';
import {
  compareAccess,
  conditionsOf,
  measureExcess,
  mutants,
  namedActions,
  servicesAsked,
  statementsOf,
  type CatalogueAction,
  type Domain,
} from '#proof';
import { addressExamples } from '../../src/proof/addresses.ts';
import { arnFormat } from '../../src/proof/formats.ts';
import { holds } from '../../src/proof/string-set.ts';
import { dateExamples, numberExamples } from '../../src/proof/scalars.ts';

const ana = 'arn:aws:iam::111122223333:user/ana';
const bucket = 'arn:${Partition}:s3:::${BucketName}';
const object = `${bucket}/\${ObjectName}`;
const action = (name: string, access: string, ...resources: string[]): CatalogueAction => ({
  name,
  access,
  resources,
  mayTakeNone: resources.length === 0,
});
const actions = [
  action('s3:GetObject', 'Read', object),
  action('s3:PutObject', 'Write', object),
  action('s3:ListBucket', 'List', bucket),
  action('s3:ListAllMyBuckets', 'List'),
];
const domain: Domain = { situations: [{ principal: ana }], actions };
const policies = (...statements: JsonObject[]): PolicySet => ({
  identity: [{ Version: '2012-10-17', Statement: statements }],
});
const allow = (Action: string | string[], Resource: string | string[] = '*'): JsonObject => ({
  Effect: 'Allow',
  Action,
  Resource,
});

test('what is allowed beyond another is counted in actions and forms of resources', () => {
  const right = policies(allow('s3:GetObject', 'arn:aws:s3:::media/*'));
  expect(measureExcess(policies(allow('s3:*')), right, domain)).toEqual({
    actions: expect.arrayContaining(actions.map(({ name }) => name)) as string[],
    resources: expect.arrayContaining([object, bucket, '*']) as string[],
    whole: true,
  });
  expect(measureExcess(right, policies(allow('s3:*')), domain)).toEqual({
    actions: [],
    resources: [],
    whole: true,
  });
  expect(measureExcess({ identity: ['no document'] }, right, domain)).toMatchObject({
    actions: [],
    whole: false,
  });
  expect(measureExcess(policies(allow('s3:*')), right, domain, 1).whole).toBe(false);
});

const some = policies(allow('s3:GetObject', 'arn:aws:s3:::media/*'));
test.each<[over: Partial<Domain>, left: PolicySet, construct: string, name: string]>([
  [{ situations: [] }, some, 'domain', 'situations'],
  [{ situations: [{ principal: 'nobody' }] }, some, 'domain', 'nobody'],
  [{ actions: [] }, some, 'domain', 'actions'],
  [{ wholeServices: true }, policies(allow('s3:GetObjekt')), 'action', 's3:GetObjekt'],
])('%j leaves it undecided, by name', (over, left, construct, name) => {
  const found = compareAccess(left, some.identity === left.identity ? policies() : left, {
    ...domain,
    ...over,
  });
  expect(found).toMatchObject({ relation: 'undecided', undecided: [{ construct, name }] });
});

test('a budget that ends is named by what it was', () => {
  const found = compareAccess(policies(allow('s3:Get*', 'arn:aws:s3:::a?b*c')), some, domain, 3);
  expect(found.undecided).toContainEqual({ construct: 'budget', name: '3' });
});

const statement: JsonObject = {
  Effect: 'Allow',
  Principal: { AWS: ['111122223333', '444455556666'], Service: 'ec2.amazonaws.com' },
  Action: ['s3:GetObject', 's3:Put*'],
  Resource: ['arn:aws:s3:::media/*', 'arn:aws:s3:::home/${aws:username}/x'],
  Condition: {
    StringLike: { 's3:prefix': ['a/*', 'b'] },
    StringEqualsIfExists: { 'aws:UserAgent': 'a*' },
    Bool: { 'aws:SecureTransport': 'true' },
    Null: { 'aws:PrincipalTag/team': 'false' },
    ArnEquals: { 'aws:SourceArn': 'arn:aws:sns:us-east-1:111122223333:t' },
    NumericLessThan: { 's3:max-keys': '10' },
  },
};
test('every single edit of a statement that changes what it says is made', () => {
  const edits = mutants({ Version: '2012-10-17', Statement: [statement, allow('s3:ListBucket')] });
  const of = (part: string): readonly string[] =>
    edits.flatMap(({ edit }) => (edit.startsWith(`statement 1, ${part}`) ? [edit.slice(13)] : []));
  expect(edits.filter(({ edit }) => edit.endsWith('dropped') && !edit.includes(','))).toHaveLength(2);
  expect(of('Effect')).toEqual(['Effect: Deny']);
  expect(of('Action: "s3:GetObject"')).toEqual([
    'Action: "s3:GetObject" dropped',
    'Action: "s3:GetObject" with a star',
    'Action: "s3:GetObject" for all of the service',
    'Action: "s3:GetObject" for all actions',
  ]);
  expect(of('Action: "s3:Put*"')).toEqual(
    expect.arrayContaining(['Action: "s3:Put*" without its star', 'Action: "s3:Put*" narrowed']),
  );
  expect(of('Resource: "arn:aws:s3:::media/*"')).toEqual([
    'Resource: "arn:aws:s3:::media/*" dropped',
    'Resource: "arn:aws:s3:::media/*" for all resources',
    'Resource: "arn:aws:s3:::media/*" without its slash',
    'Resource: "arn:aws:s3:::media/*" without slash and star',
    'Resource: "arn:aws:s3:::media/*" narrowed',
  ]);
  expect(of('Resource: "arn:aws:s3:::home')).toContain(
    'Resource: "arn:aws:s3:::home/${aws:username}/x" with a star for its variable',
  );
  expect(of('Principal')).toEqual([
    'Principal: everyone',
    'Principal: "111122223333" dropped',
    'Principal: "444455556666" dropped',
    'Principal: AWS dropped',
    'Principal: Service dropped',
  ]);
  expect(of('StringLike s3:prefix')).toEqual([
    'StringLike s3:prefix dropped',
    'StringLike s3:prefix: StringLikeIfExists',
    'StringLike s3:prefix: StringEquals',
    'StringLike s3:prefix: "a/*" dropped',
    'StringLike s3:prefix: "a/*" as "a*"',
    'StringLike s3:prefix: "b" dropped',
    'StringLike s3:prefix: "b" as "b*"',
  ]);
  expect(of('StringEqualsIfExists')).toEqual([
    'StringEqualsIfExists aws:UserAgent dropped',
    'StringEqualsIfExists aws:UserAgent: StringEquals',
    'StringEqualsIfExists aws:UserAgent: StringLikeIfExists',
    'StringEqualsIfExists aws:UserAgent: "a*" as "a*x417"',
  ]);
  expect(of('Bool')).toContain('Bool aws:SecureTransport: "true" as "false"');
  expect(of('Null')).toEqual([
    'Null aws:PrincipalTag/team dropped',
    'Null aws:PrincipalTag/team: "false" as "true"',
  ]);
  expect(of('ArnEquals')).toHaveLength(3);
  expect(of('NumericLessThan')).toEqual([
    'NumericLessThan s3:max-keys dropped',
    'NumericLessThan s3:max-keys: NumericLessThanIfExists',
  ]);
});

test('the only condition of a statement goes with its block, and of a lone statement nothing is dropped', () => {
  const one = { ...allow('*'), Condition: { Bool: { 'aws:SecureTransport': 'true' } } };
  const edits = mutants({ Statement: one });
  expect(edits.map(({ edit }) => edit)).not.toContain('statement 1 dropped');
  const { document } = edits.find(({ edit }) => edit.endsWith('aws:SecureTransport dropped'))!;
  expect(document['Statement']).toEqual([allow('*')]);
  // What is no condition, no principal and no statement has no edits of its own.
  expect(mutants({ Statement: { ...allow('*'), Condition: 'x', Principal: '*' } })).toHaveLength(1);
  expect(mutants({ Statement: 'x' })).toEqual([]);
});

test('statements and conditions are read out of whatever stands there', () => {
  expect(statementsOf('x')).toEqual([]);
  expect(statementsOf({})).toEqual([]);
  expect(conditionsOf({ Condition: { Bool: { a: true, b: ['x', 1] }, Null: 'x' } })).toEqual([
    { operator: 'Bool', key: 'a', values: ['true'] },
    { operator: 'Bool', key: 'b', values: ['x', '1'] },
  ]);
  expect(conditionsOf({})).toEqual([]);
});

test('actions that no catalogue has are asked as they are named', () => {
  const documents = [
    { Statement: [allow(['new:Do*', 's3:Get*', '*', 'nothing']), { Effect: 'Deny', NotAction: 'new:Undo' }] },
  ];
  expect(namedActions(documents, actions).map(({ name }) => name)).toEqual(['new:DoX', 'new:Undo']);
});

test.each<[statement: JsonObject, services: readonly string[]]>([
  [allow('ec2:Run*', 'arn:aws:lambda:*:*:function:f'), ['ec2', 'iam', 'lambda', 's3']],
  [{ Effect: 'Deny', NotAction: 'EC2:*', NotResource: 'x' }, ['ec2', 'iam', 's3']],
  [allow('*', 'arn:aws:*:eu-west-1:*:*'), ['ec2', 'glue', 'iam', 'lambda', 's3']],
])('services asked for %j', (one, services) => {
  expect(servicesAsked([{ Statement: one }], ['ec2', 'glue', 'iam', 'lambda', 's3'])).toEqual(services);
});

test('addresses stand at the edges of ranges, and beside them', () => {
  expect(addressExamples(['10.0.0.0/24', 'nowhere'])).toEqual(
    expect.arrayContaining(['10.0.0.0', '10.0.0.255', '9.255.255.255', '10.0.1.0', '10.0.0.9']),
  );
  expect(addressExamples(['2001:db8::/126'])).toEqual(
    expect.arrayContaining(['2001:db8:0:0:0:0:0:0', '2001:db8:0:0:0:0:0:3', '2001:db8:0:0:0:0:0:4']),
  );
  // Nothing lies before the first address and after the last.
  expect(addressExamples(['0.0.0.0/0'])[0]).toBe('0.0.0.9');
});

test('numbers and dates stand at each one named, between neighbours, below and above', () => {
  expect(numberExamples([])).toEqual(['1']);
  expect(numberExamples(['2', '1', 'x'])).toEqual(['0', '1', '1.5', '2', '3', '2', '1', 'x']);
  expect(numberExamples(['1', '5'])).toEqual(['0', '1', '2', '5', '6', '1', '5']);
  expect(dateExamples(['soon'])).toEqual(['2026-11-24T12:00:00Z']);
  expect(dateExamples(['2026-02-28T23:59:59Z', '2026-03-01T00:00:00Z'])).toEqual([
    '2026-02-27T23:59:59Z',
    '2026-02-28T23:59:59Z',
    '2026-03-01T00:00:00Z',
    '2026-02-28T23:59:59.5Z',
    '2026-03-02T00:00:00Z',
    '2026-02-28T23:59:59Z',
    '2026-03-01T00:00:00Z',
  ]);
});

test.each<[format: string, example: string, others: readonly string[]]>([
  ['*', 'arn:aws:s3:::x417', ['arn:aws:iam::111122223333:user/ana']],
  [object, 'arn:aws:s3:::x417/x417', ['arn:aws:s3:::b/any/depth']],
  [
    'arn:${Partition}:sns:${Region}:${Account}:${TopicName}',
    'arn:aws:sns:us-east-1:111122223333:x417',
    ['arn:aws:sns:eu-west-1:111122223333:t'],
  ],
  ['arn:${Partition}:x:::a*', 'arn:aws:x:::ax417', ['arn:aws:x:::a', 'arn:aws:x:::ab']],
])('ARNs of the format %s', (format, example, others) => {
  const read = arnFormat(format, '111122223333');
  expect(read.example).toBe(example);
  for (const arn of [example, ...others]) expect(holds(read.strings, arn), arn).toBe(true);
  expect(holds(read.strings, 'not an arn')).toBe(false);
  expect(read.mayBegin(example.slice(0, 9))).toBe(true);
  expect(read.mayBegin('nor:this')).toBe(false);
});
