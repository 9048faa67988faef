import { expect, test } from 'vitest';
import type { PolicySet } from '#iam';
import { compareAccess, mutants, rewrites } from '#proof';
import { randomSource } from '../oracle/worlds.ts';
import { pairDomain, randomPair } from './random-pairs.ts';
import { wrongVerdict } from './wrong-verdict.ts';

const pairs = (seed: number, count: number) => {
  const source = randomSource(seed);
  return Array.from({ length: count }, () => randomPair(source));
};

test('no verdict is wrong: brute force over small domains, counterexamples by the oracle', () => {
  const relations = new Set<string>();
  for (const pair of pairs(7, 200)) {
    const found = compareAccess(pair.left, pair.right, pairDomain);
    relations.add(found.relation);
    expect(wrongVerdict(pair, found), JSON.stringify(pair)).toEqual([]);
  }
  expect([...relations].sort()).toEqual(['equal', 'exceeds', 'incomparable', 'within']);
});

const turned = {
  equal: 'equal',
  within: 'exceeds',
  exceeds: 'within',
  incomparable: 'incomparable',
  undecided: 'undecided',
} as const;

test('the other way about, a comparison says the contrary; a policy set equals itself', () => {
  for (const { left, right } of pairs(8, 150)) {
    const { relation } = compareAccess(left, right, pairDomain);
    expect(compareAccess(right, left, pairDomain).relation).toBe(turned[relation]);
    expect(compareAccess(left, left, pairDomain).relation).toBe('equal');
  }
});

test('being within is transitive', () => {
  const sets = pairs(9, 6).flatMap(({ left, right }) => [left, right]);
  const within = (one: PolicySet, other: PolicySet): boolean =>
    ['equal', 'within'].includes(compareAccess(one, other, pairDomain).relation);
  for (const one of sets)
    for (const two of sets.filter((other) => within(one, other)))
      for (const three of sets.filter((other) => within(two, other))) expect(within(one, three)).toBe(true);
});

test('a rewrite that keeps the meaning is equal; of the single-edit mutants some are not', () => {
  let told = 0;
  for (const { left } of pairs(10, 60)) {
    const [document, ...others] = left.identity as readonly Parameters<typeof rewrites>[0][];
    if (document === undefined) continue;
    for (const { how, document: rewritten } of rewrites(document))
      expect(
        compareAccess(left, { ...left, identity: [rewritten, ...others] }, pairDomain).relation,
        `${how}: ${JSON.stringify(document)}`,
      ).toBe('equal');
    for (const { document: mutant } of mutants(document).slice(0, 6))
      if (compareAccess(left, { ...left, identity: [mutant, ...others] }, pairDomain).relation !== 'equal')
        told += 1;
  }
  expect(told).toBeGreaterThan(50);
});
