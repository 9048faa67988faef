/** The oracle's matching: every pattern becomes a list of tokens, every match is a table filled cell by cell. */
export type Keys = ReadonlyMap<string, string | readonly string[]>;

/** A character, or a wildcard: any run, any one, and the two that stop at a colon. */
type Wildcard = 'run' | 'one' | 'fieldRun' | 'fieldOne';
type Token = { readonly is: 'char'; readonly char: string } | { readonly is: Wildcard };

/** Whether the tokens match the whole text: cell (i, j) says whether the first i tokens match the first j characters. */
function matches(tokens: readonly Token[], text: string): boolean {
  let row = Array.from({ length: text.length + 1 }, (_, j) => j === 0);
  for (const token of tokens) {
    const next: boolean[] = [];
    for (let j = 0; j <= text.length; j += 1) {
      const char = text[j - 1];
      const before = j > 0 && row[j - 1] === true;
      const same = j > 0 && next[j - 1] === true;
      if (token.is === 'char') next.push(before && char === token.char);
      else if (token.is === 'one') next.push(before);
      else if (token.is === 'fieldOne') next.push(before && char !== ':');
      else if (token.is === 'run') next.push(row[j] === true || same);
      else next.push(row[j] === true || (same && char !== ':'));
    }
    row = next;
  }
  return row[text.length] === true;
}

/** A stretch of a policy text: as written, or put there by a variable or an escape and so without wildcards. */
type Piece = Readonly<{ text: string; literal: boolean }>;

const variable = /\$\{(?:([*?$])|([^ ,'{}*?$]+)(?:, '([^']*)')?)\}/g;

/** A variable or one character. */
const unit = new RegExp(`${variable.source}|[^]`, 'g');

/** Replaces policy variables; undefined where one has neither a single value nor a default. */
function substitute(text: string, variables: boolean, keys: Keys): readonly Piece[] | undefined {
  if (!variables) return [{ text, literal: false }];
  const pieces: Piece[] = [];
  let from = 0;
  for (const found of text.matchAll(variable)) {
    const [written, escape, key, fallback] = found;
    pieces.push({ text: text.slice(from, found.index), literal: false });
    from = found.index + written.length;
    const value = key === undefined ? undefined : keys.get(key.toLowerCase());
    const put = escape ?? (typeof value === 'string' ? value : fallback);
    if (put === undefined) return undefined;
    pieces.push({ text: put, literal: true });
  }
  pieces.push({ text: text.slice(from), literal: false });
  return pieces;
}

/** The text with its variables replaced, as StringEquals compares it. */
export function plainText(text: string, variables: boolean, keys: Keys): string | undefined {
  const pieces = substitute(text, variables, keys);
  return pieces?.map((piece) => piece.text).join('');
}

function tokensOf(pieces: readonly Piece[]): Token[] {
  return pieces.flatMap(({ text, literal }) =>
    text.split('').map((char): Token => {
      if (literal || (char !== '*' && char !== '?')) return { is: 'char', char };
      return { is: char === '*' ? 'run' : 'one' };
    }),
  );
}

export function like(pattern: string, text: string, variables: boolean, keys: Keys): boolean {
  const pieces = substitute(pattern, variables, keys);
  return pieces !== undefined && matches(tokensOf(pieces), text);
}

/** ArnLike and ArnEquals: six fields, each matched alone; the last one keeps its colons. */
export function arnLike(pattern: string, text: string, variables: boolean, keys: Keys): boolean {
  const pieces = substitute(pattern, variables, keys);
  if (pieces === undefined) return false;
  const fields: Token[][] = [[]];
  for (const token of tokensOf(pieces))
    if (token.is === 'char' && token.char === ':' && fields.length < 6) fields.push([]);
    else fields.at(-1)?.push(token);
  const parts = text.split(':');
  if (fields.length < 6 || parts.length < 6) return false;
  const values = [...parts.slice(0, 5), parts.slice(5).join(':')];
  return fields.every((field, place) => matches(field, values[place] ?? ''));
}

/** Action and NotAction entries: `*`, or `service:pattern`; no letter case, no wildcard in the service. */
export function actionLike(pattern: string, action: string): boolean {
  if (pattern === '*') return true;
  const colon = pattern.indexOf(':');
  if (colon < 0) return false;
  const service: Piece = { text: pattern.slice(0, colon + 1).toLowerCase(), literal: true };
  const name: Piece = { text: pattern.slice(colon + 1).toLowerCase(), literal: false };
  return matches(tokensOf([service, name]), action.toLowerCase());
}

/**
 * Resource and NotResource entries: a star that ends one of the first five fields runs past colons, other wildcards
 * stay in their field; variables are replaced after the fifth colon only; `pad` fills up an ARN that is too short.
 */
export function resourceLike(
  pattern: string,
  resource: string,
  options: { readonly variables: boolean; readonly pad: boolean },
  keys: Keys,
): boolean {
  if (pattern === '*') return true;
  const units: string[] = pattern.match(options.variables ? unit : /[^]/g) ?? [];
  const short = 5 - units.filter((one) => one === ':').length;
  if (options.pad && pattern.startsWith('arn:') && short > 0) units.push(...':*'.repeat(short).split(''));
  const tokens: Token[] = [];
  let field = 0;
  for (const [place, one] of units.entries()) {
    const next = units[place + 1];
    const written = one.length > 1 && field >= 5 ? plainText(one, true, keys) : one;
    if (written === undefined) return false;
    if (one === ':') field += 1;
    if (one === '*')
      tokens.push({ is: field >= 5 || next === undefined || next === ':' ? 'run' : 'fieldRun' });
    else if (one === '?') tokens.push({ is: field >= 5 ? 'one' : 'fieldOne' });
    else tokens.push(...written.split('').map((char): Token => ({ is: 'char', char })));
  }
  return matches(tokens, resource);
}
