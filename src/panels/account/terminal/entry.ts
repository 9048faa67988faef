import type { CallRecord, Ran } from '#account';

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

/** How a line that was run stands in the terminal: a secret is not shown, a real key not kept, an open question not yet. */
export function entryOf(
  { output, errors, records, terminal, ...ran }: Ran,
  line: string,
  { id, prompt, secret }: Pick<Entry, 'id' | 'prompt'> & { readonly secret: boolean },
): Entry {
  const realKey = ran.realKey === true;
  const asks = terminal.question !== undefined && !realKey;
  return {
    ...{ id, prompt, errors, realKey },
    line: realKey ? '' : secret ? '•'.repeat(Math.min(line.length, 20)) : line,
    output: asks ? output.split('\n').slice(0, -1).join('\n') : output,
    refused: records.filter((record) => record.error !== undefined && record.asks.length > 0),
  };
}
