import { anyOne, anyRun, colon, fieldOne, fieldRun, type Token } from '#iam/pattern/glob-tokens.ts';

/** One character of a name, or a run of them: no `:`, `/`, `*` or `?`. What a placeholder of an ARN format stands for. */
export const nameOne: Token = -5;
export const nameRun: Token = -6;

/** A set of strings: what a pattern matches, as tokens of the engine (`glob-tokens.ts`). */
export interface Language {
  readonly tokens: readonly Token[];
  /** True: ASCII letters match in either case, and the tokens are in lower case. */
  readonly folded: boolean;
}

/** A text as the tokens that match it alone. */
export function codes(text: string): readonly Token[] {
  return Array.from({ length: text.length }, (_, place) => text.charCodeAt(place));
}

/** The places of a pattern that a string read so far can have reached, in order. Empty: no longer this pattern. */
type Places = readonly number[];

/** A string and which of the languages hold it. */
export interface StringClass {
  readonly example: string;
  readonly members: readonly boolean[];
}

/** Counts what a proof costs; `spend` is false once the budget is gone. */
export interface Meter {
  readonly spend: (steps: number) => boolean;
  readonly spent: () => number;
}

export function meter(budget: number): Meter {
  let spent = 0;
  return {
    spend: (steps) => {
      spent += steps;
      return spent <= budget;
    },
    spent: () => spent,
  };
}

const slash = 0x2f;
const isRun = (token: Token | undefined): boolean =>
  token === anyRun || token === fieldRun || token === nameRun;

/**
 * Every way in which strings can lie in and outside the languages, each with a shortest string that does: the reachable
 * states of the product of the patterns' automata, made on demand. `within`: only strings of this language count.
 * Undefined where the meter ran out.
 */
export function stringClasses(
  languages: readonly Language[],
  meter: Meter,
  within?: Language,
): readonly StringClass[] | undefined {
  const all = within === undefined ? languages : [...languages, within];
  const start = all.map((language) => closed(language, [0]));
  const seen = new Set<string>([keyOf(start)]);
  const found = new Map<string, StringClass>();
  let edge: { readonly state: readonly Places[]; readonly text: string }[] = [{ state: start, text: '' }];
  while (edge.length > 0) {
    const next: typeof edge = [];
    for (const { state, text } of edge) {
      if (!meter.spend(all.length)) return undefined;
      const accepts = state.map((places, index) => places.includes(all[index]?.tokens.length ?? -1));
      if (within === undefined || accepts.pop() === true) {
        const key = accepts.map(Number).join('');
        if (!found.has(key)) found.set(key, { example: text, members: accepts });
      }
      for (const code of lettersAfter(state, all)) {
        const reached = state.map((places, index) => step(all[index], places, code));
        if (within !== undefined && reached.at(-1)?.length === 0) continue;
        const key = keyOf(reached);
        if (seen.has(key)) continue;
        seen.add(key);
        next.push({ state: reached, text: text + String.fromCharCode(code) });
      }
    }
    edge = next;
  }
  return [...found.values()];
}

/** Whether a language holds a string. */
export function holds(language: Language, text: string): boolean {
  let places = closed(language, [0]);
  for (let at = 0; at < text.length && places.length > 0; at += 1)
    places = step(language, places, text.charCodeAt(at));
  return places.includes(language.tokens.length);
}

function keyOf(state: readonly Places[]): string {
  return state.map((places) => places.join(',')).join(';');
}

/** Steps over runs, which may stand for nothing; what lies before the last `*` asks for more than the `*` itself does. */
function closed({ tokens }: Language, places: readonly number[]): Places {
  const reached = new Set<number>();
  let last = -1;
  for (const place of places) {
    let at = place;
    reached.add(at);
    while (isRun(tokens[at])) {
      if (tokens[at] === anyRun && at > last) last = at;
      at += 1;
      reached.add(at);
    }
  }
  return [...reached].filter((place) => place >= last).sort((left, right) => left - right);
}

function step(language: Language | undefined, places: Places, code: number): Places {
  if (language === undefined || places.length === 0) return places;
  const { tokens, folded } = language;
  const wanted = folded && code >= 0x41 && code <= 0x5a ? code + 0x20 : code;
  const reached: number[] = [];
  for (const place of places) {
    const token = tokens[place];
    if (token === undefined) continue;
    if (isRun(token)) {
      if (allows(token, code)) reached.push(place);
    } else if (token === wanted || (token < 0 && allows(token, code))) reached.push(place + 1);
  }
  return reached.length === 0 ? reached : closed(language, reached);
}

function allows(token: Token, code: number): boolean {
  if (token === anyRun || token === anyOne) return true;
  if (token === fieldRun || token === fieldOne) return code !== colon;
  return code !== colon && code !== slash && code !== 0x2a && code !== 0x3f;
}

/** Letters that no pattern asks for, the likeliest first: they stand for every letter that makes no difference. */
const others = codes('axbknqz0');

/** The letters that can lead to different states: those asked for at a place that is reached, and one that is not. */
function lettersAfter(state: readonly Places[], all: readonly Language[]): readonly number[] {
  if (state.every((places) => places.length === 0)) return [];
  const letters = new Set<number>();
  for (const [index, places] of state.entries()) {
    const language = all[index];
    if (language === undefined) continue;
    for (const place of places) {
      const token = language.tokens[place];
      if (token === undefined) continue;
      if (token >= 0) {
        letters.add(token);
        if (language.folded && token >= 0x61 && token <= 0x7a) letters.add(token - 0x20);
        continue;
      }
      if (token === fieldRun || token === fieldOne) letters.add(colon);
      if (token === nameRun || token === nameOne) letters.add(slash);
    }
  }
  const other = others.find((letter) => !letters.has(letter)) ?? unusedLetter(letters);
  return [other, ...letters];
}

function unusedLetter(letters: ReadonlySet<number>): number {
  let code = 0xe000;
  while (letters.has(code)) code += 1;
  return code;
}
