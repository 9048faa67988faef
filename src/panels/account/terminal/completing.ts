import type { Completion } from '#account';

/** A line of the terminal and the place of the cursor in it. */
export interface Typed {
  readonly line: string;
  readonly caret: number;
}

function shared(choices: readonly string[]): string {
  let [prefix = ''] = choices;
  for (const choice of choices) while (!choice.startsWith(prefix)) prefix = prefix.slice(0, -1);
  return prefix;
}

/** The line with a choice in the place of the word before the cursor, and a space behind it. */
export function withChoice({ line, caret }: Typed, { start }: Completion, choice: string): Typed {
  const before = `${line.slice(0, start)}${choice} `;
  return { line: before + line.slice(caret).trimStart(), caret: before.length };
}

/** What Tab makes of the line: the only choice, or the letters that all choices share. */
export function completed(typed: Typed, completion: Completion): Typed {
  const { start, choices } = completion;
  const [only] = choices;
  if (only !== undefined && choices.length === 1) return withChoice(typed, completion, only);
  const before = typed.line.slice(0, start) + shared(choices);
  return before.length <= typed.caret
    ? typed
    : { line: before + typed.line.slice(typed.caret), caret: before.length };
}

/** The earlier line that an arrow key leads to, `places` away from the end; beyond it, what was being typed. */
export function recalled(history: readonly string[], places: number, draft: string): string {
  return places <= 0 ? draft : (history[history.length - places] ?? draft);
}
