import type { Undecided } from '#proof';

type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** What was not decided, each construct in a sentence. */
export function undecidedWords(undecided: readonly Undecided[], say: Say): readonly string[] {
  const sentences = undecided.map(({ construct, name }) =>
    construct === 'budget' && /^\d+$/.test(name)
      ? say('compare.open.steps', { count: Number(name) })
      : say(`compare.open.${construct}`, { name }),
  );
  return [...new Set(sentences)];
}
