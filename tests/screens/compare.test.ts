import { describe, expect, test } from 'vitest';
import { parsePolicy, type JsonValue } from '#iam';
import { catalogueFor } from '../../scripts/catalogue-actions.ts';
import { comparePair } from '../../src/proof/compare-pair.ts';
import { unpackQuestion } from '../../src/proof/explain-question.ts';
import { examplesOf } from '../../src/proof/pair-examples.ts';
import { undecidedWords } from '../../src/screens/compare/undecided-words.ts';
import { changedLines } from '../../src/screens/compare/changed-lines.ts';
import { emptyPair, firstPair, printPair, readPair } from '../../src/screens/compare/pair.ts';

function document(text: string): JsonValue {
  const parsed = parsePolicy(text, 'identity').document;
  if (parsed === undefined) throw new Error('not a policy');
  return parsed;
}

describe('the first pair', () => {
  const [before, after] = [document(firstPair.before), document(firstPair.after)];

  test('looks like a tightening, and lets a key without MFA delete', () => {
    const { granted, lost } = comparePair(
      { before, after, type: 'identity' },
      catalogueFor([before, after]),
    ).difference;
    expect(granted).toMatchObject([{ action: 's3:DeleteObject' }]);
    expect(granted[0]?.context).toBeUndefined();
    expect(lost.map(({ context }) => context)).toEqual(
      lost.map(() => ({ 'aws:MultiFactorAuthPresent': 'false' })),
    );
  });

  test('its counterexample opens in the explainer with either policy, and says which key it lacks', () => {
    const [request] = comparePair({ before, after, type: 'identity' }, catalogueFor([before, after]))
      .difference.granted;
    const [example] = examplesOf(
      [request!],
      { before, after, type: 'identity' },
      catalogueFor([before, after]),
    );
    expect(example).toMatchObject({
      without: ['aws:MultiFactorAuthPresent'],
      standIn: false,
      before: { decision: 'explicitDeny' },
      after: { decision: 'allowed' },
    });
    const question = unpackQuestion(example?.after.question ?? '');
    expect(question?.request).toMatchObject({ action: 's3:DeleteObject' });
    expect(question?.policies.map(({ layer }) => layer)).toEqual(['identity']);
    expect(JSON.parse(question?.policies[0]?.text ?? '')).toEqual(JSON.parse(firstPair.after));
  });
});

describe('the answer', () => {
  const open = [{ construct: 'budget', name: '200000' }] as const;

  test('names each open construct once, steps by their number', () => {
    const say = (key: string, values: Readonly<Record<string, string | number>> = {}): string =>
      `${key} ${Object.values(values).join()}`;
    expect(undecidedWords([...open, ...open, { construct: 'variable', name: 'aws:userid' }], say)).toEqual([
      'compare.open.steps 200000',
      'compare.open.variable aws:userid',
    ]);
  });
});

describe('the lines that changed', () => {
  test('are those that the other text does not have there, however they are indented', () => {
    expect(changedLines('a\nb\nc\nd', '  a\nx\nc\ny\nz\nd')).toEqual([
      [{ startLine: 2, endLine: 2 }],
      [
        { startLine: 2, endLine: 2 },
        { startLine: 4, endLine: 5 },
      ],
    ]);
    expect(changedLines('a', 'a')).toEqual([[], []]);
    expect(changedLines('', 'a\nb')).toEqual([
      [{ startLine: 1, endLine: 1 }],
      [{ startLine: 1, endLine: 2 }],
    ]);
    expect(changedLines('a\nb\nb', 'a\nb')).toEqual([[{ startLine: 3, endLine: 3 }], []]);
  });

  test('are all between the first and the last change where there are too many to line up', () => {
    const long = (end: string): string => `a\n${`x\n${end}\n`.repeat(2_000)}b`;
    const [before] = changedLines(long('1'), long('2'));
    expect(before).toEqual([{ startLine: 3, endLine: 4_001 }]);
  });
});

describe('a kept pair', () => {
  test('is read as it was written', () => {
    for (const pair of [firstPair, emptyPair, { type: 'scp', before: '{', after: '"' } as const])
      expect(readPair(printPair(pair))).toEqual(pair);
  });

  test('that is none yields none', () => {
    for (const text of [
      undefined,
      '',
      '{',
      'null',
      '[]',
      '{"type":"trust","before":"","after":""}',
      '{"type":"scp"}',
    ])
      expect(readPair(text)).toBeUndefined();
  });
});
