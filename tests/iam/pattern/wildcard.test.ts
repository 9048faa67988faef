import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileArnGlob, arnGlobSpans, matchesArn } from '../../../src/iam/pattern/arn-glob.ts';
import { parseArn } from '../../../src/iam/text/arn.ts';
import { compileAction, matchesAction } from '../../../src/iam/pattern/action.ts';
import {
  compileGlob,
  compileGlobParts,
  countGlobSteps,
  globSpans,
  matchesGlob,
  matchesGlobWithin,
  matchesWildcard,
} from '../../../src/iam/pattern/wildcard.ts';
import { lowerCase } from '../../../src/iam/text/lower-case.ts';

/** The plain definition of a match, one table cell for each pair of prefixes. */
function referenceMatch(pattern: string, value: string): boolean {
  let row = Array.from({ length: value.length + 1 }, (_, index) => index === 0);
  for (const wanted of pattern) {
    const next = [wanted === '*' && row[0] === true];
    for (let place = 1; place <= value.length; place += 1) {
      if (wanted === '*') next.push(row[place] === true || next[place - 1] === true);
      else next.push(row[place - 1] === true && (wanted === '?' || wanted === value[place - 1]));
    }
    row = next;
  }
  return row[value.length] === true;
}

const few = (alphabet: string, maxLength: number) =>
  fc.array(fc.constantFrom(...Array.from(alphabet)), { maxLength }).map((letters) => letters.join(''));
const pattern = few('aab*?:', 14);
const value = few('aab:', 16);
/** A value made from the pattern, so that most runs match. */
const related = pattern.chain((text) =>
  fc
    .tuple(
      ...Array.from(text, (letter) =>
        letter === '*' ? few('ab:', 4) : letter === '?' ? fc.constantFrom('a', 'b') : fc.constant(letter),
      ),
    )
    .map((letters) => ({ text, made: letters.join('') })),
);

describe('a pattern with wildcards', () => {
  test('matches exactly as the table of all prefixes says', () => {
    fc.assert(
      fc.property(pattern, value, (text, given) => {
        expect(matchesWildcard(text, given)).toBe(referenceMatch(text, given));
      }),
      { numRuns: 5000 },
    );
  });

  test('matches whatever was made by filling in its wildcards', () => {
    fc.assert(
      fc.property(related, ({ text, made }) => {
        expect(matchesWildcard(text, made)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('matches inside a longer text as it matches the part alone', () => {
    fc.assert(
      fc.property(pattern, few('ab:', 4), value, few('ab:', 4), (text, before, given, after) => {
        const glob = compileGlob(text);
        const found = matchesGlobWithin(
          glob,
          before + given + after,
          before.length,
          before.length + given.length,
        );
        expect(found).toBe(matchesGlob(glob, given));
      }),
      { numRuns: 3000 },
    );
  });

  test('P24 takes at most 2·n·m + n steps', () => {
    const mostSteps = (text: string, given: string) => 2 * given.length * text.length + given.length;
    fc.assert(
      fc.property(few('aaab**??', 24), few('aaaab', 60), (text, given) => {
        expect(countGlobSteps(compileGlob(text), given)).toBeLessThanOrEqual(mostSteps(text, given));
      }),
      { numRuns: 10_000 },
    );
    const hostile = ['a*', '*a', '?*', '*?', 'a*?', '*a?'].flatMap((unit) =>
      [1, 7, 60, 400].flatMap((times) => [
        `${unit.repeat(times)}b`,
        `*${unit.repeat(times)}`,
        `*${'a'.repeat(times)}b`,
      ]),
    );
    for (const text of hostile) {
      for (const length of [0, 1, 80, 2048]) {
        const given = 'a'.repeat(length);
        expect(countGlobSteps(compileGlob(text), given), `${text} / ${length}`).toBeLessThanOrEqual(
          mostSteps(text, given),
        );
      }
    }
  });

  test('says what each wildcard stands for: the pieces put back give the value', () => {
    let matched = 0;
    fc.assert(
      fc.property(fc.oneof(related, fc.record({ text: pattern, made: value })), ({ text, made }) => {
        const spans = globSpans(compileGlob(text), made);
        expect(spans !== undefined).toBe(matchesWildcard(text, made));
        if (spans === undefined) return;
        matched += 1;
        const rest = [...spans];
        const rebuilt = Array.from(text).map((letter) => {
          if (letter !== '*' && letter !== '?') return letter;
          const [start, end] = rest.shift() ?? [0, 0];
          if (letter === '?') expect(end - start).toBe(1);
          return made.slice(start, end);
        });
        expect(rest).toEqual([]);
        expect(rebuilt.join('')).toBe(made);
      }),
      { numRuns: 3000 },
    );
    expect(matched).toBeGreaterThan(1000);
  });

  test('takes literal parts as they stand', () => {
    fc.assert(
      fc.property(few('ab*?', 6), few('ab*?', 6), few('ab*?', 10), (literal, text, given) => {
        const glob = compileGlobParts([
          { text: literal, literal: true },
          { text, literal: false },
        ]);
        expect(matchesGlob(glob, literal + given)).toBe(referenceMatch(text, given));
        expect(matchesGlob(glob, given)).toBe(
          given.startsWith(literal) && referenceMatch(text, given.slice(literal.length)),
        );
      }),
      { numRuns: 2000 },
    );
  });

  test('covers no less when a character of it becomes a question mark or a stretch of it a star', () => {
    fc.assert(
      fc.property(related, fc.nat(), fc.nat(4), ({ text, made }, at, length) => {
        const place = text.length === 0 ? 0 : at % text.length;
        if (text.charAt(place) !== '*' && text !== '') {
          expect(matchesWildcard(`${text.slice(0, place)}?${text.slice(place + 1)}`, made)).toBe(true);
        }
        expect(matchesWildcard(`${text.slice(0, place)}*${text.slice(place + length)}`, made)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('never throws, whatever the characters', () => {
    const any = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(any, any, (text, given) => {
        expect(matchesWildcard(text, given)).toBe(referenceMatchOfUnits(text, given));
        expect(matchesWildcard(text, text)).toBe(true);
        expect(typeof matchesArn(text, given)).toBe('boolean');
        expect(parseArn(text) === undefined || text.startsWith('arn:')).toBe(true);
        expect(typeof matchesAction(compileAction(text), lowerCase(given))).toBe('boolean');
      }),
    );
  });
});

/** As `referenceMatch`, by UTF-16 code units, which is how AWS's strings are compared here. */
function referenceMatchOfUnits(text: string, given: string): boolean {
  const unitsOf = (whole: string) => Array.from({ length: whole.length }, (_, index) => whole.charAt(index));
  const letters = new Map<string, string>();
  const rename = (unit: string) => {
    if (unit === '*' || unit === '?') return unit;
    if (!letters.has(unit)) letters.set(unit, String.fromCharCode(0x4e00 + letters.size));
    return letters.get(unit) ?? unit;
  };
  return referenceMatch(unitsOf(text).map(rename).join(''), unitsOf(given).map(rename).join(''));
}

describe('the pattern of an ARN condition', () => {
  const field = few('ab*?', 4);
  const arnPattern = fc
    .tuple(field, field, field, field, field, few('ab*?:', 8))
    .map((fields) => fields.join(':'));
  const plainField = few('ab', 4);
  const arn = fc
    .tuple(plainField, plainField, plainField, plainField, plainField, few('ab:', 8))
    .map((fields) => fields.join(':'));

  test('matches when each of the six fields does', () => {
    let matched = 0;
    fc.assert(
      fc.property(
        fc.oneof(arnPattern, fc.constant('*:*:*:*:*:*'), arn),
        fc.oneof(arn, few('ab:', 9)),
        (text, given) => {
          const split = (whole: string) => {
            const fields = whole.split(':');
            return fields.length < 6 ? undefined : [...fields.slice(0, 5), fields.slice(5).join(':')];
          };
          const wanted = split(text);
          const fields = split(given);
          const expected =
            wanted !== undefined &&
            fields?.every((each, index) => referenceMatch(wanted[index] ?? '', each)) === true;
          expect(matchesArn(text, given)).toBe(expected);
          matched += expected ? 1 : 0;
          const spans = arnGlobSpans(compileArnGlob([{ text, literal: false }])!, given);
          expect(spans !== undefined).toBe(expected);
          if (expected)
            expect(spans).toHaveLength(
              Array.from(text).filter((letter) => letter === '*' || letter === '?').length,
            );
        },
      ),
      { numRuns: 3000 },
    );
    expect(matched).toBeGreaterThan(300);
  });

  test('parseArn takes six fields, and the resource keeps its colons', () => {
    expect(parseArn('arn:aws:sns:us-east-1:111122223333:topic:sub')).toEqual({
      partition: 'aws',
      service: 'sns',
      region: 'us-east-1',
      account: '111122223333',
      resource: 'topic:sub',
    });
    expect(parseArn('arn:aws:s3:::')).toEqual({
      partition: 'aws',
      service: 's3',
      region: '',
      account: '',
      resource: '',
    });
    for (const text of ['', '*', 'arn', 'arn:aws:s3::b', 'ARN:aws:s3:::b', 'urn:aws:s3:::b']) {
      expect(parseArn(text), text).toBeUndefined();
    }
  });
});

test('action matching does not see the case of ASCII letters', () => {
  const action = few('abAB*?', 8).map((name) => `iAm:${name}`);
  fc.assert(
    fc.property(action, few('abAB', 8), (text, name) => {
      const given = lowerCase(`IAM:${name}`);
      expect(matchesAction(compileAction(text), given)).toBe(referenceMatch(text.toLowerCase(), given));
      expect(matchesAction(compileAction(text.toUpperCase()), given)).toBe(
        matchesAction(compileAction(text), given),
      );
    }),
  );
});
