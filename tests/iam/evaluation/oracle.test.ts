import { expect, test } from 'vitest';
import { authorizer } from '#iam';
import { oracle } from '../../oracle/oracle.ts';
import { randomSource, randomWorld } from '../../oracle/worlds.ts';

// A handful of what `npm run drt` asks by the million, so that mutants of the engine meet the oracle too.
test('engine and oracle agree, quick and explained', () => {
  const source = randomSource(7);
  for (let world = 0; world < 60; world += 1) {
    const { policies, requests } = randomWorld(source, 8);
    const engine = authorizer(policies);
    for (const { request } of requests) {
      const wanted = oracle(request, policies);
      expect([engine.decide(request), engine.evaluate(request).decision]).toEqual([wanted, wanted]);
    }
  }
});
