import { anyOne, anyRun, colon, fieldOne, fieldRun, type Token } from '#iam';

/** One character of a name, or a run of them: no `:`, `/`, `*` or `?`. What a placeholder of an ARN format stands for. */
export const nameOne: Token = -5;
export const nameRun: Token = -6;

/** A set of strings: what a pattern matches, as tokens of the engine (`glob-tokens.ts`). */
export interface StringSet {
  readonly tokens: readonly Token[];
  /** True: ASCII letters match in either case, and the tokens are in lower case. */
  readonly folded: boolean;
}

/** A text as the tokens that match it alone. */
export function codes(text: string): readonly Token[] {
  return Array.from({ length: text.length }, (_, place) => text.charCodeAt(place));
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

/** The places of a pattern that a string read so far can have reached, in order. None: no longer this pattern. */
type Places = readonly number[];

/** What a pattern can still become: a state of its automaton, made when a string first reaches it. */
interface State {
  readonly places: Places;
  /** Whether the string read so far is in the set. */
  readonly accepts: boolean;
  /** Whether any longer one can be. */
  readonly alive: boolean;
  /** The letters that are asked for here, and those that a wildcard here refuses. */
  readonly letters: readonly number[];
  readonly id: number;
  readonly next: Map<number, State>;
}

interface Automaton {
  /** Never given to another. */
  readonly id: number;
  readonly set: StringSet;
  readonly states: Map<string, State>;
  readonly start: State;
}

/** More patterns than one comparison has; past it all are made anew. */
const maxAutomata = 4_096;
const automata = new Map<string, Automaton>();
let made = 0;

/** The same by the list of tokens: patterns are prepared once, and theirs are looked up soonest so. */
const byTokens = [
  new WeakMap<readonly Token[], Automaton>(),
  new WeakMap<readonly Token[], Automaton>(),
] as const;

function automatonOf(set: StringSet): Automaton {
  const lists = byTokens[set.folded ? 1 : 0];
  const known = lists.get(set.tokens) ?? automatonByText(set);
  lists.set(set.tokens, known);
  return known;
}

function automatonByText(set: StringSet): Automaton {
  const key = `${set.folded ? '~' : ''}${set.tokens.join(',')}`;
  const known = automata.get(key);
  if (known !== undefined) return known;
  if (automata.size >= maxAutomata) automata.clear();
  const states = new Map<string, State>();
  const start = stateOf(set, states, closed(set.tokens, [0]));
  made += 1;
  const automaton: Automaton = { id: made, set, states, start };
  automata.set(key, automaton);
  return automaton;
}

function stateOf({ tokens, folded }: StringSet, states: Map<string, State>, places: Places): State {
  const key = places.join(',');
  const known = states.get(key);
  if (known !== undefined) return known;
  const letters = new Set<number>();
  for (const place of places) {
    const token = tokens[place];
    if (token === undefined) continue;
    if (token >= 0) {
      letters.add(token);
      if (folded && token >= 0x61 && token <= 0x7a) letters.add(token - 0x20);
    } else if (token !== anyRun && token !== anyOne) {
      letters.add(colon);
      if (token === nameRun || token === nameOne) letters.add(slash);
    }
  }
  const state: State = {
    places,
    accepts: places.includes(tokens.length),
    alive: places.length > 0,
    letters: [...letters],
    id: states.size,
    next: new Map(),
  };
  states.set(key, state);
  return state;
}

function follow({ set, states }: Automaton, state: State, code: number): State {
  const known = state.next.get(code);
  if (known !== undefined) return known;
  const next = stateOf(set, states, step(set, state.places, code));
  state.next.set(code, next);
  return next;
}

/**
 * The places that can also be reached from these without reading a letter, since a `*` may stand for nothing. Places before
 * the last `*` reached are dropped: whatever they accept from here on, that `*` accepts too.
 */
function closed(tokens: readonly Token[], places: readonly number[]): Places {
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

function step({ tokens, folded }: StringSet, places: Places, code: number): Places {
  const wanted = folded && code >= 0x41 && code <= 0x5a ? code + 0x20 : code;
  const reached: number[] = [];
  for (const place of places) {
    const token = tokens[place];
    if (token === undefined) continue;
    if (isRun(token)) {
      if (allows(token, code)) reached.push(place);
    } else if (token === wanted || (token < 0 && allows(token, code))) reached.push(place + 1);
  }
  return reached.length === 0 ? reached : closed(tokens, reached);
}

function allows(token: Token, code: number): boolean {
  if (token === anyRun || token === anyOne) return true;
  if (token === fieldRun || token === fieldOne) return code !== colon;
  return code !== colon && code !== slash && code !== 0x2a && code !== 0x3f;
}

/** Whether a set holds a string. */
export function holds(set: StringSet, text: string): boolean {
  return stateAfter(set, text).accepts;
}

/** Whether it holds one that begins so. */
export function mayBegin(set: StringSet, text: string): boolean {
  return stateAfter(set, text).alive;
}

function stateAfter(set: StringSet, text: string): State {
  const automaton = automatonOf(set);
  let state = automaton.start;
  for (let at = 0; at < text.length && state.alive; at += 1)
    state = follow(automaton, state, text.charCodeAt(at));
  return state;
}

/**
 * A shortest string for every way in which strings can lie in and outside the sets: the reachable states of the
 * product of the patterns' automata, made on demand. Only strings of `within` count; where `wanted` are given, only those
 * in one of them. Undefined where the meter ran out.
 */
export function stringClasses(
  sets: readonly StringSet[],
  meter: Meter,
  within: StringSet,
  wanted?: readonly StringSet[],
): readonly string[] | undefined {
  const limits = wanted?.map(automatonOf);
  const rest = sets.map(automatonOf).filter((one) => limits?.includes(one) !== true);
  const all = [automatonOf(within), ...(limits ?? []), ...rest];
  // An answer is checked again after each change, and most of its patterns stay the same: their classes are looked up.
  const key = `${limits?.length ?? '*'} ${all.map(({ id }) => id).join()}`;
  const known = classesByPatterns.get(key);
  if (known !== undefined) return meter.spend(known.steps) ? known.classes : undefined;
  const before = meter.spent();
  const classes = explore(all, meter, limits?.length);
  if (classes === undefined) return undefined;
  if (classesByPatterns.size >= maxAutomata) classesByPatterns.clear();
  classesByPatterns.set(key, { classes, steps: meter.spent() - before });
  return classes;
}

const classesByPatterns = new Map<string, { readonly classes: readonly string[]; readonly steps: number }>();

/** `limits`: how many of the automata after the first one are wanted. */
function explore(
  all: readonly Automaton[],
  meter: Meter,
  limits: number | undefined,
): readonly string[] | undefined {
  const start = all.map((automaton) => automaton.start);
  const seen = new Set<string>([keyOf(start)]);
  const found = new Map<string, string>();
  const wanted = (states: readonly State[]): readonly State[] | undefined =>
    limits === undefined ? undefined : states.slice(1, limits + 1);
  let edge: { readonly states: readonly State[]; readonly text: string }[] = [{ states: start, text: '' }];
  while (edge.length > 0) {
    const next: typeof edge = [];
    for (const { states, text } of edge) {
      if (!meter.spend(1)) return undefined;
      if (states[0]?.accepts === true && wanted(states)?.some(({ accepts }) => accepts) !== false) {
        const members = states.map(({ accepts }) => (accepts ? '1' : '0')).join('');
        if (!found.has(members)) found.set(members, text);
      }
      for (const code of lettersAfter(states)) {
        const reached = states.map((state, index) => {
          const automaton = all[index];
          return state.alive && automaton !== undefined ? follow(automaton, state, code) : state;
        });
        if (reached[0]?.alive === false || wanted(reached)?.some(({ alive }) => alive) === false) continue;
        const key = keyOf(reached);
        if (seen.has(key)) continue;
        seen.add(key);
        next.push({ states: reached, text: text + String.fromCharCode(code) });
      }
    }
    edge = next;
  }
  return [...found.values()];
}

function keyOf(states: readonly State[]): string {
  let key = '';
  for (const { id } of states) key += String.fromCharCode(id);
  return key;
}

/** Letters that no pattern asks for, the likeliest first: they stand for every letter that makes no difference. */
const others = codes('axbknqz0');

/** The letters that can lead to different states: those asked for at a place that is reached, and one that is not. */
function lettersAfter(states: readonly State[]): readonly number[] {
  const letters = new Set<number>();
  for (const state of states) for (const letter of state.letters) letters.add(letter);
  const other = others.find((letter) => !letters.has(letter)) ?? unusedLetter(letters);
  return [other, ...letters];
}

function unusedLetter(letters: ReadonlySet<number>): number {
  let code = 0xe000;
  while (letters.has(code)) code += 1;
  return code;
}
