import { explainCondition, type CompiledCondition } from '../conditions/conditions.ts';
import { lacksVariable, type ResourcePattern } from '../pattern/resource.ts';
import { globSpans } from '../pattern/wildcard.ts';
import type { ContextMap } from '../request/context.ts';
import type { PreparedRequest } from './prepare.ts';
import { entryGrant, principalMatch, type Grant, type PrincipalPattern } from './principal-match.ts';
import { actionPlace, type CompiledStatement } from './statement.ts';
import {
  keep,
  keepLast,
  toldLast,
  toldOf,
  toldSpans,
  type ToldCondition,
  type ToldElements,
  type ToldPattern,
} from './explanation-cache.ts';
import type { ElementResult, StatementResult } from './trace.ts';

/** One request, with where to keep what is told of it. */
export interface Telling {
  readonly prepared: PreparedRequest;
  readonly elements: ToldElements;
  /** Results of the action elements for the request's action, by their numbers. */
  readonly actions: ElementResult[];
}

/** One statement against the request, every element explained: what it names, what the request brings, because of what. */
export function explainStatement(statement: CompiledStatement, telling: Telling): StatementResult {
  const { source, principal, conditions, resourceElement } = statement;
  const { prepared } = telling;
  const told = (statement.told ??= toldOf(statement, telling.elements));
  const before = (principal === undefined ? 1 : 2) + (resourceElement === undefined ? 0 : 1);
  // Sized at once: an array that grows takes several times the room.
  const elements = new Array<ElementResult>(before + conditions.length);
  const action = (telling.actions[told.action] ??= explainAction(statement, prepared));
  let applies = action.matches;
  if (principal === undefined) elements[0] = action;
  else {
    const result = explainPrincipal(principal, prepared);
    applies &&= result.matches;
    elements[0] = result;
    elements[1] = action;
  }
  if (resourceElement !== undefined) {
    const result =
      toldLast(told.resource, prepared) ??
      keepLast(told.resource, prepared, explainResources(statement, told.resource.patterns, prepared));
    applies &&= result.matches;
    elements[before - 1] = result;
  }
  let place = before;
  for (const condition of told.conditions) {
    const result =
      toldLast(condition, prepared) ?? keepLast(condition, prepared, toldCondition(condition, prepared));
    applies &&= result.matches;
    elements[place] = result;
    place += 1;
  }
  return { source, applies, elements };
}

/** A condition without variables is decided by its value alone, so its result is kept by it. */
function toldCondition(told: ToldCondition, context: ContextMap): ElementResult {
  const { condition, results } = told;
  const value = context.get(condition.lowerKey);
  if (condition.hasVariables || (value !== undefined && typeof value !== 'string'))
    return explainOne(condition, context);
  return results.get(value) ?? keep(told, value, explainOne(condition, context));
}

function explainOne(condition: CompiledCondition, context: ContextMap): ElementResult {
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
    wildcards,
  };
}

const becauseOf: Readonly<Record<Grant, string>> = {
  none: 'noMatch',
  direct: 'matched',
  limited: 'namesTheRole',
  account: 'delegatesToAccount',
};

function explainPrincipal(pattern: PrincipalPattern, prepared: PreparedRequest): ElementResult {
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
    wildcards: undefined,
  };
}

function explainAction(statement: CompiledStatement, { action, request }: PreparedRequest): ElementResult {
  const { actionElement, actions, actionSources: patterns } = statement;
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
    wildcards,
  };
}

function explainResources(
  { resourceSources: patterns, resourceElement = 'Resource', resources }: CompiledStatement,
  told: readonly ToldPattern[],
  prepared: PreparedRequest,
): ElementResult {
  let place = 0;
  let wildcards: ToldPattern['spans'];
  for (const pattern of told) {
    wildcards = toldSpans(pattern, prepared);
    if (wildcards !== undefined) break;
    place += 1;
  }
  const listed = wildcards !== undefined;
  const matches = listed === (resourceElement === 'Resource');
  const missed = !matches && lacksValue(resources, prepared) ? 'variableWithoutValue' : 'noMatch';
  return {
    element: resourceElement,
    matches,
    patterns,
    matchedPattern: listed ? place : undefined,
    value: prepared.request.resource,
    operator: undefined,
    key: undefined,
    because: matches ? 'matched' : missed,
    wildcards,
  };
}

function lacksValue(patterns: readonly ResourcePattern[], context: ContextMap): boolean {
  for (const pattern of patterns) if (pattern.hasVariables && lacksVariable(pattern, context)) return true;
  return false;
}

function placeOf(index: number): number | undefined {
  return index < 0 ? undefined : index;
}
