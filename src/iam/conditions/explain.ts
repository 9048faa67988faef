import type { ContextMap } from '../request/context.ts';
import type { ContextValue } from '../request/request.ts';
import { conditionMatches, isNull, type CompiledCondition } from './condition.ts';

/** Every reason a condition can have; the message catalogue holds words for each under `trace.because.<code>`. */
export const conditionReasons = [
  'matched',
  'noMatch',
  'negatedNoneMatches',
  'negatedOneMatches',
  'everyValueMatches',
  'notEveryValueMatches',
  'someValueMatchesNone',
  'everyValueMatchesOne',
  'keyAbsent',
  'keyAbsentNegated',
  'keyAbsentIfExists',
  'keyAbsentForAllValues',
  'keyAbsentForAnyValue',
  'keyAbsentNull',
  'keyPresentNull',
  'nullForAllValues',
  'nullForAnyValue',
  'variableWithoutValue',
  'malformedValue',
  'malformedRequestValue',
  'emptyValues',
] as const;

type ConditionReason = (typeof conditionReasons)[number];

/** One condition against a request: what `conditionMatches` says, and because of what. */
export interface ConditionExplanation {
  readonly matches: boolean;
  readonly because: ConditionReason;
  /** The policy value that a request value met, as a position in `patterns`. */
  readonly matchedPattern?: number;
  /** What the request brings; undefined where the key is absent. */
  readonly value: ContextValue | undefined;
  /** What `*` and `?` of the met pattern stand for; only where the request has a single value. */
  readonly wildcards?: readonly (readonly [number, number])[] | undefined;
}

/** As `conditionMatches`, with the reason. */
export function explainCondition(condition: CompiledCondition, context: ContextMap): ConditionExplanation {
  const { parsed, lowerKey } = condition;
  const value = context.get(lowerKey);
  if (parsed.family === 'null') {
    const matches = conditionMatches(condition, context);
    return { matches, value, ...nullReason(condition, value, context) };
  }
  if (value === undefined || (isNull(value) && (value !== '' || parsed.quantifier !== 'none')))
    return { matches: condition.whenAbsent, because: absentReason(condition), value };
  return typeof value === 'string'
    ? explainSingle(condition, value, context)
    : explainSeveral(condition, value, context);
}

function explainSingle(
  condition: CompiledCondition,
  value: string,
  context: ContextMap,
): ConditionExplanation {
  const { parsed, test } = condition;
  const place = test.find(value, context);
  if (place < 0) {
    const flaw = condition.patterns.length === 0 ? 'emptyValues' : test.flaw(value, context);
    return { matches: parsed.negated, because: flaw ?? unmetReason(condition), value };
  }
  const wildcards = test.wildcards?.(value, context);
  return {
    matches: !parsed.negated,
    because: metReason(condition, false),
    matchedPattern: place,
    value,
    wildcards,
  };
}

function explainSeveral(
  condition: CompiledCondition,
  value: readonly string[],
  context: ContextMap,
): ConditionExplanation {
  const matches = conditionMatches(condition, context);
  const met = value.map((each) => condition.test.find(each, context));
  const matchedPattern = met.find((index) => index >= 0);
  if (matchedPattern === undefined)
    return { matches, because: flawOf(condition, value, context) ?? unmetReason(condition), value };
  return { matches, because: metReason(condition, met.includes(-1)), matchedPattern, value };
}

function nullReason(
  { parsed, test }: CompiledCondition,
  value: ContextValue | undefined,
  context: ContextMap,
): { because: ConditionReason; matchedPattern?: number } {
  if (parsed.quantifier === 'forAllValues') return { because: 'nullForAllValues' };
  if (parsed.quantifier === 'forAnyValue') return { because: 'nullForAnyValue' };
  const text = isNull(value) ? 'true' : 'false';
  const index = test.find(text, context);
  if (index < 0 && test.flaw(text, context) !== undefined) return { because: 'malformedValue' };
  return {
    because: isNull(value) ? 'keyAbsentNull' : 'keyPresentNull',
    ...(index >= 0 && { matchedPattern: index }),
  };
}

function absentReason({ parsed }: CompiledCondition): ConditionReason {
  if (parsed.ifExists) return 'keyAbsentIfExists';
  if (parsed.quantifier === 'forAllValues') return 'keyAbsentForAllValues';
  if (parsed.quantifier === 'forAnyValue') return 'keyAbsentForAnyValue';
  return parsed.negated ? 'keyAbsentNegated' : 'keyAbsent';
}

/** No request value meets any policy value. */
function unmetReason({ parsed }: CompiledCondition): ConditionReason {
  if (!parsed.negated) return parsed.quantifier === 'forAllValues' ? 'notEveryValueMatches' : 'noMatch';
  return parsed.quantifier === 'forAnyValue' ? 'someValueMatchesNone' : 'negatedNoneMatches';
}

/** Some request value meets a policy value; `others`: and some other meets none. */
function metReason({ parsed }: CompiledCondition, others: boolean): ConditionReason {
  if (parsed.quantifier === 'forAllValues' && !parsed.negated) {
    return others ? 'notEveryValueMatches' : 'everyValueMatches';
  }
  if (parsed.quantifier === 'forAnyValue' && parsed.negated) {
    return others ? 'someValueMatchesNone' : 'everyValueMatchesOne';
  }
  return parsed.negated ? 'negatedOneMatches' : 'matched';
}

function flawOf(
  condition: CompiledCondition,
  values: readonly string[],
  context: ContextMap,
): ConditionReason | undefined {
  if (condition.patterns.length === 0) return 'emptyValues';
  for (const value of values) {
    const flaw = condition.test.flaw(value, context);
    if (flaw !== undefined) return flaw;
  }
  return undefined;
}
