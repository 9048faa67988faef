import type { CallRecord } from '#account';

/** A line of the terminal with what it printed. */
export interface Entry {
  readonly id: number;
  /** The question that the line answers; undefined for a command. */
  readonly prompt: string | undefined;
  readonly line: string;
  readonly output: string;
  readonly errors: string;
  /** The line held what looks like a real AWS key: it was not carried out. */
  readonly realKey: boolean;
  /** Calls of the line that AWS refused after it had asked the policies. */
  readonly refused: readonly CallRecord[];
}
