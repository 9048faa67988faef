import { explainCondition } from '../conditions/conditions.ts';
import { explainResource } from '../pattern/resource.ts';
import { compileGlob, globSpans } from '../pattern/wildcard.ts';
import type { SourceRange } from '../policy/json.ts';
import { lowerCase } from '../request/context.ts';
import type { ContextValue } from '../request/request.ts';
import type { Plan } from './policies.ts';
import type { PreparedRequest } from './prepare.ts';
import { entryGrant, principalMatch, type Grant, type PrincipalPattern } from './principal-match.ts';
import { actionPlace, resourcePlace, type CompiledStatement } from './statement.ts';
import type { ElementResult, StatementResult } from './trace.ts';

/** One statement against the request, every element explained: what it names, what the request brings, because of what. */
export function explainStatement(
  statement: CompiledStatement,
  prepared: PreparedRequest,
  plan: Plan,
): StatementResult {
  const { principal, conditions, origin } = statement;
  const elements: ElementResult[] = [];
  if (principal !== undefined) elements.push(explainPrincipal(principal, statement, prepared));
  elements.push(actionOf(statement, prepared, plan));
  if (statement.resourceElement !== undefined) elements.push(explainResources(statement, prepared));
  for (let place = 0; place < conditions.length; place += 1) {
    const condition = conditions[place];
    if (condition === undefined) continue;
    const told = explainCondition(condition, prepared.context);
    const { operator, key, patterns } = condition;
    const range = statement.ranges.conditions[place];
    const found = { patterns, place: told.matchedPattern, value: told.value, wildcards: told.wildcards };
    elements.push(element('Condition', told.matches, found, told.because, range, operator, key));
  }
  return {
    layer: statement.layer,
    policyIndex: statement.policyIndex,
    policyName: origin.name,
    policyArn: origin.arn,
    policyId: origin.id,
    group: origin.group,
    level: statement.level,
    index: statement.index,
    sid: statement.sid,
    range: statement.ranges.statement,
    effect: statement.effect,
    applies: allMatch(elements),
    elements,
  };
}

function allMatch(elements: readonly ElementResult[]): boolean {
  for (const { matches } of elements) if (!matches) return false;
  return true;
}

interface Found {
  readonly patterns: readonly string[];
  /** The pattern that matched, as a position. */
  readonly place: number | undefined;
  readonly value: ContextValue | undefined;
  readonly wildcards: ElementResult['wildcards'];
}

/** Every element has the same fields in the same order: engines keep such objects small and fast. */
function element(
  name: ElementResult['element'],
  matches: boolean,
  { patterns, place, value, wildcards }: Found,
  because: string,
  range: SourceRange | undefined,
  operator?: string,
  key?: string,
): ElementResult {
  return {
    element: name,
    matches,
    patterns,
    matchedPattern: place,
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
  const found = { patterns: pattern.patterns, place: placeOf(place), value, wildcards: undefined };
  return element(pattern.element, grant !== 'none', found, because, ranges.principal);
}

/** The same for every request with this action, so it is made once. */
function actionOf(statement: CompiledStatement, prepared: PreparedRequest, plan: Plan): ElementResult {
  const known = plan.told.get(statement);
  if (known !== undefined) return known;
  const told = explainAction(statement, prepared);
  plan.told.set(statement, told);
  return told;
}

function explainAction(statement: CompiledStatement, { action, request }: PreparedRequest): ElementResult {
  const { actionElement, actions, actionSources: patterns, ranges } = statement;
  const place = actionPlace(statement, action.lower);
  const pattern = actions[place];
  const matches = place >= 0 === (actionElement === 'Action');
  const wildcards = pattern && globSpans(compileGlob(lowerCase(pattern.source)), action.lower);
  const found = { patterns, place: placeOf(place), value: request.action, wildcards };
  return element(actionElement, matches, found, matches ? 'matched' : 'noMatch', ranges.action);
}

function explainResources(statement: CompiledStatement, prepared: PreparedRequest): ElementResult {
  const { resources, resourceSources: patterns, resourceElement = 'Resource', ranges } = statement;
  const { resource, context } = prepared;
  const place = resourcePlace(statement, prepared);
  const pattern = resources[place];
  const matches = place >= 0 === (resourceElement === 'Resource');
  const wildcards = pattern && explainResource(pattern, resource, context).wildcards;
  const found = { patterns, place: placeOf(place), value: resource, wildcards };
  const because = matches ? 'matched' : lacksValue(statement, prepared) ? 'variableWithoutValue' : 'noMatch';
  return element(resourceElement, matches, found, because, ranges.resource);
}

function lacksValue({ resources }: CompiledStatement, { resource, context }: PreparedRequest): boolean {
  for (const pattern of resources)
    if (
      pattern.hasVariables &&
      explainResource(pattern, resource, context).because === 'variableWithoutValue'
    )
      return true;
  return false;
}

function placeOf(index: number): number | undefined {
  return index < 0 ? undefined : index;
}
