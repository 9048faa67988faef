import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { catalogueFor } from '../../scripts/catalogue-actions.ts';
import { comparePair } from '../../src/proof/compare-pair.ts';
import { CompareWorkspace, type Compare } from '../../src/screens/compare/compare-workspace.svelte.ts';
import { emptyPair, firstPair, type Pair } from '../../src/screens/compare/pair.ts';

const here: Compare = (pair) => Promise.resolve(comparePair(pair, catalogueFor([pair.before, pair.after])));

function workspace(pair: Pair = firstPair, compare: Compare = here): CompareWorkspace {
  return new CompareWorkspace(pair, compare);
}
/** Everything that was asked has answered. */
async function settled(): Promise<void> {
  await vi.advanceTimersByTimeAsync(1_000);
}

describe('the workspace', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('answers for the pair it opens with', async () => {
    const one = workspace();
    expect(one.state).toBe('checking');
    await settled();
    expect(one.state).toBe('done');
    expect(one.answer?.granted[0]?.request.action).toBe('s3:DeleteObject');
    expect(one.answer?.lost.length).toBeGreaterThan(0);
  });

  test('asks once for several letters, and not before the fingers rest', async () => {
    const compare = vi.fn(here);
    const one = workspace(firstPair, compare);
    await settled();
    compare.mockClear();
    for (const operator of ['Boo', 'Bool', 'BoolIfExists'])
      one.edit('after', firstPair.after.replace('"Bool"', `"${operator}"`), '');
    expect(one.state).toBe('checking');
    await vi.advanceTimersByTimeAsync(100);
    expect(compare).not.toHaveBeenCalled();
    await settled();
    const asked = new Set(compare.mock.calls.map(([{ after }]) => JSON.stringify(after)));
    expect(asked.size).toBe(1);
    expect([...asked][0]).toContain('BoolIfExists');
    expect(one.answer?.granted).toEqual([]);
  });

  test('a broken side says what and where, and the last answer stays, stale', async () => {
    const one = workspace();
    await settled();
    one.edit('after', firstPair.after.replace('"Deny",', '"Deny"'), '');
    expect(one.state).toBe('blocked');
    expect(one.blocked).toMatchObject([{ side: 'after', issue: { severity: 'error' } }]);
    await settled();
    expect(one.state).toBe('blocked');
    expect(one.stale).toBe(true);
    expect(one.answer?.granted).toHaveLength(1);
    one.edit('after', firstPair.after, '');
    await settled();
    expect(one.state).toBe('done');
  });

  test('an answer that comes late counts for nothing', async () => {
    const waiting: (() => void)[] = [];
    const slow: Compare = (pair) =>
      new Promise((resolve) => waiting.push(() => void here(pair).then(resolve)));
    const one = workspace(firstPair, slow);
    await settled();
    const first = waiting.splice(0);
    one.edit('after', firstPair.before, '');
    await settled();
    for (const answer of waiting) answer();
    await settled();
    expect(one.answer?.granted).toEqual([]);
    for (const answer of first) answer();
    await settled();
    expect(one.answer?.granted).toEqual([]);
    expect(one.state).toBe('done');
  });

  test('a comparison that is ended is told, and the next text is compared again', async () => {
    let ended = true;
    const one = workspace(firstPair, (...asked) =>
      ended ? Promise.reject(new Error('ended')) : here(...asked),
    );
    await settled();
    expect(one.state).toBe('ended');
    ended = false;
    one.swap();
    await settled();
    expect(one.state).toBe('done');
    expect(one.pair).toEqual({ ...firstPair, before: firstPair.after, after: firstPair.before });
  });

  test('what was cleared comes back, until something else is typed', async () => {
    const one = workspace({ ...firstPair, before: '{' });
    expect(one.mayBringBack).toBe(false);
    one.replace(emptyPair);
    expect(one.blocked).toEqual([
      { side: 'before', issue: undefined },
      { side: 'after', issue: undefined },
    ]);
    expect(one.mayBringBack).toBe(true);
    one.bringBack();
    expect(one.pair.before).toBe('{');
    expect(one.mayBringBack).toBe(false);
    one.replace(emptyPair);
    one.edit('before', 'a', '');
    expect(one.mayBringBack).toBe(false);
    await settled();
  });

  test('a pasted AWS key is taken out', () => {
    const one = workspace();
    const key = ['AK', 'IA', 'QX7MNLPWZ3VBTR5K'].join('');
    one.edit('before', `{ "Sid": "${key}" }`, '[removed]');
    expect(one.pair.before).toBe('{ "Sid": "[removed]" }');
    expect(one.keyRemoved).toBe(true);
  });
});
