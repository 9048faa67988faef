import type { Undecided } from '#proof';
import type { PairDifference } from '#proof';

type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

export type Relation =
  'equal' | 'within' | 'exceeds' | 'incomparable' | 'undecided' | 'grantsOpen' | 'losesOpen';

/** How the second policy stands to the first; `…Open`: one direction is found, the other is not decided. */
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

/** What was not decided, each construct in a sentence. */
export function undecidedWords(undecided: readonly Undecided[], say: Say): readonly string[] {
  const sentences = undecided.map(({ construct, name }) =>
    construct === 'budget' && /^\d+$/.test(name)
      ? say('compare.open.steps', { count: Number(name) })
      : say(`compare.open.${construct}`, { name }),
  );
  return [...new Set(sentences)];
}
