import type { AnswerOf, StepOf } from '#scenario';

type Pairs = AnswerOf<'assign'>['pairs'];

/** Pairs kept from an earlier visit; what cannot be read, or is of no need or mechanism of the step, is left out. */
export function readPairs(
  draft: string | undefined,
  { needs, mechanisms }: Pick<StepOf<'assign'>, 'needs' | 'mechanisms'>,
): Pairs {
  const kept = parse(draft);
  return Object.fromEntries(
    needs.flatMap(({ id }) => {
      const chosen = mechanisms.find((known) => known === kept.get(id));
      return chosen === undefined ? [] : [[id, chosen] as const];
    }),
  );
}

function parse(draft: string | undefined): ReadonlyMap<string, unknown> {
  try {
    const value: unknown = JSON.parse(draft ?? '{}');
    return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
  } catch {
    return new Map();
  }
}
