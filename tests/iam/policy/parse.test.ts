import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkPolicy,
  origin,
  parseJson,
  parsePolicy,
  policySize,
  printPolicy,
  type JsonValue,
  type PolicyOrigin,
} from '#iam';
import { policyTypes } from '../../../src/iam/policy/document.ts';
import { policyQuota } from '../../../src/iam/policy/quota.ts';
import { keyRangesOf, nodeOf, rangesOf, valueOf } from '../../../src/iam/json/node.ts';
import { more as en } from '../../../src/ui/i18n/en/more.ts';
import { more as es } from '../../../src/ui/i18n/es/more.ts';

const good = `{
  "Version": "2012-10-17",
  "Statement": [
    { "Sid": "Read", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::puerto-media/*" }
  ]
}`;

const cases: readonly (readonly [
  name: string,
  text: string,
  type: Parameters<typeof parsePolicy>[1],
  code: string,
  line: number,
])[] = [
  ['an empty text', '', 'identity', 'EMPTY_TEXT', 1],
  ['a missing comma', good.replace('17",', '17"'), 'identity', 'COMMA_EXPECTED', 2],
  ['a trailing comma', good.replace('*" }', '*" },'), 'identity', 'TRAILING_COMMA', 4],
  ['a missing colon', good.replace('"Effect":', '"Effect"'), 'identity', 'COLON_EXPECTED', 4],
  ['an unclosed object', good.slice(0, -1), 'identity', 'NOT_CLOSED', 6],
  ['an unclosed string', good.replace('17"', '17'), 'identity', 'STRING_NOT_CLOSED', 2],
  ['single quotes', good.replace('"Allow"', "'Allow'"), 'identity', 'SINGLE_QUOTES', 4],
  ['curly quotes', good.replace('"Allow"', '“Allow”'), 'identity', 'SMART_QUOTES', 4],
  ['a key in single quotes', good.replace('"Sid"', "'Sid'"), 'identity', 'SINGLE_QUOTES', 4],
  ['a key without quotes', good.replace('"Sid"', 'Sid'), 'identity', 'KEY_EXPECTED', 4],
  ['a comma in place of a key', good.replace('"Sid"', ',"Sid"'), 'identity', 'KEY_EXPECTED', 4],
  ['a value without quotes', good.replace('"Allow"', 'Allow'), 'identity', 'VALUE_EXPECTED', 4],
  ['no value', good.replace('"Allow"', ''), 'identity', 'VALUE_EXPECTED', 4],
  ['an escape that JSON has not', good.replace('Read', 'R\\ead'), 'identity', 'BAD_ESCAPE', 4],
  ['an escape of three digits', good.replace('Read', 'R\\u00e'), 'identity', 'BAD_ESCAPE', 4],
  ['a tab in a string', good.replace('Read', 'R\tead'), 'identity', 'CONTROL_CHARACTER_IN_STRING', 4],
  ['a byte order mark', `\uFEFF${good}`, 'identity', 'BYTE_ORDER_MARK', 1],
  ['a lone surrogate', good.replace('Read', 'Re\ud800d'), 'identity', 'LONE_SURROGATE', 4],
  ['a character outside Latin-1', good.replace('Read', 'Reád✓'), 'identity', 'ILLEGAL_CHARACTER', 4],
  ['text after the end', `${good} x`, 'identity', 'TEXT_AFTER_END', 6],
  [
    'a duplicate key',
    good.replace('"Effect": "Allow"', '"Effect": "Deny", "Effect": "Allow"'),
    'identity',
    'DUPLICATE_KEY',
    4,
  ],
  [
    'a duplicate in other letters',
    good.replace('"Effect"', '"effect": 1, "Effect"'),
    'identity',
    'DUPLICATE_KEYS_WITH_DIFFERENT_CASE',
    4,
  ],
  ['a poisonous key', good.replace('"Version"', '"__proto__": 1, "Version"'), 'identity', 'FORBIDDEN_KEY', 2],
  ['100,000 nested arrays', '['.repeat(100_000), 'identity', 'TOO_DEEP', 1],
  ['10 MB', ' '.repeat(10_000_000), 'identity', 'TEXT_TOO_LONG', 1],
  ['an unknown element', good.replace('"Sid"', '"Note"'), 'identity', 'INVALID_POLICY_ELEMENT', 4],
  ['another Version', good.replace('2012-10-17', '2012-10-18'), 'identity', 'INVALID_VERSION', 2],
  ['no Statement', '{ "Version": "2012-10-17" }', 'identity', 'MISSING_STATEMENT', 1],
  ['no Effect', good.replace('"Effect": "Allow", ', ''), 'identity', 'MISSING_EFFECT', 4],
  ['an Effect in other letters', good.replace('"Allow"', '"allow"'), 'identity', 'INVALID_EFFECT', 4],
  ['no Action', good.replace('"Action": "s3:GetObject", ', ''), 'identity', 'MISSING_ACTION', 4],
  [
    'an action without its service',
    good.replace('s3:GetObject', 'GetObject'),
    'identity',
    'ACTION_WITHOUT_SERVICE',
    4,
  ],
  [
    'an action with two colons',
    good.replace('s3:GetObject', 's3:Get:Object'),
    'identity',
    'ACTION_WITH_TWO_COLONS',
    4,
  ],
  ['a resource that is no ARN', good.replace('arn:aws:s3:::', ''), 'identity', 'INVALID_ARN_PREFIX', 4],
  [
    'a Region in a bucket ARN',
    good.replace('s3:::', 's3:us-east-1::'),
    'identity',
    'ARN_REGION_NOT_ALLOWED',
    4,
  ],
  [
    'a Principal in an identity-based policy',
    good.replace('"Sid"', '"Principal": "*", "Sid"'),
    'identity',
    'UNSUPPORTED_PRINCIPAL',
    4,
  ],
  ['no Principal in a bucket policy', good, 'resource', 'MISSING_PRINCIPAL', 4],
  [
    'a group as Principal',
    good.replace('"Sid"', '"Principal": { "AWS": "arn:aws:iam::111122223333:group/g" }, "Sid"'),
    'resource',
    'GROUP_AS_PRINCIPAL',
    4,
  ],
  [
    'a Resource in a trust policy',
    good.replace('"Sid"', '"Principal": { "AWS": "111122223333" }, "Sid"'),
    'trust',
    'ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE',
    4,
  ],
  [
    'an Allow in a resource control policy',
    good.replace('"Sid"', '"Principal": "*", "Sid"'),
    'rcp',
    'RCP_SYNTAX_ERROR_ALLOW',
    4,
  ],
  [
    'an unknown operator',
    good.replace('"Sid"', '"Condition": { "StringIs": { "aws:username": "a" } }, "Sid"'),
    'identity',
    'INVALID_CONDITION_OPERATOR',
    4,
  ],
  [
    'Null with IfExists',
    good.replace('"Sid"', '"Condition": { "NullIfExists": { "aws:username": "true" } }, "Sid"'),
    'identity',
    'NULL_WITH_IF_EXISTS',
    4,
  ],
];

describe('a policy text', () => {
  test.each(cases)('%s is refused, with its line', (_name, text, type, code, line) => {
    const { document, issues } = parsePolicy(text, type);
    expect(document).toBeUndefined();
    const issue = issues.find((one) => one.code === code);
    expect(issue, issues.map((one) => one.code).join()).toBeDefined();
    expect(issue?.range?.startLine).toBe(line);
    for (const words of [en, es]) expect(words).toHaveProperty([`issues.${code}`]);
  });

  test('a good one is read with the place of every node', () => {
    const { document, issues } = parsePolicy(good, 'identity');
    expect(issues).toEqual([]);
    const source: PolicyOrigin | undefined = document?.[origin];
    expect(source?.ranges?.get('/Statement/0/Action')?.startLine).toBe(4);
  });

  test('after a mistake the rest is still read', () => {
    const { issues } = parsePolicy(good.replace('17",', '17"').replace('"Allow"', '"allow"'), 'identity');
    expect(issues.map(({ code }) => code)).toEqual(['COMMA_EXPECTED', 'INVALID_EFFECT']);
  });

  test('it is read as JSON.parse reads it, or has an issue; nothing throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json({ maxDepth: 5 }), fc.string({ unit: 'binary' })), (text) => {
        const { node, issues } = parseJson(text);
        if (issues.length > 0 || node === undefined) return;
        expect(() => JSON.parse(text) as unknown).not.toThrow();
      }),
      { numRuns: 5000 },
    );
  });

  test.each<[text: string, value: JsonValue]>([
    ['"\\u0041\\u00e9\\\\ \\/ \\" \\b\\f\\n\\r\\t"', 'Aé\\ / " \b\f\n\r\t'],
    ['[true, false, null]', [true, false, null]],
    ['[0, -0.5, 12e3, 1E-2, 1.5e+2]', [0, -0.5, 12_000, 0.01, 150]],
    [' {\t"a" :\r\n[ ] , "b":{ } } ', { a: [], b: {} }],
    ['{"a~b/c": {"": 1}}', { 'a~b/c': { '': 1 } }],
  ])('%s is read as JSON says', (text, value) => {
    const { node, issues } = parseJson(text);
    expect(issues).toEqual([]);
    expect(node && valueOf(node)).toEqual(value);
    expect(JSON.parse(text)).toEqual(value);
  });

  test.each([
    ['{"a": 1, "a": 2}', [['DUPLICATE_KEY', '/a', 9, 12, { key: 'a', line: 1 }]]],
    [
      '{"a": 1,\n"a": 2,\n"a": 3}',
      [
        ['DUPLICATE_KEY', '/a', 9, 12, { key: 'a', line: 1 }],
        ['DUPLICATE_KEY', '/a', 17, 20, { key: 'a', line: 1 }],
      ],
    ],
    ['{"a": x}', [['VALUE_EXPECTED', '/a', 6, 7, { found: 'x' }]]],
    ['{"a": }', [['VALUE_EXPECTED', '/a', 6, 7, { found: '}' }]]],
    ['[1, ]', [['TRAILING_COMMA', '', 2, 3, {}]]],
    ['[1 2]', [['COMMA_EXPECTED', '', 2, 4, {}]]],
    ['["\\q"]', [['BAD_ESCAPE', '/0', 2, 4, { escape: '\\q' }]]],
    ['["\\u12g4"]', [['BAD_ESCAPE', '/0', 2, 4, { escape: '\\u' }]]],
    ['["a\tb"]', [['CONTROL_CHARACTER_IN_STRING', '/0', 3, 4, {}]]],
    ['[01]', [['VALUE_EXPECTED', '/0', 1, 3, { found: '01' }]]],
    ['[1e999]', [['VALUE_EXPECTED', '/0', 1, 6, { found: '1e999' }]]],
    ['{"a" 1}', [['COLON_EXPECTED', '/a', 5, 6, { key: 'a' }]]],
    ['{a: 1}', [['KEY_EXPECTED', '', 1, 2, { found: 'a' }]]],
    ['{: 1}', [['KEY_EXPECTED', '', 1, 2, { found: ':' }]]],
    ["{'a': 1}", [['SINGLE_QUOTES', '', 1, 4, { found: "'a'" }]]],
    ["['a']", [['SINGLE_QUOTES', '/0', 1, 4, { found: "'a'" }]]],
    ['{"constructor": 1}', [['FORBIDDEN_KEY', '/constructor', 1, 14, { key: 'constructor' }]]],
    ['[] x', [['TEXT_AFTER_END', '', 3, 4, {}]]],
    ['', [['EMPTY_TEXT', '', 0, 0, {}]]],
    [' \n', [['EMPTY_TEXT', '', 0, 0, {}]]],
    ['“', [['SMART_QUOTES', '', 0, 1, { character: 'U+201C' }]]],
    ['["😀"]', [['ILLEGAL_CHARACTER', '', 2, 4, { character: 'U+1F600' }]]],
    ['["\u0001"]', [['ILLEGAL_CHARACTER', '', 2, 3, { character: 'U+0001' }]]],
  ])('%j is told with its place', (text, wanted) => {
    const told = parseJson(text).issues.map(({ code, path, range, values }) => [
      code,
      path,
      range?.start,
      range?.end,
      values,
    ]);
    expect(told.slice(0, wanted.length)).toEqual(wanted);
  });

  test('lines and columns count from 1, at the ends of lines too', () => {
    const { node } = parseJson('[\n "a",\n\n  {"b": 1}]');
    expect(node?.range).toEqual({
      start: 0,
      end: 20,
      startLine: 1,
      startColumn: 1,
      endLine: 4,
      endColumn: 12,
    });
    const ranges = node && rangesOf(node);
    expect([...(ranges?.keys() ?? [])]).toEqual(['', '/0', '/1', '/1/b']);
    expect(ranges?.get('/0')).toMatchObject({ startLine: 2, startColumn: 2, endLine: 2, endColumn: 5 });
    expect(ranges?.get('/1/b')).toMatchObject({ startLine: 4, startColumn: 9, endLine: 4, endColumn: 10 });
  });

  test('a plain value has no places', () => {
    const node = nodeOf({ a: [1] });
    expect(node && rangesOf(node).size).toBe(0);
    expect(node && keyRangesOf(node).size).toBe(0);
  });

  test('no more than a hundred issues are told of one text', () => {
    expect(parseJson(`[${'x,'.repeat(200)}1]`).issues).toHaveLength(100);
    expect(parseJson('“'.repeat(20)).issues.filter(({ code }) => code === 'SMART_QUOTES')).toHaveLength(10);
    expect(parsePolicy(`{"Statement": [${'1,'.repeat(200)}1]}`, 'identity').issues).toHaveLength(100);
  });

  test('every prefix and every text with one character less is answered', () => {
    for (let at = 0; at < good.length; at += 1) {
      const { document, issues } = parsePolicy(good.slice(0, at), 'identity');
      expect(document).toBeUndefined();
      expect(issues.length).toBeGreaterThan(0);
      parsePolicy(good.slice(0, at) + good.slice(at + 1), 'identity');
    }
  });

  test('printing keeps the value and is idempotent', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        const text = printPolicy(value as JsonValue);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(printPolicy(JSON.parse(text) as JsonValue)).toBe(text);
      }),
    );
  });

  test('any JSON value is checked without an exception, and only objects can pass', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8 }), (value) => {
        const issues = checkPolicy(value as JsonValue, 'resource');
        if (typeof value !== 'object') expect(issues.map(({ code }) => code)[0]).toBe('POLICY_NOT_AN_OBJECT');
      }),
    );
  });

  test('each type of policy has its quota', () => {
    expect(policyTypes.map(policyQuota)).toEqual([6144, 6144, 2048, 2048, 20_480, 10_240, 5120, 20_480]);
  });

  test('IAM does not count white space outside strings', () => {
    expect(policySize('{ "a\\" b" :\t\r\n1 }', 'identity')).toBe(11);
    expect(policySize('["\\\\", "a b"]', 'trust')).toBe(12);
    expect(policySize('{ "a b" : 1 }', 'identity')).toBe(9);
    expect(policySize('{ "a b" : 1 }', 'scp')).toBe(13);
  });
});
