import { describe, expect, test } from 'vitest';
import {
  compileConditions,
  conditionMatches,
  explainCondition,
} from '../../../src/iam/conditions/conditions.ts';
import { arnTest } from '../../../src/iam/conditions/arns.ts';
import { likeTest } from '../../../src/iam/conditions/strings.ts';
import { compiled } from './compiled.ts';
import type { JsonValue } from '../../../src/iam/json/json.ts';
import { contextMap } from '../../../src/iam/request/context.ts';
import type { ContextValue } from '../../../src/iam/request/request.ts';

describe('what IAM does not know', () => {
  test.each([
    'StringNotLikeIgnoreCase',
    'StringLikeIgnoreCase',
    'BoolNot',
    'BinaryNotEquals',
    'NullIfExists',
    'ForAllValues:NullIfExists',
    'stringEquals',
    'StringEqualsifexists',
    'StringEqualsIfExistsIfExists',
    'ForSomeValues:StringEquals',
    'ForAllValues:',
    'ForAllValues:ForAnyValue:StringEquals',
    'IfExists',
    '__proto__x',
    'constructor',
    '',
  ])('the operator “%s” is named as not supported, never skipped', (name) => {
    const block = { Bool: { 'aws:SecureTransport': 'true' }, [name]: { 'aws:username': 'ana' } };
    const { unsupported } = compileConditions(block, '/Statement/1/Condition', true);
    expect(unsupported).toEqual({ path: `/Statement/1/Condition/${name}`, what: name });
  });

  test('a value that is no string, number or boolean is named by its key', () => {
    for (const values of [null, { a: 'b' }, ['a', null], [['a']]]) {
      const { unsupported } = compileConditions({ StringEquals: { 'aws:PrincipalTag/t': values } }, '', true);
      expect(unsupported).toEqual({ path: '/StringEquals/aws:PrincipalTag~1t', what: 'aws:PrincipalTag/t' });
    }
    expect(compileConditions({ Bool: 'true' }, '', true).unsupported).toEqual({
      path: '/Bool',
      what: 'Bool',
    });
  });
});

describe('a condition block', () => {
  test('names its place as a JSON pointer', () => {
    const { conditions } = compileConditions(
      { StringEquals: { 'aws:PrincipalTag/a~b': 'x' }, Bool: { 'aws:SecureTransport': true } },
      '/Statement/0/Condition',
      true,
    );
    expect(conditions.map(({ path }) => path)).toEqual([
      '/Statement/0/Condition/StringEquals/aws:PrincipalTag~1a~0b',
      '/Statement/0/Condition/Bool/aws:SecureTransport',
    ]);
    expect(conditions.map(({ patterns }) => patterns)).toEqual([['x'], ['true']]);
  });
});

test('a condition knows whether more than its own key counts', () => {
  const known = (values: JsonValue, variables = true) =>
    compileConditions({ StringLike: { 'aws:Key': values } }, '', variables).conditions[0]?.hasVariables;
  expect(known(['a', '*'])).toBe(false);
  expect(known(['a', '${aws:username}'])).toBe(true);
  expect(known('${aws:username}', false)).toBe(false);
  expect(known([])).toBe(false);
});

describe('a condition explains', () => {
  const context = contextMap({ 'aws:Key': 'home/ana/x', 'aws:username': 'ana' });
  const explain = (name: string, values: JsonValue) => explainCondition(compiled(name, values), context);

  test('which value of the policy was met, and what its wildcards stand for', () => {
    expect(explain('StringLike', ['etc/*', 'home/${aws:username}/?*'])).toEqual({
      matches: true,
      because: 'matched',
      matchedPattern: 1,
      value: 'home/ana/x',
      wildcards: [
        [9, 10],
        [10, 10],
      ],
    });
    expect(explain('StringNotLike', ['home/*'])).toMatchObject({
      matches: false,
      because: 'negatedOneMatches',
      matchedPattern: 0,
    });
  });

  test('a variable without value, a malformed value of the policy, a malformed value of the request', () => {
    expect(explain('StringEquals', ['${aws:PrincipalTag/t}'])).toMatchObject({
      matches: false,
      because: 'variableWithoutValue',
    });
    expect(explain('StringNotEquals', ['${aws:PrincipalTag/t}'])).toMatchObject({
      matches: true,
      because: 'variableWithoutValue',
    });
    expect(explain('NumericLessThan', ['5'])).toMatchObject({
      matches: false,
      because: 'malformedRequestValue',
    });
    const number = contextMap({ 'aws:key': '7' });
    expect(explainCondition(compiled('NumericEquals', ['seven']), number)).toMatchObject({
      matches: false,
      because: 'malformedValue',
    });
    expect(explainCondition(compiled('NumericNotEquals', ['seven']), number)).toMatchObject({
      matches: true,
      because: 'malformedValue',
    });
  });
});

/** Why a condition is not met; `Not…` forms are met for the same reason. */
const unmet: readonly (readonly [
  operator: string,
  values: JsonValue,
  value: ContextValue,
  because: string,
])[] = [
  ['StringEquals', ['a', 'b'], 'c', 'noMatch'],
  ['StringEquals', ['a', '${aws:PrincipalTag/t}'], 'c', 'variableWithoutValue'],
  ['StringEquals', ['${aws:username}'], 'bob', 'noMatch'],
  ['StringEqualsIgnoreCase', ['a', 'b'], 'c', 'noMatch'],
  ['StringEqualsIgnoreCase', ['a', '${aws:PrincipalTag/t}'], 'c', 'variableWithoutValue'],
  ['StringLike', ['a*', '?'], 'bc', 'noMatch'],
  ['StringLike', ['a*', '${aws:PrincipalTag/t}*'], 'bc', 'variableWithoutValue'],
  ['NumericEquals', ['1', '2'], '3', 'noMatch'],
  ['NumericEquals', ['1', 'two'], '3', 'malformedValue'],
  ['NumericEquals', ['1'], 'three', 'malformedRequestValue'],
  ['NumericLessThan', ['1', '1234567890123456789'], '1234567890123456789', 'noMatch'],
  ['DateEquals', ['2026', '2027'], '2025', 'noMatch'],
  ['DateEquals', ['2026', 'soon'], '2025', 'malformedValue'],
  ['DateEquals', ['2026'], 'soon', 'malformedRequestValue'],
  ['DateEquals', ['soon'], 'soon', 'malformedRequestValue'],
  ['Bool', ['true'], 'false', 'noMatch'],
  ['Bool', ['true', 'yes'], 'false', 'malformedValue'],
  ['Bool', ['true', '${aws:username}'], 'false', 'malformedValue'],
  ['Bool', ['true', '${aws:PrincipalTag/t}'], 'false', 'variableWithoutValue'],
  ['Bool', ['true'], 'yes', 'malformedRequestValue'],
  ['Bool', ['yes'], 'yes', 'malformedRequestValue'],
  ['Bool', ['${aws:PrincipalTag/t}'], 'yes', 'malformedRequestValue'],
  ['BinaryEquals', ['QQ==', 'Qg=='], 'Qw==', 'noMatch'],
  ['BinaryEquals', ['QQ==', 'Qg'], 'Qw==', 'malformedValue'],
  ['BinaryEquals', ['QQ=='], 'Qw', 'malformedRequestValue'],
  ['BinaryEquals', ['Qg'], 'Qg', 'malformedRequestValue'],
  ['IpAddress', ['10.0.0.0/8', '2001:db8::/32'], '192.0.2.1', 'noMatch'],
  ['IpAddress', ['10.0.0.0/8'], '2001:db8::1', 'noMatch'],
  ['IpAddress', ['10.0.0.0/8', '10.0.0.0/33'], '192.0.2.1', 'malformedValue'],
  ['IpAddress', ['10.0.0.0/8'], '192.0.2', 'malformedRequestValue'],
  ['ArnLike', ['arn:aws:s3:::a', 'arn:aws:s3:::b*'], 'arn:aws:s3:::c', 'noMatch'],
  ['ArnLike', ['arn:aws:s3:::a', 'b*'], 'arn:aws:s3:::c', 'malformedValue'],
  ['ArnLike', ['arn:aws:s3:::a', 'arn:aws:s3:::${aws:username}'], 'arn:aws:s3:::c', 'noMatch'],
  [
    'ArnLike',
    ['arn:aws:s3:::a', 'arn:aws:s3:::${aws:PrincipalTag/t}'],
    'arn:aws:s3:::c',
    'variableWithoutValue',
  ],
  ['ArnLike', ['arn:aws:s3:::a'], 'c', 'malformedRequestValue'],
  ['ArnLike', ['*'], 'urn:aws:s3:::c', 'malformedRequestValue'],
  ['Null', ['true'], 'x', 'keyPresentNull'],
  ['Null', ['maybe'], 'x', 'malformedValue'],
  ['Null', ['${aws:SecureTransport}'], 'x', 'malformedValue'],
  ['Null', ['false'], '', 'keyAbsentNull'],
  ['ForAnyValue:StringEquals', ['a'], ['b', 'c'], 'noMatch'],
  ['ForAnyValue:NumericEquals', ['1'], ['2', 'x'], 'malformedRequestValue'],
  ['ForAnyValue:StringEquals', [], ['b', 'c'], 'emptyValues'],
  ['ForAllValues:StringEquals', ['a'], ['b', 'c'], 'notEveryValueMatches'],
  ['StringEquals', [], 'b', 'emptyValues'],
];

/** What a met condition tells of the value that met it. */
type Met = readonly [
  operator: string,
  values: JsonValue,
  value: ContextValue,
  matchedPattern: number,
  wildcards?: readonly (readonly [number, number])[],
];
const met: readonly Met[] = [
  ['StringEquals', ['a', 'b', 'b'], 'b', 1],
  ['StringEquals', ['${aws:PrincipalTag/t}', '${aws:username}'], 'ana', 1],
  ['StringEqualsIgnoreCase', ['a', 'B', 'b'], 'b', 1],
  ['StringEqualsIgnoreCase', ['${aws:PrincipalTag/t}', '${AWS:username}'], 'ANA', 1],
  ['StringLike', ['${aws:PrincipalTag/t}*', 'b*', '*c', '*'], 'abc', 2, [[0, 2]]],
  ['StringLike', ['x', 'a?c'], 'abc', 1, [[1, 2]]],
  ['StringLike', ['abc'], 'abc', 0, []],
  ['NumericEquals', ['x', '1', '2.0', '2'], '2', 2],
  ['NumericEquals', ['12345678901234567890', '12345678901234567891'], '12345678901234567891', 1],
  ['NumericGreaterThan', ['3', '2'], '3', 1],
  ['NumericLessThan', ['1', '12345678901234567890'], '5', 1],
  ['DateEquals', ['x', '2025', '2026-01-01', '2026'], '2026', 2],
  ['DateLessThan', ['2026-11-24T09:30:00.25Z', '2026-11-24T09:30:00.5Z'], '2026-11-24T09:30:00.3Z', 1],
  ['Bool', ['x', '${aws:username}', '${aws:PrincipalTag/t}', 'FALSE', 'false'], 'false', 3],
  ['Bool', ['true', '${aws:SecureTransport}'], 'False', 1],
  ['BinaryEquals', ['Qg==', 'QQ==', 'QQ=='], 'QQ==', 1],
  ['IpAddress', ['x', '::/0', '10.0.0.0/8', '0.0.0.0/0'], '10.1.2.3', 2],
  ['IpAddress', ['10.0.0.0/8', '2001:db8::/32', '::/0'], '2001:db8::1', 1],
  [
    'ArnLike',
    [
      'b',
      'arn:aws:s3:::${aws:PrincipalTag/t}',
      'arn:aws:s3:::x',
      'arn:*:s3:::${aws:username}/?*',
      '*:*:*:*:*:*',
    ],
    'arn:aws:s3:::ana/xy',
    3,
    [
      [4, 7],
      [17, 18],
      [18, 19],
    ],
  ],
  ['ArnEquals', ['arn:aws:s3:::a'], 'arn:aws:s3:::a', 0, []],
  ['Null', ['x', 'false'], 'x', 1],
  ['Null', ['false', 'x'], 'x', 0],
  ['ForAnyValue:StringLike', ['a', 'b*'], ['c', 'bc'], 1],
  ['ForAllValues:StringLike', ['a', 'b*'], ['bc', 'a'], 1],
];

/** How a negated condition, or one of several values, is met, or is not. */
const several: readonly (readonly [
  operator: string,
  values: JsonValue,
  value: ContextValue,
  matches: boolean,
  because: string,
])[] = [
  ['StringNotEquals', ['a', 'b'], 'c', true, 'negatedNoneMatches'],
  ['StringNotEquals', ['a', 'b'], 'b', false, 'negatedOneMatches'],
  ['StringNotEquals', ['a'], ['b', 'c'], true, 'negatedNoneMatches'],
  ['StringNotEquals', ['a'], ['b', 'a'], false, 'negatedOneMatches'],
  ['ForAllValues:StringNotEquals', ['a'], ['b', 'c'], true, 'negatedNoneMatches'],
  ['ForAllValues:StringNotEquals', ['a'], ['b', 'a'], false, 'negatedOneMatches'],
  ['ForAnyValue:StringNotEquals', ['a'], ['b', 'c'], true, 'someValueMatchesNone'],
  ['ForAnyValue:StringNotEquals', ['a'], ['a', 'c'], true, 'someValueMatchesNone'],
  ['ForAnyValue:StringNotEquals', ['a', 'c'], ['a', 'c'], false, 'everyValueMatchesOne'],
  ['ForAnyValue:StringNotEquals', ['a'], 'a', false, 'everyValueMatchesOne'],
  ['ForAnyValue:StringEquals', ['a'], ['a', 'b'], true, 'matched'],
  ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'b'], true, 'everyValueMatches'],
  ['ForAllValues:StringEquals', ['a'], ['a', 'b'], false, 'notEveryValueMatches'],
  ['ForAllValues:StringEquals', ['a'], 'a', true, 'everyValueMatches'],
  ['ForAllValues:Null', ['true'], ['a'], true, 'nullForAllValues'],
  ['ForAnyValue:Null', ['false'], ['a'], false, 'nullForAnyValue'],
];

/** What a condition is when there is nothing to look at. */
const nothing: readonly (readonly [
  operator: string,
  value: ContextValue | undefined,
  matches: boolean,
  because: string,
])[] = [
  ['StringEquals', undefined, false, 'keyAbsent'],
  ['StringEquals', [], false, 'keyAbsent'],
  ['StringEquals', '', false, 'noMatch'],
  ['StringNotEquals', undefined, true, 'keyAbsentNegated'],
  ['StringNotEquals', [], true, 'keyAbsentNegated'],
  ['StringNotEquals', '', true, 'negatedNoneMatches'],
  ['StringEqualsIfExists', undefined, true, 'keyAbsentIfExists'],
  ['StringNotEqualsIfExists', [], true, 'keyAbsentIfExists'],
  ['ForAllValues:StringEquals', undefined, true, 'keyAbsentForAllValues'],
  ['ForAllValues:StringEquals', '', true, 'keyAbsentForAllValues'],
  ['ForAllValues:StringEqualsIfExists', [], true, 'keyAbsentIfExists'],
  ['ForAnyValue:StringEquals', undefined, false, 'keyAbsentForAnyValue'],
  ['ForAnyValue:StringEquals', '', false, 'keyAbsentForAnyValue'],
  ['ForAnyValue:StringNotEquals', [], false, 'keyAbsentForAnyValue'],
  ['ForAnyValue:StringEqualsIfExists', undefined, true, 'keyAbsentIfExists'],
];

describe('the reason of a condition', () => {
  test('the wildcards of a value that is not met stand for nothing', () => {
    const request = contextMap({});
    expect(arnTest(['b', 'arn:aws:s3:::b*'], true).wildcards?.('arn:aws:s3:::a', request)).toBeUndefined();
    expect(likeTest(['${aws:username}', 'b*'], true).wildcards?.('a', request)).toBeUndefined();
  });

  test.each(nothing)('%s of %j is %j: %s', (name, value, matches, because) => {
    const request = contextMap(value === undefined ? {} : { 'aws:Key': value });
    expect(explainCondition(compiled(name, ['a']), request)).toEqual({ matches, because, value });
  });

  const context = (value: ContextValue) =>
    contextMap({ 'aws:Key': value, 'aws:username': 'ana', 'aws:SecureTransport': 'FALSE' });

  test.each(several)('%s %j of %j is %j: %s', (name, values, value, matches, because) => {
    const condition = compiled(name, values);
    expect(explainCondition(condition, context(value))).toMatchObject({ matches, because, value });
    expect(conditionMatches(condition, context(value))).toBe(matches);
  });

  test.each(unmet)('%s %j is not met by %j: %s', (name, values, value, because) => {
    const condition = compiled(name, values);
    expect(explainCondition(condition, context(value))).toEqual({ matches: false, because, value });
    expect(conditionMatches(condition, context(value))).toBe(false);
  });

  for (const [name, values, value, matchedPattern, wildcards] of met)
    test(`${name} ${JSON.stringify(values)} is met by ${JSON.stringify(value)}`, () => {
      const condition = compiled(name, values);
      const explained = explainCondition(condition, context(value));
      expect(explained).toMatchObject({ matches: true, matchedPattern, value });
      expect(explained.wildcards).toEqual(wildcards);
      expect(conditionMatches(condition, context(value))).toBe(true);
    });
});
