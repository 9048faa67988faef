/** A place in a text as editors name it, from 1 on. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** The line and column of a position. */
export function placeAt(text: string, position: number): Place {
  const before = text.slice(0, position);
  const line = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: position - line + 1 };
}

/** Where the value at a path stands in a JSON text; of a path that leads nowhere, the last value on its way. */
export function placeOfPath(text: string, path: readonly (string | number)[]): Place {
  let [at, found] = [0, 0];

  function skipSpace(): void {
    while (' \t\n\r'.includes(text[at] ?? '"')) at += 1;
  }
  function skipString(): string {
    const start = at;
    for (at += 1; text[at] !== '"'; at += 1) if (text[at] === '\\') at += 1;
    at += 1;
    return text.slice(start, at);
  }
  /** Walks past a value; `on` is how many steps of the path lead to it, or none do. */
  function skipValue(on: number | undefined): void {
    skipSpace();
    if (on !== undefined) found = at;
    const open = text[at];
    if (open === '"') skipString();
    else if (open === '{' || open === '[') skipMembers(on, open === '{');
    else while (at < text.length && !' \t\n\r,]}'.includes(text[at] ?? '')) at += 1;
  }
  function skipMembers(on: number | undefined, named: boolean): void {
    at += 1;
    for (let index = 0; ; index += 1) {
      skipSpace();
      if (text[at] === ']' || text[at] === '}') break;
      if (text[at] === ',') at += 1;
      skipSpace();
      const key = named ? (JSON.parse(skipString()) as string) : index;
      skipSpace();
      if (named) at += 1;
      skipValue(on !== undefined && path[on] === key ? on + 1 : undefined);
    }
    at += 1;
  }
  skipValue(0);
  return placeAt(text, found);
}
