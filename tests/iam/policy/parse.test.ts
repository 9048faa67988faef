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

  test('IAM does not count white space outside strings', () => {
    expect(policySize('{ "a b" : 1 }', 'identity')).toBe(9);
    expect(policySize('{ "a b" : 1 }', 'scp')).toBe(13);
  });
});
