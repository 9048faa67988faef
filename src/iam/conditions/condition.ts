import { isJsonObject, type JsonObject, type JsonValue } from '../json/json.ts';
import { lowerCase } from '../text/lower-case.ts';
import type { ContextMap } from '../request/context.ts';
import type { ContextValue } from '../request/request.ts';
import { hasVariable } from '../pattern/variables.ts';
import { arnTest } from './arns.ts';
import { binaryTest } from './binary.ts';
import { boolTest } from './bool.ts';
import { dateTest } from './date.ts';
import { ipTest } from './ip.ts';
import { numericTest } from './numeric.ts';
import { parseOperator, type Operator } from './operators.ts';
import { likeTest, stringIgnoreCaseTest, stringTest } from './strings.ts';
import type { ValueTest } from './value-test.ts';

/** One operator with one key of a Condition block, prepared once for any number of requests. */
export interface CompiledCondition {
  /** As the policy writes it. */
  readonly operator: string;
  readonly key: string;
  readonly lowerKey: string;
  /** JSON pointer of the key inside the policy. */
  readonly path: string;
  /** The policy's values as text, in its order. */
  readonly patterns: readonly string[];
  readonly parsed: Operator;
  readonly test: ValueTest;
  /** Whether its patterns hold policy variables, so that more than its own key counts. */
  readonly hasVariables: boolean;
  /** What the condition is when the request does not have the key. */
  readonly whenAbsent: boolean;
}

/** A part of a Condition block that IAM would refuse: it must never be skipped, nor read as met. */
interface UnsupportedCondition {
  readonly path: string;
  readonly what: string;
}

/** A Condition block, prepared. Every condition must be met; `unsupported` names what cannot be evaluated. */
export interface CompiledConditions {
  readonly conditions: readonly CompiledCondition[];
  readonly unsupported?: UnsupportedCondition;
}

/**
 * Prepares a Condition block. `path` is the block's JSON pointer; `variables` whether the policy's Version replaces
 * policy variables. The first unknown operator or misshapen value is reported as `unsupported`.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html
 */
export function compileConditions(block: JsonObject, path: string, variables: boolean): CompiledConditions {
  const conditions: CompiledCondition[] = [];
  for (const [name, keys] of Object.entries(block)) {
    const operatorPath = `${path}/${pointerToken(name)}`;
    const operator = parseOperator(name);
    if (operator === undefined || !isJsonObject(keys)) {
      return { conditions, unsupported: { path: operatorPath, what: name } };
    }
    for (const [key, written] of Object.entries(keys)) {
      const keyPath = `${operatorPath}/${pointerToken(key)}`;
      const patterns = textsOf(written);
      if (patterns === undefined) return { conditions, unsupported: { path: keyPath, what: key } };
      conditions.push({
        operator: name,
        key,
        lowerKey: lowerCase(key),
        path: keyPath,
        patterns,
        parsed: operator,
        test: testOf(operator, patterns, variables),
        hasVariables: variables && patterns.some(hasVariable),
        whenAbsent: whenAbsent(operator),
      });
    }
  }
  return { conditions };
}

/**
 * Whether a request meets the condition.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html
 */
export function conditionMatches(condition: CompiledCondition, context: ContextMap): boolean {
  const value = context.get(condition.lowerKey);
  const { parsed, test } = condition;
  if (parsed.family === 'null') {
    if (parsed.quantifier !== 'none') return condition.whenAbsent;
    return test.find(isNull(value) ? 'true' : 'false', context) >= 0;
  }
  if (value === undefined || value.length === 0) {
    if (value !== '' || parsed.quantifier !== 'none') return condition.whenAbsent;
  }
  if (typeof value === 'string') return test.find(value, context) >= 0 !== parsed.negated;
  return parsed.quantifier === 'none'
    ? someMeets(test, value, context, true) !== parsed.negated
    : setMatches(condition, value, context);
}

/** Whether a key counts as not there: absent, an empty string, or a set that holds nothing. */
export function isNull(value: ContextValue | undefined): boolean {
  return value === undefined || value.length === 0;
}

function setMatches(condition: CompiledCondition, values: readonly string[], context: ContextMap): boolean {
  const { parsed, test } = condition;
  return parsed.quantifier === 'forAllValues'
    ? !someMeets(test, values, context, parsed.negated)
    : someMeets(test, values, context, !parsed.negated);
}

/** Whether at least one request value meets a policy value (`meets`), or at least one meets none. */
function someMeets(test: ValueTest, values: readonly string[], context: ContextMap, meets: boolean): boolean {
  for (const value of values) {
    if (test.find(value, context) >= 0 === meets) return true;
  }
  return false;
}

function whenAbsent({ quantifier, ifExists, negated }: Operator): boolean {
  if (quantifier === 'forAllValues' || ifExists) return true;
  return quantifier === 'none' && negated;
}

function testOf(operator: Operator, values: readonly string[], variables: boolean): ValueTest {
  switch (operator.family) {
    case 'string':
      return stringTest(values, variables);
    case 'stringIgnoreCase':
      return stringIgnoreCaseTest(values, variables);
    case 'like':
      return likeTest(values, variables);
    case 'numeric':
      return numericTest(values, operator.comparison);
    case 'date':
      return dateTest(values, operator.comparison);
    case 'bool':
      return boolTest(values, variables);
    case 'null':
      return boolTest(values, false);
    case 'binary':
      return binaryTest(values);
    case 'ip':
      return ipTest(values);
    case 'arn':
      return arnTest(values, variables);
  }
}

function textsOf(written: JsonValue): readonly string[] | undefined {
  const list: readonly JsonValue[] = isList(written) ? written : [written];
  const texts: string[] = [];
  for (const value of list) {
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
      return undefined;
    texts.push(String(value));
  }
  return texts;
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function pointerToken(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
