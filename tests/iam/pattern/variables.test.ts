import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchesGlob } from '../../../src/iam/pattern/wildcard.ts';
import { contextMap } from '../../../src/iam/request/context.ts';
import { equalsIgnoringCase, lowerCase } from '../../../src/iam/text/lower-case.ts';
import { compileText, globOf, hasVariable, literalText } from '../../../src/iam/pattern/variables.ts';

const context = contextMap({
  'aws:username': 'ana',
  'aws:PrincipalTag/Team': 'r*d',
  'aws:TagKeys': ['a'],
  'aws:empty': '',
});
const resolve = (text: string) => literalText(compileText(text, true), context);

describe('a policy variable', () => {
  test.each([
    ['${aws:username}', 'ana'],
    ['${AWS:USERNAME}', 'ana'],
    ['${aws:principaltag/team}', 'r*d'],
    ['<${aws:username}|${aws:username}>', '<ana|ana>'],
    ['${aws:empty}', ''],
    ["${aws:userid, 'nobody'}", 'nobody'],
    ["${aws:userid, ''}", ''],
    ["${aws:TagKeys, 'many'}", 'many'],
    ["${aws:userid, 'a}b'}", 'a}b'],
    ['${*}${?}${$}', '*?$'],
    ['${$}{aws:username}', '${aws:username}'],
    ['$${aws:username}', '$ana'],
    ['${${aws:username}}', '${ana}'],
    ["<${aws:userid, 'n'}>", '<n>'],
    ["${aws:userid, 'x${aws:username}'}", 'x${aws:username}'],
  ])('%s becomes %s', (text, expected) => {
    expect(hasVariable(text)).toBe(true);
    expect(resolve(text)).toBe(expected);
    expect(compileText(text, true).source).toBe(text);
  });

  test.each(['${aws:userid}', 'a${aws:userid}b', '${aws:TagKeys}'])('%s has no value', (text) => {
    expect(hasVariable(text)).toBe(true);
    expect(resolve(text)).toBeUndefined();
    expect(globOf(compileText(text, true), context)).toBeUndefined();
  });

  test.each([
    '',
    '$',
    '${',
    '${}',
    '${aws:username',
    '${ aws:username}',
    '${aws:user name}',
    '${aws:username,}',
    "${aws:username,'x'}",
    "${aws:username, 'x}",
    '${aws:username, x}',
    "${, 'x'}",
    '${aws:user*}',
    "}${aws:username, 'x",
    "${aws:username, 'x'y}",
    '{aws:username}',
    '$aws:username',
  ])('%s is none, and stays as it stands', (text) => {
    expect(hasVariable(text)).toBe(false);
    expect(resolve(text)).toBe(text);
  });

  test('is not replaced in policies of Version 2008-10-17', () => {
    expect(literalText(compileText('${aws:username}', false), context)).toBe('${aws:username}');
    const glob = globOf(compileText('${aws:username}*', false), context)!;
    expect(matchesGlob(glob, '${aws:username}x')).toBe(true);
    expect(matchesGlob(glob, 'anax')).toBe(false);
  });

  test('keeps every character of the text: the sources of the parts give it back', () => {
    const piece = fc.constantFrom(
      '${',
      '}',
      'aws:username',
      "'",
      ', ',
      '*',
      '?',
      '$',
      'a',
      ' ',
      "${aws:userid, 'x'}",
      '${*}',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join('');
        const template = compileText(text, true);
        expect(template.source).toBe(text);
        expect(hasVariable(text)).toBe(template.parts.some(({ kind }) => kind !== 'text'));
        if (!hasVariable(text)) expect(literalText(template, context)).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  test('in a pattern stands for literal text, whatever its value holds', () => {
    const template = compileText('x${aws:PrincipalTag/team}*', true);
    const glob = globOf(template, context)!;
    expect(matchesGlob(glob, 'xr*d!')).toBe(true);
    expect(matchesGlob(glob, 'xrrd!')).toBe(false);
    const any = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(any, any, any, (value, given, rest) => {
        const form = globOf(template, contextMap({ 'aws:PrincipalTag/team': value }))!;
        expect(matchesGlob(form, `x${value}${rest}`)).toBe(true);
        expect(matchesGlob(form, `x${given}`)).toBe(given.startsWith(value));
      }),
    );
  });

  test('follows the request: the prepared pattern is kept while the values stay, and made anew when one changes', () => {
    const template = compileText('${aws:a}/${aws:b}/*', true);
    const at = (a: string, b: string) => globOf(template, contextMap({ 'aws:a': a, 'aws:b': b }));
    const first = at('1', '2');
    expect(at('1', '2')).toBe(first);
    expect(matchesGlob(at('1', '3')!, '1/3/x')).toBe(true);
    expect(at('1', '2')).toBe(first);
    expect(matchesGlob(at('2', '2')!, '1/2/x')).toBe(false);
    expect(matchesGlob(at('1', '23')!, '1/23/x')).toBe(true);
    expect(matchesGlob(at('12', '3')!, '12/3/x')).toBe(true);
    expect(globOf(template, contextMap({ 'aws:a': '1' }))).toBeUndefined();
    expect(matchesGlob(at('1', '2')!, '1/2/x')).toBe(true);
    for (let index = 0; index < 2000; index += 1) {
      at(String(index), 'x');
      expect(template.glob.forms.size).toBeLessThanOrEqual(256);
    }
    expect(matchesGlob(at('1', '2')!, '1/2/x')).toBe(true);
    const fixed = compileText('a*', true);
    expect(globOf(fixed, context)).toBe(globOf(fixed, contextMap({})));
  });
});

describe('the request context', () => {
  test('is looked up by key name in any letter case', () => {
    expect(context.get('aws:principaltag/team')).toBe('r*d');
    expect(contextMap({ 'AWS:x': '1', 'aws:X': '2' }).get('aws:x')).toBe('2');
  });

  test('takes numbers and booleans as text, and nothing else that is no text', () => {
    const loose: Record<string, unknown> = {
      a: 1.5,
      b: true,
      c: null,
      d: { e: 'f' },
      g: ['x', 2, null, false],
    };
    expect([...contextMap(loose as Record<string, string>)]).toEqual([
      ['a', '1.5'],
      ['b', 'true'],
      ['c', undefined],
      ['d', undefined],
      ['g', ['x', '2', 'false']],
    ]);
  });

  test('folds ASCII letters only', () => {
    expect(lowerCase('AWS:İÉß')).toBe('aws:İÉß');
    for (const [text, lower] of [
      ['AZ', 'az'],
      ['@[`{', '@[`{'],
      ['A@[Z', 'a@[z'],
      ['@AéZ[', '@aéz['],
      ['Éa', 'Éa'],
      ['ÉA', 'Éa'],
      ['', ''],
      ['Z', 'z'],
      ['éZ', 'éz'],
    ] as const)
      expect(lowerCase(text), text).toBe(lower);
    for (const [lower, text, same] of [
      ['true', 'TRUE', true],
      ['az', 'AZ', true],
      ['true', 'trux', false],
      ['ab', 'a', false],
      ['a', 'ab', false],
      ['`', '@', false],
      ['{', '[', false],
      ['é', 'É', false],
      ['', '', true],
    ] as const)
      expect(equalsIgnoringCase(lower, text), `${lower} ${text}`).toBe(same);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const lower = lowerCase(text);
        expect(lower).toBe(text.replace(/[A-Z]/g, (letter) => letter.toLowerCase()));
        expect(equalsIgnoringCase(lower, text)).toBe(true);
        expect(equalsIgnoringCase(`${lower}x`, text)).toBe(false);
      }),
    );
  });
});
