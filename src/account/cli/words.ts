import parse from 'shell-quote/parse';

/** One command, taken apart as a shell does. */
export interface Command {
  readonly words: readonly string[];
  /** `> file`. */
  readonly into?: string;
}

/** One command of a line, before its variables are put in: `export A=1 && echo $A` has two. */
export interface Part {
  readonly text: string;
  /** What stands before it: `&&` runs it only after a success, `||` only after a failure, `|` on what the one before has printed. */
  readonly after: '' | '&&' | '||' | ';' | '|';
}

const signs = ['&&', '||', ';', '|'] as const;

/** The commands of a line as they are written, or what a shell says that cannot read it. */
export function partsOf(line: string): readonly Part[] | { readonly problem: string } {
  const open = openQuote(line);
  if (open !== undefined) return { problem: `bash: unexpected EOF while looking for matching \`${open}'` };
  const parts: Part[] = [];
  let after: Part['after'] = '';
  let from = 0;
  for (const at of outsideQuotes(line)) {
    const sign = signs.find((one) => line.startsWith(one, at));
    if (sign === undefined || at < from) continue;
    parts.push({ text: line.slice(from, at), after });
    after = sign;
    from = at + sign.length;
  }
  return [...parts, { text: line.slice(from), after }].filter(({ text }) => text.trim() !== '');
}

/** Takes one command apart: quotes, variables, `>`. The rest of a shell's language this terminal does not have. */
export function commandIn(
  text: string,
  env: Readonly<Record<string, string>>,
): Command | { readonly problem: string } {
  const words: string[] = [];
  let into: string | undefined;
  let redirecting = false;
  for (const entry of parse(text, env)) {
    if (typeof entry === 'string' || 'pattern' in entry) {
      const word = typeof entry === 'string' ? entry : entry.pattern;
      if (redirecting) into = word;
      else words.push(word);
      redirecting = false;
    } else if ('comment' in entry) continue;
    else if (entry.op === '>') redirecting = true;
    else return { problem: `this terminal runs one command after the other: it has no \`${entry.op}\`` };
  }
  if (redirecting) return { problem: "bash: syntax error near unexpected token `newline'" };
  return { words, ...(into !== undefined && { into }) };
}

/** The places of a text that stand in no quotes and behind no backslash. */
function* outsideQuotes(text: string): Generator<number> {
  let open = '';
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (letter === '\\' && open !== "'") at += 1;
    else if (open === '' && (letter === '"' || letter === "'")) open = letter;
    else if (letter === open) open = '';
    else if (open === '') yield at;
  }
}

/** The quote that a line opens and does not close. */
export function openQuote(text: string): string | undefined {
  let open: string | undefined;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (letter === '\\' && open !== "'") at += 1;
    else if (open === undefined && (letter === '"' || letter === "'")) open = letter;
    else if (letter === open) open = undefined;
  }
  return open;
}
