import { expect, test } from 'vitest';
import { origin, parseJson, parsePolicy, type PolicyOrigin } from '#iam';

test('what IAM only warns of leaves a document, and what is no object leaves none', () => {
  const warned = parsePolicy('{"Statement": []}', 'identity');
  expect(warned.issues.map(({ severity, code }) => [severity, code])).toEqual([
    ['warning', 'MISSING_VERSION'],
  ]);
  expect(warned.document).toMatchObject({ Statement: [] });
  const source: PolicyOrigin | undefined = warned.document?.[origin];
  expect(source?.ranges?.get('/Statement')?.start).toBe(14);
  expect(parsePolicy('[]', 'identity')).not.toHaveProperty('document');
  const broken = parsePolicy('{"Statement": [],}', 'identity');
  expect(broken.issues.map(({ code }) => code)).toEqual(['TRAILING_COMMA', 'MISSING_VERSION']);
  expect(broken).not.toHaveProperty('document');
  expect(broken.node).toBeDefined();
  expect(parsePolicy('x', 'identity')).toEqual({ issues: parseJson('x').issues });
});

test('a key in other letters is told where it stands', () => {
  const { issues } = parsePolicy('{"Version": "2012-10-17", "Statement": [], "version": 1}', 'identity');
  expect(issues[0]).toMatchObject({
    code: 'DUPLICATE_KEYS_WITH_DIFFERENT_CASE',
    path: '/version',
    range: { start: 43, end: 52 },
    values: { key: 'version', other: 'Version' },
  });
  const twice = parsePolicy('{"Version": "2012-10-17", "Statement": [], "Statement": []}', 'identity');
  expect(twice.issues.map(({ code }) => code)).toEqual(['DUPLICATE_KEY']);
});

test('IAM takes tab, line feed, carriage return and the characters from space to ÿ', () => {
  const codes = (characters: string) => parseJson(`[]${characters}`).issues.map(({ code }) => code);
  expect(codes('\t\n\r ')).toEqual([]);
  expect(codes('\uffff\uffff').slice(0, 2)).toEqual(['ILLEGAL_CHARACTER', 'ILLEGAL_CHARACTER']);
  expect(parseJson('["\u007f\u00a0\u00ff"]').issues).toEqual([]);
  for (const none of [
    '\u0000',
    '\u0008',
    '\u000b',
    '\u000c',
    '\u000e',
    '\u001f',
    '\u0100',
    '\ud7ff',
    '\ue000',
  ])
    expect(codes(none)[0], JSON.stringify(none)).toBe('ILLEGAL_CHARACTER');
  for (const quote of '“”„‟‘’‚‛') expect(codes(quote)[0], quote).toBe('SMART_QUOTES');
  for (const lone of ['\ud800', '\udbff', '\udc00', '\udfff'])
    expect(codes(lone)[0], JSON.stringify(lone)).toBe('LONE_SURROGATE');
});
