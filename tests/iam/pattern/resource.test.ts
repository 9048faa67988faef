import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { walk } from '../../../src/iam/pattern/glob-tokens.ts';
import {
  compileResource,
  lacksVariable,
  matchesResource,
  resourceSpans,
} from '../../../src/iam/pattern/resource.ts';
import { contextMap } from '../../../src/iam/request/context.ts';

const nothing = contextMap({});
const ana = contextMap({ 'aws:username': 'ana' });
const plain = { variables: true, pad: false };

/** The definition, tried out in every way: which characters each wildcard of a six-field pattern may stand for. */
function referenceMatch(pattern: string, resource: string): boolean {
  const field = (place: number) => pattern.slice(0, place).split(':').length - 1;
  const from = (place: number, at: number): boolean => {
    if (place === pattern.length) return at === resource.length;
    const wanted = pattern.charAt(place);
    const inResource = field(place) >= 5;
    if (wanted === '?') {
      return at < resource.length && (inResource || resource[at] !== ':') && from(place + 1, at + 1);
    }
    if (wanted !== '*') return resource[at] === wanted && from(place + 1, at + 1);
    const free = inResource || place + 1 === pattern.length || pattern[place + 1] === ':';
    for (let end = at; ; end += 1) {
      if (from(place + 1, end)) return true;
      if (end === resource.length || (!free && resource[end] === ':')) return false;
    }
  };
  return from(0, 0);
}

const few = (alphabet: string, maxLength: number) =>
  fc.array(fc.constantFrom(...Array.from(alphabet)), { maxLength }).map((letters) => letters.join(''));
const field = few('ab*?', 4);
const pattern = fc
  .tuple(field, field, field, field, field, few('ab*?:', 5))
  .map((fields) => fields.join(':'));
const resource = few('ab::', 16);
const made = pattern.chain((text) =>
  fc
    .tuple(
      ...Array.from(text, (letter, index) =>
        letter === '*'
          ? few(text[index + 1] === ':' ? 'ab:' : 'ab', 3)
          : letter === '?'
            ? fc.constantFrom('a', 'b')
            : fc.constant(letter),
      ),
    )
    .map((letters) => ({ text, given: letters.join('') })),
);

describe('an entry of the Resource element', () => {
  test('matches exactly as trying every way says', () => {
    let matched = 0;
    const pair = fc.oneof(
      made,
      fc.record({ text: pattern, given: resource }),
      fc.record({ text: few('*:?', 12), given: few('a:', 10) }),
    );
    fc.assert(
      fc.property(pair, ({ text, given }) => {
        const expected = text === '*' || referenceMatch(text, given);
        matched += expected ? 1 : 0;
        const compiled = compileResource(text, plain);
        expect(matchesResource(compiled, given, nothing)).toBe(expected);
        const spans = resourceSpans(compiled, given, nothing);
        expect(spans !== undefined).toBe(expected);
        if (!expected) return;
        const rest = [...(spans ?? [])];
        const rebuilt = Array.from(text).map((letter) =>
          letter === '*' || letter === '?' ? given.slice(...(rest.shift() ?? [0, 0])) : letter,
        );
        expect(rebuilt.join('')).toBe(given);
      }),
      { numRuns: 6000 },
    );
    expect(matched).toBeGreaterThan(1500);
  });

  test('is case-sensitive', () => {
    const bucket = compileResource('arn:aws:s3:::Bucket/*', plain);
    expect(matchesResource(bucket, 'arn:aws:s3:::Bucket/x', nothing)).toBe(true);
    expect(matchesResource(bucket, 'arn:aws:s3:::bucket/x', nothing)).toBe(false);
  });

  test('P24 costs a bounded number of steps, whatever its wildcards', () => {
    const units = fc.constantFrom('a', 'b', ':', '*', '?', '*a', '*:', 'a*');
    const hostile = fc.array(units, { maxLength: 24 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(hostile, few('aaab:', 60), (text, given) => {
        const { glob } = compileResource(text, plain);
        const steps =
          glob === undefined ? 0 : walk(glob.tokens, 0, glob.tokens.length, given, 0, given.length);
        expect(steps < 0 ? ~steps : steps).toBeLessThanOrEqual(
          5 * (2 * given.length * text.length + given.length),
        );
      }),
      { numRuns: 10_000 },
    );
  });

  test('P24 costs a bounded number of steps even where free and bounded stars alternate', () => {
    for (const text of ['*:a*a*a*b:*:a*a*b:a*b*:*', '*:*:*:*:*:b', 'a*a*:*a*b:*:*:*:c']) {
      const { template, form } = compileResource(text, plain);
      matchesResource(compileResource(text, plain), 'a', nothing);
      const glob = form.compile(template.parts.map((part) => ({ text: part.source, literal: false })));
      for (const given of [
        'a'.repeat(2000),
        'a:'.repeat(1000),
        ':a'.repeat(1000),
        ':'.repeat(2000),
        'aaaa:'.repeat(400),
      ]) {
        const steps = walk(glob.tokens, 0, glob.tokens.length, given, 0, given.length);
        expect(steps < 0 ? ~steps : steps).toBeLessThanOrEqual(
          5 * (2 * given.length * text.length + given.length),
        );
      }
    }
  });

  test('is filled up with stars in identity policies, and only there', () => {
    const queue = 'arn:aws:sqs:us-east-1:111122223333:orders';
    for (const [text, padded, unpadded] of [
      ['arn:aws:sqs', true, false],
      ['arn:aws:sqs:us-east-1', true, false],
      ['arn:aws:sqs:us-east-1:111122223333', true, false],
      ['arn:aws:sqs:*', true, true],
      ['arn:aws:sns', false, false],
      ['sqs', false, false],
    ] as const) {
      expect(
        matchesResource(compileResource(text, { variables: true, pad: true }), queue, nothing),
        text,
      ).toBe(padded);
      expect(matchesResource(compileResource(text, plain), queue, nothing), text).toBe(unpadded);
    }
  });
});

describe('a policy variable in the Resource element', () => {
  const home = compileResource('arn:aws:s3:::b/${aws:username}/*', plain);

  test('is replaced by the request’s value, and follows it when it changes', () => {
    expect(home.hasVariables).toBe(true);
    for (const name of ['ana', 'bob', 'ana']) {
      const context = contextMap({ 'AWS:Username': name });
      expect(matchesResource(home, `arn:aws:s3:::b/${name}/x`, context)).toBe(true);
      expect(matchesResource(home, 'arn:aws:s3:::b/carol/x', context)).toBe(false);
    }
    expect(resourceSpans(home, 'arn:aws:s3:::b/ana/x', ana)).toEqual([[19, 20]]);
    expect(resourceSpans(home, 'arn:aws:s3:::b/bob/x', ana)).toBeUndefined();
    expect(lacksVariable(home, ana)).toBe(false);
  });

  test('without a value matches nothing, not even itself', () => {
    for (const text of [
      'arn:aws:s3:::b//x',
      'arn:aws:s3:::b/${aws:username}/x',
      'arn:aws:s3:::b/undefined/x',
    ]) {
      expect(matchesResource(home, text, nothing)).toBe(false);
      expect(resourceSpans(home, text, nothing)).toBeUndefined();
      expect(lacksVariable(home, nothing)).toBe(true);
    }
    expect(matchesResource(home, 'arn:aws:s3:::b/ana/x', ana)).toBe(true);
    expect(matchesResource(home, 'arn:aws:s3:::b/ana/x', contextMap({ 'aws:username': ['ana'] }))).toBe(
      false,
    );
  });

  test('puts literal text in its place: a star in a value is no wildcard', () => {
    const star = contextMap({ 'aws:username': '*' });
    expect(matchesResource(home, 'arn:aws:s3:::b/ana/x', star)).toBe(false);
    expect(matchesResource(home, 'arn:aws:s3:::b/*/x', star)).toBe(true);
  });

  test('is plain text before the fifth colon and in policies of Version 2008-10-17', () => {
    const early = compileResource('arn:aws:iam::${aws:PrincipalAccount}:user/${aws:username}', plain);
    const context = contextMap({ 'aws:PrincipalAccount': '111122223333', 'aws:username': 'ana' });
    expect(matchesResource(early, 'arn:aws:iam::111122223333:user/ana', context)).toBe(false);
    expect(matchesResource(early, 'arn:aws:iam::${aws:PrincipalAccount}:user/ana', context)).toBe(true);
    const old = compileResource('arn:aws:s3:::b/${aws:username}', { variables: false, pad: false });
    expect(old.hasVariables).toBe(false);
    expect(matchesResource(old, 'arn:aws:s3:::b/ana', ana)).toBe(false);
    expect(matchesResource(old, 'arn:aws:s3:::b/${aws:username}', ana)).toBe(true);
  });

  test('works after wildcards in the fields before it', () => {
    const table = compileResource('arn:aws:dynamodb:us-*-1:*:table/${aws:username}-?', plain);
    expect(matchesResource(table, 'arn:aws:dynamodb:us-east-1:111122223333:table/ana-1', ana)).toBe(true);
    expect(matchesResource(table, 'arn:aws:dynamodb:us-east-2:111122223333:table/ana-1', ana)).toBe(false);
    expect(matchesResource(table, 'arn:aws:dynamodb:us-east-1:111122223333:table/bob-1', ana)).toBe(false);
  });
});
