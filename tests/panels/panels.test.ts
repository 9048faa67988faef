import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate, type AccessRequest, type PolicySet } from '../../src/iam/index.ts';
import { meets } from '../../src/panels/mission/policy/check-row.ts';
import { matchedParts } from '../../src/panels/trace/gates/matched-parts.ts';
import { tabAfter } from '../../src/ui/kit/tab-keys.ts';
import { traceRows, traceTable } from '../../src/panels/trace/why/trace-table.ts';
import { verdictSentence } from '../../src/panels/trace/why/verdict-sentence.ts';
import { say } from './say.ts';

const request: AccessRequest = {
  principal: 'arn:aws:iam::111122223333:user/ana',
  action: 's3:DeleteObject',
  resource: 'arn:aws:s3:::puerto-media/cat.jpg',
  context: { 'aws:SourceIp': '203.0.113.9' },
};
const allowAll = { Sid: 'Media', Effect: 'Allow', Action: 's3:*', Resource: 'arn:aws:s3:::puerto-*' };
const policies: PolicySet = {
  identity: [
    {
      Version: '2012-10-17',
      Statement: [
        allowAll,
        {
          Sid: 'NoMfaNoDelete',
          Effect: 'Deny',
          Action: 's3:Delete*',
          Resource: '*',
          Condition: {
            BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' },
            StringEquals: { 'aws:username': 'ana' },
          },
        },
      ],
    },
  ],
};

describe('the parts of a value', () => {
  test('always spell the value, whatever the ranges', () => {
    const range = fc.tuple(fc.nat(12), fc.nat(12));
    fc.assert(
      fc.property(fc.string({ maxLength: 10 }), fc.array(range), (value, ranges) => {
        expect(
          matchedParts(value, ranges)
            .map(({ text }) => text)
            .join(''),
        ).toBe(value);
      }),
    );
  });

  test('mark what a wildcard stands for', () => {
    expect(matchedParts('s3:GetObject', [[6, 12]])).toEqual([
      { text: 's3:Get', wildcard: false, start: 0 },
      { text: 'Object', wildcard: true, start: 6 },
    ]);
  });
});

describe('the sentence of a decision', () => {
  test('names the Deny, its policy and its gate', () => {
    expect(verdictSentence(evaluate(request, policies), say)).toBe(
      '`NoMfaNoDelete` in Identity-based policies denies it (Identity-based policies). No Allow can outweigh a Deny.',
    );
  });

  test('names the kind of policy that lacks the Allow', () => {
    expect(verdictSentence(evaluate(request, { identity: [] }), say)).toContain('No Allow matches in');
  });

  test('says that what cannot be evaluated is never allowed', () => {
    const broken = evaluate(request, { identity: [{ Statement: 'none' }] });
    expect(broken.decision).toBe('cannotEvaluate');
    expect(verdictSentence(broken, say)).toContain('never counted as allowed');
  });
});

test('the table of a trace has every gate, statement and element, in six columns, one line each', () => {
  const evaluation = evaluate(request, policies);
  const rows = traceRows(evaluation, say);
  const statements = evaluation.gates.flatMap((gate) => gate.statements);
  const elements = statements.flatMap((statement) => statement.elements);
  expect(rows).toHaveLength(1 + evaluation.gates.length + statements.length + elements.length);
  for (const line of traceTable(evaluation, say).split('\n')) expect(line.split('\t')).toHaveLength(6);
});

test.each([
  ['allowed', 'allowed', true],
  ['allowed', 'implicitDeny', false],
  ['denied', 'implicitDeny', true],
  ['denied', 'explicitDeny', true],
  ['denied', 'allowed', false],
  ['denied', 'cannotEvaluate', false],
  ['allowed', 'cannotEvaluate', false],
] as const)('a goal of %s and a decision of %s: met is %s', (expected, decision, met) => {
  expect(meets(expected, decision)).toBe(met);
});

test('arrow keys go round a row of tabs', () => {
  expect(tabAfter('ArrowRight', 2, 3)).toBe(0);
  expect(tabAfter('ArrowLeft', 0, 3)).toBe(2);
  expect(tabAfter('End', 0, 3)).toBe(2);
  expect(tabAfter('Home', 2, 3)).toBe(0);
  expect(tabAfter('a', 0, 3)).toBeUndefined();
});
