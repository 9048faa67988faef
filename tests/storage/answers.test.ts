import { describe, expect, test } from 'vitest';
import type { JsonValue } from '../../src/storage/json-value.ts';
import { attempt, browser, held, tab } from './fixture.ts';

function nested(levels: number): JsonValue {
  return levels === 0 ? 'deep' : [nested(levels - 1)];
}

describe('an answer', () => {
  test.each<[string, JsonValue]>([
    ['a text', 'text'],
    ['nothing', null],
    ['predictions', { first: 'allowed', second: 'implicitDeny' }],
    ['calls', { calls: [{ signer: 'root', at: 1_000, region: 'us-east-1', line: 'aws iam list-users' }] }],
    ['as deep as may be', nested(24)],
    ['as long as may be', 'x'.repeat(1_999_000)],
  ])('that is JSON is found again as it was: %s', async (_, answer) => {
    const own = browser();
    const first = tab(own);
    await first.recordAttempt(attempt('a', { answers: [answer, true] }));
    first.close();
    const second = tab(own);
    expect(await held(second)).toMatchObject({ attempts: [{ answers: [answer, true] }] });
    expect(await second.check()).toMatchObject({ damaged: 0 });
    second.close();
  });

  test.each<[string, unknown]>([
    ['no number', Number.NaN],
    ['a date', new Date(0)],
    ['a member that is undefined', { region: undefined }],
    ['a key that poisons', { inside: [JSON.parse('{"__proto__": 1}')] }],
    ['too deep', nested(25)],
    ['too long', 'x'.repeat(2_000_000)],
  ])('that could not be read again is not taken: %s', async (_, answer) => {
    const one = tab(browser());
    await expect(one.recordAttempt(attempt('a', { answers: [answer as JsonValue] }))).rejects.toThrow(
      RangeError,
    );
    expect(one.health.current.unsaved).toBe(0);
    expect((await held(one)).attempts).toEqual([]);
    one.close();
  });

  test('is kept as it was handed in, whatever becomes of it afterwards', async () => {
    const one = tab(browser());
    const answer = { text: 'handed in' };
    await one.recordAttempt(attempt('a', { answers: [answer] }));
    answer.text = 'changed';
    expect(await held(one)).toMatchObject({ attempts: [{ answers: [{ text: 'handed in' }] }] });
    one.close();
  });
});

test('what is typed last stays, also where the clock says it was earlier', async () => {
  const own = browser();
  const one = tab(own);
  const text = JSON.stringify({
    format: 'deny-by-default-backup',
    formatVersion: 2,
    made: 1,
    attempts: [],
    drafts: [{ scenarioId: 's', key: 'k', text: 'of a device ahead', when: 9_999_999 }],
  });
  const preview = await one.preview(text);
  if ('code' in preview) throw new Error(preview.code);
  await one.restore(preview);
  one.saveDraft('s', 'k', 'typed now');
  await one.flush();
  one.close();
  const again = tab(own);
  expect(await again.drafts('s')).toEqual({ k: 'typed now' });
  again.close();
});
