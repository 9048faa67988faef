import {
  anyOne,
  anyRun,
  compileArnGlob,
  compileText,
  conditionMatches,
  fieldOne,
  fieldRun,
  formCache,
  formFor,
  globOf,
  literalText,
  lowerCase,
  type CompiledCondition,
  type ContextMap,
  type ContextValue,
  type Token,
} from '#iam';
import { addressExamples } from './addresses.ts';
import type { KeyDomain } from './domain.ts';
import { codes, stringClasses, type StringSet, type Meter } from './string-set.ts';
import { dateExamples, numberExamples } from './scalars.ts';

/** A condition of one of the two sides; `variables`: its policy's Version replaces policy variables. */
export interface KeyCondition {
  readonly condition: CompiledCondition;
  readonly variables: boolean;
}

/** One way in which a request can carry a key, and which of the key's conditions it meets. */
export interface KeyOption {
  /** Null: the key is absent. */
  readonly value: ContextValue | null;
  readonly meets: readonly boolean[];
}

export interface KeyOptions {
  readonly options: readonly KeyOption[];
  /** True: operators of different kinds meet on this key, and there may be values that none of these stands for. */
  readonly open: boolean;
}

/** More combinations of values than policies ask about; past it the meter runs out. */
const maxValueSets = 4_096;

/**
 * The values of a condition key that the conditions on it can tell apart, one for each way they can answer together:
 * absent, one value, and for keys with several values the sets of them. `context` has what policy variables stand for.
 * Undefined where the meter ran out.
 */
export function keyOptions(
  conditions: readonly KeyCondition[],
  domain: KeyDomain,
  context: ContextMap,
  meter: Meter,
): KeyOptions | undefined {
  const meetsOf = (value: ContextValue | undefined): readonly boolean[] =>
    conditions.map(({ condition }) =>
      conditionMatches(condition, {
        get: (key) => (key === condition.lowerKey ? value : context.get(key)),
      }),
    );
  const absent: KeyOption = { value: null, meets: meetsOf(undefined) };
  if (domain.presence === 'never') return { options: [absent], open: false };
  const found = domain.values ?? valueExamples(conditions, domain, context, meter);
  if (found === undefined) return undefined;
  if (!meter.spend(found.length * conditions.length)) return undefined;
  const single = distinct(found.map((value) => ({ value, meets: meetsOf(value) })));
  const several =
    domain.multivalued === true || conditions.some(({ condition }) => condition.parsed.quantifier !== 'none');
  const present = several ? sets(single, meetsOf, meter) : single;
  if (present === undefined) return undefined;
  const options = domain.presence === 'always' ? present : distinct([...present, absent]);
  return { options, open: domain.values === undefined && isOpen(conditions, domain) };
}

/** The first option for each way to answer. */
function distinct(options: readonly KeyOption[]): readonly KeyOption[] {
  const found = new Map<string, KeyOption>();
  for (const option of options) {
    const key = option.meets.map(Number).join('');
    if (!found.has(key)) found.set(key, option);
  }
  return [...found.values()];
}

/**
 * Sets of values, by what they meet: every condition asks of a set whether some of its values, or all of them, pass. So
 * a set's answer follows from its values', and adding one value at a time reaches every answer there is.
 */
function sets(
  single: readonly KeyOption[],
  meetsOf: (value: ContextValue) => readonly boolean[],
  meter: Meter,
): readonly KeyOption[] | undefined {
  const found = new Map<string, KeyOption>();
  let edge = single.flatMap(({ value }) => (typeof value === 'string' ? [[value]] : []));
  const singles = edge.map(([value = '']) => value);
  while (edge.length > 0) {
    const next: string[][] = [];
    for (const value of edge) {
      if (!meter.spend(1) || found.size > maxValueSets) return undefined;
      const meets = meetsOf(value);
      const key = meets.map(Number).join('');
      if (found.has(key)) continue;
      found.set(key, { value, meets });
      for (const one of singles) if (!value.includes(one)) next.push([...value, one]);
    }
    edge = next;
  }
  return [...found.values()];
}

const kinds = {
  string: 'text',
  stringIgnoreCase: 'text',
  like: 'text',
  arn: 'text',
  bool: 'text',
  binary: 'binary',
  numeric: 'numeric',
  date: 'date',
  ip: 'ip',
  null: undefined,
} as const;

function kindsOf(conditions: readonly KeyCondition[]): ReadonlySet<string> {
  return new Set(conditions.flatMap(({ condition }) => kinds[condition.parsed.family] ?? []));
}

function isOpen(conditions: readonly KeyCondition[], { type }: KeyDomain): boolean {
  return type !== 'Bool' && kindsOf(conditions).size > 1;
}

function valueExamples(
  conditions: readonly KeyCondition[],
  { type }: KeyDomain,
  context: ContextMap,
  meter: Meter,
): readonly string[] | undefined {
  if (type === 'Bool') return ['true', 'false'];
  const named = (family: string): readonly string[] =>
    conditions.flatMap(({ condition }) => (condition.parsed.family === family ? condition.patterns : []));
  const all = kindsOf(conditions);
  const examples: string[] = [];
  if (all.has('numeric')) examples.push(...numberExamples(named('numeric')));
  if (all.has('date')) examples.push(...dateExamples(named('date')));
  if (all.has('ip')) examples.push(...addressExamples(named('ip')));
  if (all.has('binary')) examples.push(...named('binary'), 'eDQxNw==');
  if (all.has('text') || examples.length === 0) {
    const stringSets = conditions.flatMap((condition) => stringSetsOf(condition, context));
    const texts = stringClasses(uniqueSets(stringSets), meter, notEmpty);
    if (texts === undefined) return undefined;
    const bools = conditions.some(({ condition }) => condition.parsed.family === 'bool');
    examples.push(...(bools ? ['true', 'false'] : []), ...readable(conditions, context), ...texts);
  }
  return [...new Set(examples)];
}

/** A request sends no key with an empty value. */
const notEmpty: StringSet = { tokens: [anyOne, anyRun], folded: false };

/** Values that a person would write, tried before the shortest ones: what is named, with wildcards filled in. */
function readable(conditions: readonly KeyCondition[], context: ContextMap): readonly string[] {
  return conditions.flatMap(({ condition, variables }) =>
    condition.patterns.flatMap((text) => {
      const named = literalText(compileText(text, variables), context);
      if (named === undefined || named === '') return [];
      const filled = /like|arn/.test(condition.parsed.family)
        ? named.replaceAll('*', 'x417').replaceAll('?', 'x')
        : named;
      return [filled];
    }),
  );
}

function uniqueSets(stringSets: readonly StringSet[]): readonly StringSet[] {
  return [...new Map(stringSets.map((one) => [`${one.folded} ${one.tokens.join(',')}`, one])).values()];
}

/** The strings that meet each value of a condition; a value whose variable has no value is met by none. */
function stringSetsOf({ condition, variables }: KeyCondition, context: ContextMap): readonly StringSet[] {
  const { family } = condition.parsed;
  return condition.patterns.flatMap((text): StringSet | readonly StringSet[] => {
    const template = compileText(text, variables);
    if (family === 'like') {
      const glob = globOf(template, context);
      return glob === undefined ? [] : { tokens: glob.tokens, folded: false };
    }
    if (family === 'arn') {
      const tokens = arnTokens(formFor(template, formCache(compileArnGlob), context)?.fields ?? []);
      return tokens.length === 0 ? [] : { tokens, folded: false };
    }
    const literal = literalText(template, context);
    if (literal === undefined) return [];
    const folded = family !== 'string';
    return { tokens: codes(folded ? lowerCase(literal) : literal), folded };
  });
}

function arnTokens(fields: readonly { readonly tokens: readonly Token[] }[]): readonly Token[] {
  return fields.flatMap(({ tokens }, index) => [
    ...(index === 0 ? [] : codes(':')),
    ...tokens.map((token) =>
      index === 5 ? token : token === anyRun ? fieldRun : token === anyOne ? fieldOne : token,
    ),
  ]);
}
