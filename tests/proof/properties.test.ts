import fc from 'fast-check';
import { expect, test } from 'vitest';
import { authorizer, withChanges } from '#iam';
import { flips } from '#proof';
import { randomSource, randomWorld } from '../oracle/worlds.ts';
import { runs } from '../random.ts';

test('every change that is said to flip a decision does, over random worlds', () => {
  const numRuns = runs(750);
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const { policies, requests } = randomWorld(randomSource(seed), 1);
      const { request } = requests[0]!;
      const engine = authorizer(policies);
      const before = engine.decide(request);
      for (const flip of flips(request, policies)) {
        seen.set(flip.change, (seen.get(flip.change) ?? 0) + 1);
        expect(flip.decision).not.toBe(before);
        if (flip.change === 'resource')
          expect(engine.decide({ ...request, resource: flip.resource })).toBe(flip.decision);
        if (flip.change !== 'context' && flip.change !== 'principalTag') continue;
        const changed = withChanges(request, { [flip.key]: flip.value });
        expect(engine.decide(changed)).toBe(flip.decision);
      }
    }),
    { numRuns },
  );
  for (const change of ['context', 'principalTag', 'resource', 'removeStatement', 'addStatement'])
    expect(seen.get(change), change).toBeGreaterThan(numRuns / 150);
});
