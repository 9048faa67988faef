import type { Answer, Result } from './kinds/index.ts';
import type { Medal } from './kinds/write/result.ts';

/** What a learner hands in: one answer a step, in their order. */
export interface Attempt {
  readonly answers: readonly Answer[];
}

/** The answer to one Check. */
export interface Verdict {
  /** Every step is. */
  readonly solved: boolean;
  /** Of a solved mission; where no policy is written there is one to win. */
  readonly medals: readonly Medal[];
  /** One result a step, in their order. */
  readonly steps: readonly Result[];
}

/** What can be won once: solved; exact, with nothing beyond the goal at the first Check that solved it; unaided, without a hint. */
export type Star = 'solved' | 'exact' | 'unaided';

/** The stars of a verdict. `first`: it is the first Check; predictions and pairs are exact only then. */
export function starsOf(
  { solved, steps }: Verdict,
  { first, hints }: { readonly first: boolean; readonly hints: number },
): readonly Star[] {
  if (!solved) return [];
  const exact = steps.every((result) => result.exact && (first || 'medals' in result || 'reached' in result));
  return ['solved', ...(exact ? (['exact'] as const) : []), ...(hints === 0 ? (['unaided'] as const) : [])];
}
