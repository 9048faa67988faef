import { explainCondition, type CompiledCondition } from '../conditions/conditions.ts';
import { lacksVariable, resourceSpans } from '../pattern/resource.ts';
import { compileGlob, globSpans } from '../pattern/wildcard.ts';
import type { SourceRange } from '../policy/json.ts';
import { lowerCase, type ContextMap } from '../request/context.ts';
import type { Plan } from './policies.ts';
import type { PreparedRequest } from './prepare.ts';
import { entryGrant, principalMatch, type Grant, type PrincipalPattern } from './principal-match.ts';
import { actionPlace, applies, resourcePlace, type CompiledStatement } from './statement.ts';
import type { ElementResult, StatementResult } from './trace.ts';

/**
 * One statement against the request. Whether it applies is known at once; its elements are explained when they are
 * looked at: what each names, what the request brings, because of what.
 */
export class ToldStatement implements StatementResult {
  readonly applies: boolean;
  readonly #statement: CompiledStatement;
  readonly #prepared: PreparedRequest;
  readonly #plan: Plan;
  #elements: readonly ElementResult[] | undefined;

  constructor(statement: CompiledStatement, prepared: PreparedRequest, plan: Plan) {
    this.#statement = statement;
    this.#prepared = prepared;
    this.#plan = plan;
    this.applies = actionOf(statement, prepared, plan).matches && applies(statement, prepared);
  }

  get layer() {
    return this.#statement.layer;
  }
  get policyIndex() {
    return this.#statement.policyIndex;
  }
  get policyName() {
    return this.#statement.origin.name;
  }
  get policyArn() {
    return this.#statement.origin.arn;
  }
  get policyId() {
    return this.#statement.origin.id;
  }
  get group() {
    return this.#statement.origin.group;
  }
  get level() {
    return this.#statement.level;
  }
  get index() {
    return this.#statement.index;
  }
  get sid() {
    return this.#statement.sid;
  }
  get range() {
    return this.#statement.ranges.statement;
  }
  get effect() {
    return this.#statement.effect;
  }
  get elements(): readonly ElementResult[] {
    return (this.#elements ??= explainElements(this.#statement, this.#prepared, this.#plan));
  }

  /** Everything there is to read, as plain data. */
  toJSON(): StatementResult {
    const { layer, policyIndex, policyName, policyArn, policyId, group, level, index, sid, range } = this;
    const { effect, applies: answer, elements } = this;
    return {
      ...{ layer, policyIndex, policyName, policyArn, policyId, group, level, index, sid, range },
      ...{ effect, applies: answer, elements },
    };
  }
}

function explainElements(
  statement: CompiledStatement,
  prepared: PreparedRequest,
  plan: Plan,
): readonly ElementResult[] {
  const { principal, conditions, ranges, resourceElement } = statement;
  return [
    ...(principal === undefined ? [] : [explainPrincipal(principal, statement, prepared)]),
    actionOf(statement, prepared, plan),
    ...(resourceElement === undefined ? [] : [explainResources(statement, prepared)]),
    ...conditions.map((condition, place) =>
      explainOne(condition, ranges.conditions[place], prepared.context),
    ),
  ];
}

function explainOne(
  condition: CompiledCondition,
  range: SourceRange | undefined,
  context: ContextMap,
): ElementResult {
  const { matches, because, matchedPattern, value, wildcards } = explainCondition(condition, context);
  const { operator, key, patterns } = condition;
  return {
    element: 'Condition',
    matches,
    patterns,
    matchedPattern,
    value,
    operator,
    key,
    because,
    range,
    wildcards,
  };
}

const becauseOf: Readonly<Record<Grant, string>> = {
  none: 'noMatch',
  direct: 'matched',
  limited: 'namesTheRole',
  account: 'delegatesToAccount',
};

function explainPrincipal(
  pattern: PrincipalPattern,
  { ranges }: CompiledStatement,
  prepared: PreparedRequest,
): ElementResult {
  const grant = principalMatch(pattern, prepared);
  const place = pattern.entries.findIndex((entry) => entryGrant(entry, prepared) !== 'none');
  const spared = grant === 'none' ? 'sparedByNotPrincipal' : 'notSparedByNotPrincipal';
  const because = pattern.element === 'NotPrincipal' ? spared : becauseOf[grant];
  const { principal: value } = prepared.request;
  return {
    element: pattern.element,
    matches: grant !== 'none',
    patterns: pattern.patterns,
    matchedPattern: placeOf(place),
    value,
    operator: undefined,
    key: undefined,
    because,
    range: ranges.principal,
    wildcards: undefined,
  };
}

/** The same for every request with this action, so it is made once. */
function actionOf(statement: CompiledStatement, prepared: PreparedRequest, plan: Plan): ElementResult {
  const known = plan.told[statement.ordinal];
  if (known !== undefined) return known;
  const told = explainAction(statement, prepared);
  plan.told[statement.ordinal] = told;
  return told;
}

function explainAction(statement: CompiledStatement, { action, request }: PreparedRequest): ElementResult {
  const { actionElement, actions, actionSources: patterns, ranges } = statement;
  const place = actionPlace(statement, action.lower);
  const pattern = actions[place];
  const matches = place >= 0 === (actionElement === 'Action');
  const wildcards = pattern && globSpans(compileGlob(lowerCase(pattern.source)), action.lower);
  return {
    element: actionElement,
    matches,
    patterns,
    matchedPattern: placeOf(place),
    value: request.action,
    operator: undefined,
    key: undefined,
    because: matches ? 'matched' : 'noMatch',
    range: ranges.action,
    wildcards,
  };
}

function explainResources(statement: CompiledStatement, prepared: PreparedRequest): ElementResult {
  const { resources, resourceSources: patterns, resourceElement = 'Resource', ranges } = statement;
  const { resource, context } = prepared;
  const place = resourcePlace(statement, prepared);
  const pattern = resources[place];
  const matches = place >= 0 === (resourceElement === 'Resource');
  const wildcards = pattern && resourceSpans(pattern, resource, context);
  const because = matches ? 'matched' : lacksValue(statement, prepared) ? 'variableWithoutValue' : 'noMatch';
  return {
    element: resourceElement,
    matches,
    patterns,
    matchedPattern: placeOf(place),
    value: resource,
    operator: undefined,
    key: undefined,
    because,
    range: ranges.resource,
    wildcards,
  };
}

function lacksValue({ resources }: CompiledStatement, { context }: PreparedRequest): boolean {
  for (const pattern of resources) if (pattern.hasVariables && lacksVariable(pattern, context)) return true;
  return false;
}

function placeOf(index: number): number | undefined {
  return index < 0 ? undefined : index;
}
