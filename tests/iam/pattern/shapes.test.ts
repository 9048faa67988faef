import { describe, expect, test } from 'vitest';
import { compileAction, matchesAction } from '../../../src/iam/pattern/action.ts';
import { arnGlobSpans, compileArnGlob, matchesArnGlob } from '../../../src/iam/pattern/arn-glob.ts';
import { isArn } from '../../../src/iam/text/arn.ts';
import { compileResource, matchesResource, resourceSpans } from '../../../src/iam/pattern/resource.ts';
import {
  compileGlob,
  countGlobSteps,
  globSpans,
  globSpansWithin,
  matchesGlob,
  matchesGlobWithin,
  type Glob,
} from '../../../src/iam/pattern/wildcard.ts';
import { contextMap } from '../../../src/iam/request/context.ts';

describe('what a pattern is compared as', () => {
  test.each<[pattern: string, shape: Glob['shape'], head: string, tail: string]>([
    ['', 'exact', '', ''],
    ['a', 'exact', 'a', ''],
    ['*', 'any', '', ''],
    ['**', 'any', '', ''],
    ['a*', 'prefix', 'a', ''],
    ['ab**', 'prefix', 'ab', ''],
    ['*a', 'suffix', '', 'a'],
    ['a*b', 'around', 'a', 'b'],
    ['*a*', 'contains', '', 'a'],
    ['**ab**', 'contains', '', 'ab'],
    ['?', 'general', '', ''],
    ['a?', 'general', 'a', ''],
    ['?a', 'general', '', 'a'],
    ['*?', 'general', '', ''],
    ['?*', 'general', '', ''],
    ['*a?', 'general', '', ''],
    ['a*b*', 'general', 'a', ''],
    ['*a*b', 'general', '', 'b'],
    ['a*b*c', 'general', 'a', 'c'],
    ['*a*b*', 'general', '', ''],
  ])('“%s” is %s', (pattern, shape, head, tail) => {
    expect(compileGlob(pattern)).toMatchObject({ source: pattern, shape, head, tail });
  });

  test.each<[pattern: string, value: string, spans: [number, number][] | undefined]>([
    ['', '', []],
    ['a', 'b', undefined],
    ['*', '', [[0, 0]]],
    [
      '**',
      '',
      [
        [0, 0],
        [0, 0],
      ],
    ],
    [
      'ab**',
      'ab',
      [
        [2, 2],
        [2, 2],
      ],
    ],
    [
      '**',
      'ab',
      [
        [0, 2],
        [2, 2],
      ],
    ],
    [
      'a**b',
      'axb',
      [
        [1, 2],
        [2, 2],
      ],
    ],
    [
      '*a*',
      'bab',
      [
        [0, 1],
        [2, 3],
      ],
    ],
    [
      '*a*',
      'a',
      [
        [0, 0],
        [1, 1],
      ],
    ],
    [
      '?*?',
      'abc',
      [
        [0, 1],
        [1, 2],
        [2, 3],
      ],
    ],
    [
      '?*?',
      'ab',
      [
        [0, 1],
        [1, 1],
        [1, 2],
      ],
    ],
    ['ab*c*', 'a', undefined],
    [
      'ab*c*',
      'abc',
      [
        [2, 2],
        [3, 3],
      ],
    ],
    ['ab*', 'xb', undefined],
    ['a*b', 'ab', [[1, 1]]],
    ['a*a', 'a', undefined],
  ])('the wildcards of “%s” stand in “%s” for %j', (pattern, value, spans) => {
    expect(globSpans(compileGlob(pattern), value)).toEqual(spans);
    const within = globSpansWithin(compileGlob(pattern), `x${value}y`, 1, value.length + 1);
    expect(within).toEqual(spans?.map(([start, end]) => [start + 1, end + 1]));
  });
});

describe('a pattern inside a longer text', () => {
  test.each<[pattern: string, before: string, value: string, after: string, matches: boolean]>([
    ['a', 'x', 'a', 'y', true],
    ['ab', '', 'a', 'b', false],
    ['*', 'x', '', 'y', true],
    ['ab*', 'x', 'ab', 'y', true],
    ['ab*', '', 'a', 'b', false],
    ['*a', 'x', 'a', 'y', true],
    ['*a', 'x', 'ba', 'y', true],
    ['*a', 'a', '', 'y', false],
    ['*a', 'x', 'b', 'a', false],
    ['a*b', 'x', 'ab', 'y', true],
    ['a*b', 'x', 'acb', 'y', true],
    ['a*b', 'x', 'ccb', 'y', false],
    ['a*b', 'x', 'a', 'b', false],
    ['a*a', 'x', 'a', 'a', false],
    ['*a*', 'x', 'bab', 'y', true],
    ['*a*', 'a', 'b', 'a', false],
    ['a?', 'x', 'ab', 'y', true],
    ['a?', 'x', 'bb', 'y', false],
    ['a?', 'x', 'abc', 'y', false],
    ['a*b*c', 'x', 'abc', 'y', true],
    ['a*b*c', 'x', 'ab', 'c', false],
  ])('“%s” in “%s[%s]%s”: %j', (pattern, before, value, after, expected) => {
    const glob = compileGlob(pattern);
    const end = before.length + value.length;
    expect(matchesGlobWithin(glob, before + value + after, before.length, end)).toBe(expected);
    expect(matchesGlob(glob, value)).toBe(expected);
    const spans = globSpansWithin(glob, before + value + after, before.length, end);
    expect(spans !== undefined).toBe(expected);
  });

  test('does not read past its end', () => {
    expect(globSpansWithin(compileGlob('abc*d*'), 'abcd', 0, 2)).toBeUndefined();
  });

  test('its steps are counted, matching or not', () => {
    const steps = (pattern: string, value: string) => countGlobSteps(compileGlob(pattern), value);
    expect(steps('', '')).toBe(0);
    expect(steps('a', 'a')).toBe(1);
    expect(steps('a', 'b')).toBe(1);
    expect(steps('b?', 'ba')).toBe(2);
  });
});

describe('the pattern of an ARN condition', () => {
  const compiled = (text: string) => compileArnGlob([{ text, literal: false }]);

  test.each<[pattern: string, fixed: string, open: number | undefined]>([
    ['arn:aws:s3:::b', 'arn:aws:s3:::b', undefined],
    ['arn:aws:s3:::b:c', 'arn:aws:s3:::b:c', undefined],
    ['arn:aws:s3:::b*', 'arn:aws:s3:::', 0],
    ['arn:aws:iam::*:user/a', 'arn:aws:iam::', 1],
    ['arn:aws:s*:::b', 'arn:aws:', 3],
    ['*:aws:s3:::b', '', 5],
  ])('“%s” begins with “%s”', (pattern, fixed, open) => {
    const glob = compiled(pattern);
    expect(glob).toMatchObject({ source: pattern, fixed });
    expect(glob?.open?.length).toBe(open);
  });

  test('with fewer than six fields is none', () => {
    expect(compiled('arn:aws:s3::b')).toBeUndefined();
    expect(compiled('*')).toBeUndefined();
    expect(isArn('arn:aws:s3::b')).toBe(false);
    expect(isArn('arn:aws:s3:::')).toBe(true);
    expect(isArn('brn:aws:s3:::b')).toBe(false);
  });

  test('a value with fewer than six fields is met by none', () => {
    const any = compiled('*:*:*:*:*:*')!;
    expect(matchesArnGlob(any, 'a:b:c:d:e')).toBe(false);
    expect(arnGlobSpans(any, 'a:b:c:d:e')).toBeUndefined();
    expect(matchesArnGlob(any, ':::::')).toBe(true);
    expect(arnGlobSpans(any, ':::::')).toHaveLength(6);
    expect(arnGlobSpans(compiled('*:b:c:d:e:f*')!, 'a:b:c:d:e:fg')).toEqual([
      [0, 1],
      [11, 12],
    ]);
    expect(arnGlobSpans(compiled('*:b:c:d:e:f*')!, 'a:b:c:d:e:g')).toBeUndefined();
    expect(matchesArnGlob(compiled('arn:aws:s3:::b*')!, 'arn:awx:s3:::bx')).toBe(false);
    expect(matchesArnGlob(compiled('arn:aws:sns:::t*:s')!, 'arn:aws:sns:::tx:y:s')).toBe(true);
    expect(arnGlobSpans(any, 'a:b:c:d:e:f:g')?.at(-1)).toEqual([10, 13]);
  });

  test('a part that is literal text is no wildcard, and its colons part fields', () => {
    const glob = compileArnGlob([
      { text: 'arn:aws:s3:::', literal: false },
      { text: 'a*', literal: true },
      { text: '/*', literal: false },
    ])!;
    expect(glob.source).toBe('arn:aws:s3:::a*/*');
    expect(matchesArnGlob(glob, 'arn:aws:s3:::a*/x')).toBe(true);
    expect(matchesArnGlob(glob, 'arn:aws:s3:::ab/x')).toBe(false);
    const split = compileArnGlob([
      { text: 'arn:aws:s3:', literal: false },
      { text: '*:*:*', literal: true },
    ])!;
    expect(matchesArnGlob(split, 'arn:aws:s3:*:*:*')).toBe(true);
    expect(matchesArnGlob(split, 'arn:aws:s3:a:b:c')).toBe(false);
  });
});

describe('an entry of the Resource element', () => {
  test.each([
    ['*', '', true],
    ['arn:aws:s3:::b/*', 'arn:aws:s3:::b/', false],
    ['arn:aws:s3:::b/?*', 'arn:aws:s3:::b/', false],
    ['arn:aws:s3:::b/a*?', 'arn:aws:s3:::b/a', false],
    ['arn:aws:s3:::b/${aws:username}/*', 'arn:aws:s3:::b/', false],
    ['arn:aws:s3:::b/${*}x/${aws:username}', 'arn:aws:s3:::b/*x/', false],
    ['arn:*:s3:::${aws:username}', 'arn:', false],
    ['?rn:aws:s3:::${aws:username}', '', false],
    ['arn:aws:s3:::b', 'arn:aws:s3:::b', false],
    ['?rn:*:s3:::${aws:username}', '', false],
    ['arn:aws:s3:::*${$}b', 'arn:aws:s3:::', false],
    ['*${$}b', '', false],
  ])('“%s” begins with “%s”', (text, head, everything) => {
    expect(compileResource(text, { variables: true, pad: false })).toMatchObject({
      source: text,
      head,
      everything,
    });
  });

  test('stars side by side in a field stay in it, but for the one that ends it', () => {
    const nothing = contextMap({});
    const entry = (text: string) => compileResource(text, { variables: true, pad: false });
    const matches = (text: string, value: string) => matchesResource(entry(text), value, nothing);
    expect(matches('arn:a**b:s3:::x', 'arn:aZb:s3:::x')).toBe(true);
    expect(matches('arn:a**b:s3:::x', 'arn:a:b:s3:::x')).toBe(false);
    expect(matches('arn:aws**:b', 'arn:aws:x:y:b')).toBe(true);
    expect(matches('*n:aws:s3:::b', 'nxn:aws:s3:::b')).toBe(true);
    expect(resourceSpans(entry('arn:a*s:s3:::b'), 'arn:aws:s3:::b', nothing)).toEqual([[5, 6]]);
    expect(resourceSpans(entry('arn:a**s:s3:::b'), 'arn:aws:s3:::b', nothing)).toEqual([
      [5, 6],
      [6, 6],
    ]);
  });

  test('a wildcard after the fifth colon runs past colons', () => {
    const nothing = contextMap({});
    const matches = (text: string, value: string) =>
      matchesResource(compileResource(text, { variables: true, pad: false }), value, nothing);
    expect(matches('arn:aws:s3:::a*b', 'arn:aws:s3:::a:x:b')).toBe(true);
    expect(matches('arn:aws:s3:::a?b', 'arn:aws:s3:::a:b')).toBe(true);
    expect(matches('arn:aws:s3:::a:b*c', 'arn:aws:s3:::a:b:c')).toBe(true);
  });

  test('only what begins as an ARN is filled up to one', () => {
    const nothing = contextMap({});
    const matches = (text: string, value: string) =>
      matchesResource(compileResource(text, { variables: true, pad: true }), value, nothing);
    expect(matches('arn:aws:s3', 'arn:aws:s3:::b')).toBe(true);
    expect(matches('?rn:aws:s3', 'arn:aws:s3:::b')).toBe(false);
    expect(matches('arn:aws:s3:::b', 'arn:aws:s3:::b')).toBe(true);
  });

  test('knows whether it has variables', () => {
    const variables = (text: string, replaced = true) =>
      compileResource(text, { variables: replaced, pad: false }).hasVariables;
    expect(variables('arn:aws:s3:::${aws:username}')).toBe(true);
    expect(variables('arn:aws:s3:::${aws:username}', false)).toBe(false);
    expect(variables('arn:aws:s3:::${*}')).toBe(false);
    expect(variables('arn:aws:s3:::b')).toBe(false);
  });

  test('an escaped wildcard stands for itself, also before the fifth colon', () => {
    const nothing = contextMap({});
    const matches = (text: string, value: string) =>
      matchesResource(compileResource(text, { variables: true, pad: false }), value, nothing);
    expect(matches('arn:aws:s3:::b/${*}', 'arn:aws:s3:::b/*')).toBe(true);
    expect(matches('arn:aws:s3:::b/${*}', 'arn:aws:s3:::b/x')).toBe(false);
    expect(matches('arn:aws:s3:::b/${?}', 'arn:aws:s3:::b/x')).toBe(false);
    expect(matches('arn:aws:${*}:::b', 'arn:aws:${*}:::b')).toBe(true);
    expect(matches('arn:aws:${*}:::b', 'arn:aws:*:::b')).toBe(false);
  });
});

describe('an entry of the Action element', () => {
  test.each([
    ['*', 's3:getobject', true],
    ['s3:*', 's3:getobject', true],
    ['S3:Get*', 's3:getobject', true],
    ['s3:Get?bject', 's3:getobject', true],
    ['s3:', 's3:', true],
    ['s3', 's3:getobject', false],
    ['s*', 's3:getobject', false],
    ['s*:getobject', 's3:getobject', false],
    ['s*:getobject', 's*:getobject', true],
    ['?3:*', 's3:getobject', false],
    [':*', ':x', true],
  ])('“%s” of “%s”: %j', (text, action, expected) => {
    const pattern = compileAction(text);
    expect(pattern.source).toBe(text);
    expect(matchesAction(pattern, action)).toBe(expected);
  });
});
