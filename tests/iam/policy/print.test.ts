import { expect, test } from 'vitest';
import { origin, policySize, printPolicy, withOrigin } from '#iam';

test('a policy is printed in AWS’s order of elements, short lists on one line', () => {
  const document = {
    Statement: [
      {
        Note: 'x',
        Condition: { StringEquals: { Resource: 'b', Action: ['a', 'c'] }, Bool: {} },
        NotResource: [],
        Resource: '*',
        NotAction: [1, null, true],
        Action: ['s3:GetObject', 's3:PutObject'],
        NotPrincipal: '*',
        Principal: { Service: 'x', AWS: 'y' },
        Effect: 'Allow',
        Sid: 'a"b',
      },
    ],
    Id: 'x',
    Version: '2012-10-17',
  };
  expect(printPolicy(document)).toBe(`{
  "Version": "2012-10-17",
  "Id": "x",
  "Statement": [
    {
      "Sid": "a\\"b",
      "Effect": "Allow",
      "Principal": {
        "Service": "x",
        "AWS": "y"
      },
      "NotPrincipal": "*",
      "Action": ["s3:GetObject", "s3:PutObject"],
      "NotAction": [1, null, true],
      "Resource": "*",
      "NotResource": [],
      "Condition": {
        "StringEquals": {
          "Resource": "b",
          "Action": ["a", "c"]
        },
        "Bool": {}
      },
      "Note": "x"
    }
  ]
}`);
});

test('a statement alone has the same order, and what a statement holds keeps its own', () => {
  expect(printPolicy({ Statement: { Effect: 'Deny', Sid: 'a' } })).toBe(
    '{\n  "Statement": {\n    "Sid": "a",\n    "Effect": "Deny"\n  }\n}',
  );
  expect(printPolicy({ Statement: [{ Condition: { Effect: 1, Sid: 2 } }] })).toContain(
    '"Effect": 1,\n        "Sid": 2',
  );
});

test('a list is on one line as long as that ends before column 90, and flat', () => {
  const line = (length: number) => ['a'.repeat(length - 4)];
  expect(printPolicy(line(90))).toBe(`["${'a'.repeat(86)}"]`);
  expect(printPolicy(line(91))).toBe(`[\n  "${'a'.repeat(87)}"\n]`);
  expect(printPolicy({ a: line(88) })).toBe(`{\n  "a": ["${'a'.repeat(84)}"]\n}`);
  expect(printPolicy({ a: line(89) })).toBe(`{\n  "a": [\n    "${'a'.repeat(85)}"\n  ]\n}`);
  expect(printPolicy([['a'], null])).toBe('[\n  ["a"],\n  null\n]');
  expect(printPolicy([{}])).toBe('[\n  {}\n]');
});

test('IAM’s policies are counted without white space, those of other services as they are sent', () => {
  const text = '{\t"a \\" b":\r\n[ "\\\\" ] }';
  for (const type of ['identity', 'boundary', 'session', 'trust'] as const)
    expect(policySize(text, type), type).toBe(17);
  expect(policySize('"a ', 'identity')).toBe(3);
  for (const type of ['resource', 'scp', 'rcp', 'vpcEndpoint'] as const)
    expect(policySize(text, type), type).toBe(text.length);
});

test('a document is given more of an origin, and the one given keeps its own', () => {
  const document = { Version: '2012-10-17' };
  const named = withOrigin(document, { name: 'A', group: 'g' });
  expect(named).toEqual({ ...document, [origin]: { name: 'A', group: 'g' } });
  expect(withOrigin(named, { name: 'B' })[origin]).toEqual({ name: 'B', group: 'g' });
  expect(named[origin]).toEqual({ name: 'A', group: 'g' });
  expect(document).toEqual({ Version: '2012-10-17' });
});
