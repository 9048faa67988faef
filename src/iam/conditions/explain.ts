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
  /** What the request brings; absent where the key is. */
  readonly value?: ContextValue;
  /** What `*` and `?` of the met pattern stand for; only where the request has a single value. */
  readonly wildcards?: readonly (readonly [number, number])[];
}

/** As `conditionMatches`, with the reason. */
export function explainCondition(condition: CompiledCondition, context: ContextMap): ConditionExplanation {
  const matches = conditionMatches(condition, context);
  const { parsed, test, lowerKey } = condition;
  const value = context.get(lowerKey);
  const found = value === undefined ? {} : { value };
  if (parsed.family === 'null') return { matches, ...found, ...nullReason(condition, value, context) };
  if (value === undefined || (isNull(value) && (value !== '' || parsed.quantifier !== 'none'))) {
    return { matches, because: absentReason(condition), ...found };
  }
  const values = typeof value === 'string' ? [value] : value;
  const met = values.map((each) => test.find(each, context));
  const matchedPattern = met.find((index) => index >= 0);
  if (matchedPattern === undefined) {
    return { matches, because: flawOf(condition, values, context) ?? unmetReason(condition), ...found };
  }
  const wildcards = typeof value === 'string' ? test.wildcards?.(matchedPattern, value, context) : undefined;
  return {
    matches,
    because: metReason(condition, met.includes(-1)),
    matchedPattern,
    ...found,
    ...(wildcards !== undefined && { wildcards }),
  };
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
