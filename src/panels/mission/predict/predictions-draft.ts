import { predictable, type Predictable } from './prediction-row.ts';

/** Predictions kept from an earlier visit; what cannot be read, or is of no request of the mission, is left out. */
export function readPredictions(
  draft: string | undefined,
  ids: readonly string[],
): Readonly<Record<string, Predictable>> {
  const kept = parse(draft);
  return Object.fromEntries(
    ids.flatMap((id) => {
      const decision = predictable.find((known) => known === kept.get(id));
      return decision === undefined ? [] : [[id, decision] as const];
    }),
  );
}

function parse(draft: string | undefined): ReadonlyMap<string, unknown> {
  if (draft === undefined) return new Map();
  try {
    const value: unknown = JSON.parse(draft);
    return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
  } catch {
    return new Map();
  }
}
