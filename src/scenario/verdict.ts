import { kindOf, type Answer, type Result } from './kinds/index.ts';
import type { Medal } from './kinds/write/result.ts';

/** What a learner hands in: one answer a step, in their order. */
export interface Attempt {
  readonly answers: readonly Answer[];
}

/** The answer to one Check. */
export interface Verdict {
  /** Whether every step is solved. */
  readonly solved: boolean;
  /** Empty while it is not solved. Where no policy is written, `works` is the only one to win. */
  readonly medals: readonly Medal[];
  /** One result a step, in their order. */
  readonly steps: readonly Result[];
}

/** What can be won once in a mission. `solved`; `exact`: with nothing beyond the goal; `unaided`: without a hint. */
export type Star = 'solved' | 'exact' | 'unaided';

/**
 * The stars of a verdict. `first`: it is the mission's first Check. What can be found by trying (`Kind.byTrying`) is exact
 * at the first Check only; a policy and an operated account are at any.
 */
export function starsOf(
  { solved, steps }: Verdict,
  { first, hints }: { readonly first: boolean; readonly hints: number },
): readonly Star[] {
  if (!solved) return [];
  const exact = steps.every((result) => result.exact && (first || kindOf(result).byTrying !== true));
  return ['solved', ...(exact ? (['exact'] as const) : []), ...(hints === 0 ? (['unaided'] as const) : [])];
}
