import type { PairDifference } from './pair-questions.ts';

/** How the second of two policies stands to the first. */
export type Relation =
  'equal' | 'within' | 'exceeds' | 'incomparable' | 'undecided' | 'grantsOpen' | 'losesOpen';

/**
 * How the second policy stands to the first. `grantsOpen`: it allows more, and whether it also allows less is not decided;
 * `losesOpen`: the other way about.
 */
export function relationOf({ granted, lost, undecided }: PairDifference): Relation {
  const open = undecided.length > 0;
  if (granted.length > 0 && lost.length > 0) return 'incomparable';
  if (granted.length > 0) return open ? 'grantsOpen' : 'exceeds';
  if (lost.length > 0) return open ? 'losesOpen' : 'within';
  return open ? 'undecided' : 'equal';
}

/** Whether the second policy allows something new: the answer to the screen's question. */
export function grantsNew(relation: Relation): 'yes' | 'no' | 'open' {
  if (relation === 'exceeds' || relation === 'incomparable' || relation === 'grantsOpen') return 'yes';
  return relation === 'equal' || relation === 'within' ? 'no' : 'open';
}
