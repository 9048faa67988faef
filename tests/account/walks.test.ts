import { expect, it } from 'vitest';
import { walk } from './walk.ts';

it('random calls by random principals leave no dangling row, break no quota, and replay to the same account', () => {
  let allowed = 0;
  for (let seed = 1; seed <= 200; seed += 1) {
    const found = walk(seed, 50);
    expect(found.problems).toEqual([]);
    allowed += found.allowed;
  }
  // The calls are not all refused: else nothing would be tried.
  expect(allowed).toBeGreaterThan(1000);
});
