/**
 * What an earlier visit chose for each of a step's parts, as `keep` was given it. What cannot be read, or is no choice of
 * the step, is left out.
 */
export function readDraft<Choice extends string>(
  draft: string | undefined,
  ids: readonly string[],
  choices: readonly Choice[],
): Readonly<Record<string, Choice>> {
  const kept = entriesOf(draft);
  return Object.fromEntries(
    ids.flatMap((id) => {
      const chosen = choices.find((known) => known === kept.get(id));
      return chosen === undefined ? [] : [[id, chosen] as const];
    }),
  );
}

function entriesOf(draft: string | undefined): ReadonlyMap<string, unknown> {
  try {
    const value: unknown = JSON.parse(draft ?? '{}');
    return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
  } catch {
    return new Map();
  }
}
