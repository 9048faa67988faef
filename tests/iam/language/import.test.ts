import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { policyTypes } from '#iam';
import { accountIdsIn, withExampleAccounts } from '../../../src/iam/credentials/accounts.ts';
import { policiesIn } from '../../../src/iam/language/import.ts';

/** Cases are data: what somebody pastes (a text, or JSON that stands for its text), and the policies in it. */
const cases = v.parse(
  v.array(
    v.strictObject({
      name: v.string(),
      text: v.union([v.string(), v.record(v.string(), v.any())]),
      finds: v.array(
        v.strictObject({
          name: v.string(),
          type: v.picklist(policyTypes),
          text: v.optional(v.string()),
          resource: v.optional(v.string()),
        }),
      ),
      issue: v.optional(v.string()),
    }),
  ),
  JSON.parse(readFileSync(join(import.meta.dirname, 'import-cases.json'), 'utf8')),
);

describe('policies that somebody brings along', () => {
  it.each(cases)('$name', ({ text, finds, issue }) => {
    const found = policiesIn(typeof text === 'string' ? text : JSON.stringify(text));
    expect(found.policies).toHaveLength(finds.length);
    expect(found.policies).toMatchObject(finds);
    expect(found.issue?.code).toBe(issue);
  });

  it('takes at most two hundred, and no text over two million characters', () => {
    const many = JSON.stringify({
      all: Array.from({ length: 300 }, () => ({ Document: { Statement: [] } })),
    });
    expect(policiesIn(many).policies).toHaveLength(200);
    expect(policiesIn('x'.repeat(2_000_001)).issue?.code).toBe('TEXT_TOO_LONG');
  });

  it('never throws, whatever is pasted', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
        expect(Array.isArray(policiesIn(text).policies)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('account ids', () => {
  it('are found once each, but for the examples of AWS', () => {
    expect(
      accountIdsIn(['arn:aws:iam::210987654321:root', '"210987654321" 111122223333 1234567890123']),
    ).toEqual(['210987654321']);
  });

  it('become examples that no text names, the same one everywhere', () => {
    expect(withExampleAccounts(['210987654321 111122223333', '210987654321 987654321098'])).toEqual([
      '444455556666 111122223333',
      '444455556666 777788889999',
    ]);
    const many = Array.from({ length: 12 }, (_, index) => String(210_987_654_000 + index));
    const [text = ''] = withExampleAccounts([many.join(' ')]);
    expect(new Set(text.split(' ')).size).toBe(12);
    expect(accountIdsIn([text])).toEqual(['100000000010', '100000000011']);
  });
});
