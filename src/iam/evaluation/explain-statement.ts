import { explainCondition, type CompiledCondition } from '../conditions/conditions.ts';
import { lacksVariable, resourceSpans } from '../pattern/resource.ts';
import { globSpans } from '../pattern/wildcard.ts';
import type { SourceRange } from '../policy/json.ts';
import type { ContextMap } from '../request/context.ts';
import type { PreparedRequest } from './prepare.ts';
import { entryGrant, principalMatch, type Grant, type PrincipalPattern } from './principal-match.ts';
import { actionPlace, resourcePlace, type CompiledStatement } from './statement.ts';
import { keep, nothingTold, type Results } from './told.ts';
import type { ElementResult, StatementResult } from './trace.ts';

/** One statement against the request, every element explained: what it names, what the request brings, because of what. */
export function explainStatement(statement: CompiledStatement, prepared: PreparedRequest): StatementResult {
  const { principal, conditions, origin, ranges, resourceElement } = statement;
  const told = (statement.told ??= nothingTold(conditions.length));
  const before = (principal === undefined ? 1 : 2) + (resourceElement === undefined ? 0 : 1);
  // Sized at once: an array that grows takes several times the room.
  const elements = new Array<ElementResult>(before + conditions.length);
  if (principal !== undefined) elements[0] = explainPrincipal(principal, statement, prepared);
  const { action } = prepared.request;
  elements[principal === undefined ? 0 : 1] =
    told.actions.get(action) ?? keep(told.actions, action, explainAction(statement, prepared));
  if (resourceElement !== undefined) elements[before - 1] = explainResources(statement, prepared);
  let place = 0;
  for (const condition of conditions) {
    const range = ranges.conditions[place];
    elements[before + place] = toldCondition(condition, told.conditions[place], range, prepared.context);
    place += 1;
  }
  let applies = true;
  for (const { matches } of elements) applies &&= matches;
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
    range: ranges.statement,
    effect: statement.effect,
    applies,
    elements,
  };
}

/** A condition without variables is decided by its value alone, so its result is kept by it. */
function toldCondition(
  condition: CompiledCondition,
  results: Results | undefined,
  range: SourceRange | undefined,
  context: ContextMap,
): ElementResult {
  const value = context.get(condition.lowerKey);
  if (results === undefined || condition.hasVariables || (value !== undefined && typeof value !== 'string'))
    return explainOne(condition, range, context);
  return results.get(value) ?? keep(results, value, explainOne(condition, range, context));
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

function explainAction(statement: CompiledStatement, { action, request }: PreparedRequest): ElementResult {
  const { actionElement, actions, actionSources: patterns, ranges } = statement;
  const place = actionPlace(statement, action.lower);
  const pattern = place < 0 ? undefined : actions[place];
  const matches = place >= 0 === (actionElement === 'Action');
  const wildcards = pattern?.glob && globSpans(pattern.glob, action.lower);
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
  const pattern = place < 0 ? undefined : resources[place];
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
