import {
  withChanges,
  type AccessRequest,
  type ContextChanges,
  type ContextValue,
  type Decision,
  type ElementResult,
  type Evaluation,
  type RequestContext,
} from '#iam';

/** One value a context key could have, and what the decision would then be. */
export interface ContextOption {
  /** Null: the request does not carry the key. */
  readonly value: ContextValue | null;
  readonly active: boolean;
  readonly decision: Decision;
  /** True where choosing it changes the decision shown now. */
  readonly flips: boolean;
}

/** A context key a learner can turn: those of the request and those the policies ask for. */
export interface ContextToggle {
  readonly key: string;
  readonly options: readonly ContextOption[];
}

const maxKeys = 8;
const maxOptions = 5;

/**
 * The context keys worth turning, each with the values the policies and the request name and the decision each would
 * bring. Keys that follow from the caller (`aws:username`, …) are left out: they cannot be chosen.
 */
export function contextToggles(
  request: AccessRequest,
  changes: ContextChanges,
  evaluate: (request: AccessRequest) => Evaluation,
): readonly ContextToggle[] {
  const base = evaluate(request);
  const current = evaluate(withChanges(request, changes));
  return turnableKeys(request, base)
    .slice(0, maxKeys)
    .map(([key, elements]) => {
      const now = valueIn(withChanges(request, changes).context ?? {}, key) ?? null;
      const options = valuesFor(key, elements, valueIn(request.context ?? {}, key)).map((value) => {
        const active = same(value, now);
        const decision = active
          ? current.decision
          : evaluate(withChanges(request, withContextValue(changes, key, value))).decision;
        return { value, active, decision, flips: decision !== current.decision };
      });
      return { key, options };
    })
    .filter(({ options }) => options.length > 1);
}

/** The changes with one key set, whatever the case it was written in before. */
export function withContextValue(
  changes: ContextChanges,
  key: string,
  value: ContextValue | null,
): ContextChanges {
  const others = Object.entries(changes).filter(([other]) => other.toLowerCase() !== key.toLowerCase());
  return Object.fromEntries([...others, [key, value]]);
}

function turnableKeys(request: AccessRequest, base: Evaluation): [string, ElementResult[]][] {
  const given = new Set(Object.keys(request.context ?? {}).map((key) => key.toLowerCase()));
  const implied = new Set(
    Object.keys(base.context)
      .map((key) => key.toLowerCase())
      .filter((key) => !given.has(key)),
  );
  const keys = new Map<string, [string, ElementResult[]]>();
  for (const key of Object.keys(request.context ?? {})) keys.set(key.toLowerCase(), [key, []]);
  for (const element of base.gates
    .flatMap(({ statements }) => statements)
    .flatMap(({ elements }) => elements)) {
    if (element.key === undefined) continue;
    const lower = element.key.toLowerCase();
    if (implied.has(lower)) continue;
    const entry = keys.get(lower) ?? [element.key, []];
    entry[1].push(element);
    keys.set(lower, entry);
  }
  return [...keys.values()];
}

function valuesFor(
  key: string,
  elements: readonly ElementResult[],
  given: ContextValue | undefined,
): (ContextValue | null)[] {
  const isBoolean =
    given === 'true' ||
    given === 'false' ||
    key.toLowerCase() === 'aws:multifactorauthpresent' ||
    elements.some(({ operator }) => operator?.startsWith('Bool') === true);
  const named = elements
    .filter(({ operator }) => operator !== undefined && !operator.endsWith('Null'))
    .flatMap(({ patterns }) => patterns.map(example))
    .filter((value) => value !== undefined);
  const wanted: ContextValue[] = [
    ...(given === undefined ? [] : [given]),
    ...(isBoolean ? ['true', 'false'] : []),
    ...named,
  ];
  const different = wanted.filter(
    (value, index) => wanted.findIndex((other) => same(other, value)) === index,
  );
  return [...different.slice(0, maxOptions - 1), null];
}

/** A value the pattern takes, where one can be read off it: plain text, or the first address of a range. */
function example(pattern: string): string | undefined {
  if (/[*?$]/.test(pattern) || pattern === '') return undefined;
  return /^[\d.:a-fA-F]+\/\d{1,3}$/.test(pattern) ? pattern.slice(0, pattern.indexOf('/')) : pattern;
}

function valueIn(context: RequestContext, key: string): ContextValue | undefined {
  return Object.entries(context).find(([other]) => other.toLowerCase() === key.toLowerCase())?.[1];
}

function same(left: ContextValue | null, right: ContextValue | null): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
