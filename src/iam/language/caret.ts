/** Where a caret stands in a policy text, which may be half typed. */
export interface Caret {
  /** The names and places that lead to the value it stands in, places of lists left out: `['Statement', 'Action']`. */
  readonly path: readonly string[];
  /** It stands where a member's name is expected, or a value. */
  readonly role: 'name' | 'value';
  /** What is typed before it of the text it stands in. */
  readonly before: string;
  /** The whole text it stands in, as far as its line goes. */
  readonly token: string;
  /** The stretch that the token takes, with its quotes; empty where nothing is typed yet. */
  readonly start: number;
  readonly end: number;
  /** A colon follows the name it stands in: the member has a value already. */
  readonly hasValue: boolean;
}

interface Frame {
  readonly kind: 'object' | 'array';
  /** The name whose value is being read; of a list the name of the list. */
  name: string | undefined;
  awaits: 'name' | 'value';
}

/** The text of a quoted token that begins at a place; it ends at its quote, or with its line. */
function quotedAt(text: string, start: number): { readonly content: string; readonly end: number } {
  let at = start + 1;
  while (at < text.length && text.charAt(at) !== '"' && text.charAt(at) !== '\n')
    at += text.charAt(at) === '\\' ? 2 : 1;
  const last = Math.min(at, text.length);
  return { content: text.slice(start + 1, last), end: text.charAt(last) === '"' ? last + 1 : last };
}

/**
 * Where an offset stands in a text of JSON. Only what is before it and the token itself are read, so that the rest may
 * be as broken as typing leaves it. Undefined outside the document's outermost braces.
 */
export function caretAt(text: string, offset: number): Caret | undefined {
  const stack: Frame[] = [];
  let at = 0;
  while (at < offset) {
    const character = text.charAt(at);
    const top = stack.at(-1);
    if (character === '"' || isBare(character)) {
      const { content, end } = character === '"' ? quotedAt(text, at) : bareAt(text, at);
      if (end > offset || (end === offset && !isClosed(text, at, end)))
        return caretIn(text, stack, { start: at, end, content, offset });
      if (top?.awaits === 'name') top.name = content;
      at = end;
    } else {
      step(stack, character);
      at += 1;
    }
  }
  return caretIn(text, stack, { start: offset, end: offset, content: '', offset });
}

function isBare(character: string): boolean {
  return character !== '' && !' \t\r\n\uFEFF,:{}[]'.includes(character);
}

function bareAt(text: string, start: number): { readonly content: string; readonly end: number } {
  let end = start;
  while (isBare(text.charAt(end))) end += 1;
  return { content: text.slice(start, end), end };
}

/** Whether a quoted token has its closing quote: the caret behind it stands outside. */
function isClosed(text: string, start: number, end: number): boolean {
  return text.charAt(start) === '"' && end - start > 1 && text.charAt(end - 1) === '"';
}

function step(stack: Frame[], character: string): void {
  const top = stack.at(-1);
  switch (character) {
    case '{':
      stack.push({ kind: 'object', name: undefined, awaits: 'name' });
      return;
    case '[':
      stack.push({ kind: 'array', name: undefined, awaits: 'value' });
      return;
    case '}':
    case ']':
      stack.pop();
      return;
    case ':':
      if (top?.kind === 'object') top.awaits = 'value';
      return;
    case ',':
      if (top?.kind === 'object') top.awaits = 'name';
  }
}

function caretIn(
  text: string,
  stack: readonly Frame[],
  token: { readonly start: number; readonly end: number; readonly content: string; readonly offset: number },
): Caret | undefined {
  const top = stack.at(-1);
  if (top === undefined) return undefined;
  const { start, end, content, offset } = token;
  const typed = text.charAt(start) === '"' ? offset - start - 1 : offset - start;
  return {
    path: stack.flatMap(({ name }, depth) =>
      name === undefined || (depth === stack.length - 1 && top.awaits === 'name') ? [] : [name],
    ),
    role: top.awaits,
    before: content.slice(0, Math.max(0, typed)),
    token: content,
    start,
    end,
    hasValue: top.awaits === 'name' && text.slice(end).trimStart().startsWith(':'),
  };
}
