import type { ElementResult } from './trace.ts';

/** Element results by the text that the request brought; undefined where it brought none. */
export type Results = Map<string | undefined, ElementResult>;

/** What was told of a statement: for an equal action or value the same result serves again, nothing is matched. */
export interface Told {
  readonly actions: Results;
  /** One for each condition. */
  readonly conditions: readonly Results[];
}

export function nothingTold(conditions: number): Told {
  return { actions: new Map(), conditions: Array.from({ length: conditions }, () => new Map()) };
}

/** Keeps a result for the next request that brings the same; the first few of them, so that no workload fills memory. */
export function keep(results: Results, text: string | undefined, result: ElementResult): ElementResult {
  if (results.size < most) results.set(text, result);
  return result;
}

/** More than the actions of one workload. */
const most = 64;
