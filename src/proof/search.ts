import type { Domain, Undecided } from './domain.ts';
import type { Meter } from './string-set.ts';
import type { PreparedSide, SidedStatement } from './sides.ts';

/** What a comparison asks, and what it has spent. */
export interface Search {
  readonly domain: Domain;
  readonly sides: readonly [PreparedSide, PreparedSide];
  /** The statements that one side has and the other has not; undefined: the sides are not of one shape. */
  readonly differing: ReadonlySet<SidedStatement> | undefined;
  readonly meter: Meter;
  readonly note: (construct: Undecided['construct'], name: string) => void;
  readonly withResourcePolicy: boolean;
  /** A root user asks, who needs no Allow. */
  readonly rootAsks: boolean;
}
