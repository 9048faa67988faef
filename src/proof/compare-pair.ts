import { compareAccess } from './compare.ts';
import type { CatalogueAction, Domain } from './domain.ts';
import { namedActions } from './named-actions.ts';
import { callersOf } from './pair-callers.ts';
import { examplesOf, type PolicyPair, type PairExample } from './pair-examples.ts';
import { differenceOf, questionsOf, type PairDifference } from './pair-questions.ts';

/** What the second policy does beside the first, with examples to look at, and over how many requests it was asked. */
export interface PairAnswer {
  readonly difference: PairDifference;
  readonly granted: readonly PairExample[];
  readonly lost: readonly PairExample[];
  readonly callers: readonly string[];
  readonly actions: number;
}

/**
 * Compares two policies over the actions given and those that they name and AWS does not have, every resource, and every
 * condition key, absent or with any value.
 */
export function comparePair(pair: PolicyPair, known: readonly CatalogueAction[]): PairAnswer {
  const { before, after, type } = pair;
  const documents = [before, after];
  const domain: Domain = {
    situations: callersOf(documents),
    actions: [...known, ...namedActions(documents, known)],
    keys: { 'aws:requestedregion': { presence: 'always' } },
  };
  const difference = differenceOf(
    questionsOf(before, after, type, domain).map(({ left, right, domain: asked }) =>
      compareAccess(left, right, asked),
    ),
  );
  return {
    difference,
    granted: examplesOf(difference.granted, pair, known),
    lost: examplesOf(difference.lost, pair, known),
    callers: domain.situations.map(({ principal }) => principal),
    actions: domain.actions.length,
  };
}
