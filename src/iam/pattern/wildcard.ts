import {
  anyOne,
  anyRun,
  beginsWith,
  fieldOne,
  fieldRun,
  questionMark,
  star,
  walk,
  type Token,
} from './glob-tokens.ts';

/** A stretch of a pattern: where `literal`, its `*` and `?` stand for themselves (a substituted variable). */
export interface GlobPart {
  readonly text: string;
  readonly literal: boolean;
}

/**
 * A pattern with `*` (any run) and `?` (one character), prepared once for any number of matches. Most policies
 * hold fixed strings, prefixes and suffixes; `shape` lets those be compared as such.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export interface Glob {
  readonly source: string;
  readonly shape: 'exact' | 'any' | 'prefix' | 'suffix' | 'around' | 'contains' | 'general';
  /** The fixed text before the first wildcard. */
  readonly head: string;
  /** The fixed text after the last wildcard; of `*text*`, the text. */
  readonly tail: string;
  readonly tokens: readonly Token[];
  /** The places of the wildcards among the tokens, each with how many wildcards of the source were merged into it. */
  readonly wildcards: readonly (readonly [place: number, count: number])[];
}

/** Prepares a case-sensitive pattern. Every string is a pattern; none is refused. */
export function compileGlob(pattern: string): Glob {
  return compileGlobParts([{ text: pattern, literal: false }]);
}

/** Prepares a pattern some of whose parts are literal text, whatever characters they hold. */
export function compileGlobParts(parts: readonly GlobPart[]): Glob {
  const tokens: Token[] = [];
  let source = '';
  for (const { text, literal } of parts) {
    source += text;
    for (let place = 0; place < text.length; place += 1) {
      const code = text.charCodeAt(place);
      if (!literal && code === star) tokens.push(anyRun);
      else if (!literal && code === questionMark) tokens.push(anyOne);
      else tokens.push(code);
    }
  }
  return compileTokens(source, tokens);
}

/** Prepares tokens (see `glob-tokens.ts`), one for each character of `source`; neighbouring stars are merged. */
export function compileTokens(source: string, written: readonly Token[]): Glob {
  const tokens: Token[] = [];
  const wildcards: [place: number, count: number][] = [];
  for (const token of written) {
    const before = tokens.length - 1;
    const run = isRun(token) && isRun(tokens[before]) ? wildcards.at(-1) : undefined;
    if (run !== undefined) {
      if (token === anyRun) tokens[before] = anyRun;
      run[1] += 1;
    } else {
      if (isWildcard(token)) wildcards.push([tokens.length, 1]);
      tokens.push(token);
    }
  }
  const [[first, merged] = [tokens.length, 0]] = wildcards;
  const [last] = wildcards.at(-1) ?? [tokens.length];
  const head = source.slice(0, first);
  const tail = source.slice(source.length - Math.max(0, tokens.length - 1 - last));
  const made = (shape: Glob['shape'], end = tail): Glob => ({
    source,
    shape,
    head,
    tail: end,
    tokens,
    wildcards,
  });
  if (wildcards.length === 0) return made('exact');
  if (wildcards.some(([place]) => tokens[place] !== anyRun)) return made('general');
  if (wildcards.length === 1)
    return made(head === '' ? (tail === '' ? 'any' : 'suffix') : tail === '' ? 'prefix' : 'around');
  const contains = wildcards.length === 2 && head === '' && tail === '';
  return contains ? made('contains', source.slice(merged, merged + tokens.length - 2)) : made('general');
}

/** Whether the pattern matches the whole value. */
export function matchesGlob(glob: Glob, value: string): boolean {
  switch (glob.shape) {
    case 'exact':
      return value === glob.head;
    case 'any':
      return true;
    case 'prefix':
      return beginsWith(value, glob.head, 0);
    case 'suffix':
      return value.endsWith(glob.tail);
    case 'around':
      return (
        value.length >= glob.head.length + glob.tail.length &&
        beginsWith(value, glob.head, 0) &&
        value.endsWith(glob.tail)
      );
    case 'contains':
      return value.includes(glob.tail);
    case 'general':
      return beginsWith(value, glob.head, 0) && walkBetween(glob, value, 0, value.length);
  }
}

/** Whether the pattern matches the part of `value` from `start` to `end`; nothing is copied. */
export function matchesGlobWithin(glob: Glob, value: string, start: number, end: number): boolean {
  const length = end - start;
  switch (glob.shape) {
    case 'exact':
      return length === glob.head.length && beginsWith(value, glob.head, start);
    case 'any':
      return true;
    case 'prefix':
      return length >= glob.head.length && beginsWith(value, glob.head, start);
    case 'suffix':
      return length >= glob.tail.length && value.endsWith(glob.tail, end);
    case 'around':
      return (
        length >= glob.head.length + glob.tail.length &&
        beginsWith(value, glob.head, start) &&
        value.endsWith(glob.tail, end)
      );
    case 'contains':
      return walkBetween(glob, value, start, end);
    case 'general':
      return beginsWith(value, glob.head, start) && walkBetween(glob, value, start, end);
  }
}

/** Walks what lies between the fixed head, already compared, and the fixed tail. */
function walkBetween(glob: Glob, value: string, start: number, end: number): boolean {
  const { tokens, head } = glob;
  const tail = glob.shape === 'general' ? glob.tail : '';
  const from = start + head.length;
  const to = end - tail.length;
  if (to < from || !value.endsWith(tail, end)) return false;
  return walk(tokens, head.length, tokens.length - tail.length, value, from, to) >= 0;
}

/** How many steps the two pointers take, matching or not: at most `2·n·m + n` for n characters and m of pattern. */
export function countGlobSteps(glob: Glob, value: string): number {
  const steps = walk(glob.tokens, 0, glob.tokens.length, value, 0, value.length);
  return steps < 0 ? ~steps : steps;
}

/**
 * What each `*` and `?` of the pattern stands for, in the pattern's order, as offsets [start, end) into the value;
 * undefined where the value does not match.
 */
export function globSpans(glob: Glob, value: string): readonly (readonly [number, number])[] | undefined {
  return globSpansWithin(glob, value, 0, value.length);
}

/** As `globSpans`, for the part of `value` from `start` to `end`; offsets still count from the value's beginning. */
export function globSpansWithin(
  glob: Glob,
  value: string,
  start: number,
  end: number,
): readonly (readonly [number, number])[] | undefined {
  const simple = simpleSpan(glob, value, start, end);
  if (simple !== undefined) return simple;
  const { tokens, head, wildcards } = glob;
  const from = start + head.length;
  if (from > end || !beginsWith(value, head, start)) return undefined;
  const marks: number[] = [];
  if (walk(tokens, head.length, tokens.length, value, from, end, marks) < 0) return undefined;
  const spans: (readonly [number, number])[] = [];
  for (const [place, count] of wildcards) {
    const to = marks[place + 1] ?? end;
    let begin = marks[place] ?? end;
    // Of merged stars the first takes all.
    for (let one = 0; one < count; one += 1) {
      spans.push([begin, to]);
      begin = to;
    }
  }
  return spans;
}

const noSpans: readonly (readonly [number, number])[] = [];

/** The span of a pattern that matches and holds no wildcard or one `*`; undefined for any other. */
function simpleSpan(
  glob: Glob,
  value: string,
  start: number,
  end: number,
): readonly (readonly [number, number])[] | undefined {
  const { shape, head, tail, wildcards } = glob;
  if (shape === 'general' || shape === 'contains' || !matchesGlobWithin(glob, value, start, end))
    return undefined;
  if (shape === 'exact') return noSpans;
  const unmerged = wildcards.every(([, count]) => count === 1);
  return unmerged ? [[start + head.length, end - tail.length]] : undefined;
}

/** Whether a `*`/`?` pattern matches a value, for a pattern used once. */
export function matchesWildcard(pattern: string, value: string): boolean {
  return matchesGlob(compileGlob(pattern), value);
}

function isRun(token: Token | undefined): boolean {
  return token === anyRun || token === fieldRun;
}

function isWildcard(token: Token | undefined): boolean {
  return token === anyRun || token === anyOne || token === fieldRun || token === fieldOne;
}
