import { compareAccess, namedActions, type CatalogueAction, type Domain } from '#proof';
import { callersOf } from './callers.ts';
import { examplesOf, type Documents, type Example } from './example.ts';
import { differenceOf, questionsOf, type Difference } from './questions.ts';

/** What the second policy does beside the first, with examples to look at, and over how many requests it was asked. */
export interface Answer {
  readonly difference: Difference;
  readonly granted: readonly Example[];
  readonly lost: readonly Example[];
  readonly callers: readonly string[];
  readonly actions: number;
}

/** How the screen compares: in a worker; rejects where no answer is to be had. */
export type Compare = (documents: Documents) => Promise<Answer>;

/**
 * Compares two policies over the actions given and those that they name and AWS does not have, every resource, and every
 * condition key, absent or with any value.
 */
export function comparePair(pair: Documents, known: readonly CatalogueAction[]): Answer {
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
