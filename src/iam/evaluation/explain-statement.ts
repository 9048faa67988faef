import { explainCondition, type CompiledCondition } from '../conditions/conditions.ts';
import { lacksVariable, matchesResource, resourceSpans, type ResourcePattern } from '../pattern/resource.ts';
import { globSpans } from '../pattern/wildcard.ts';
import type { ContextMap } from '../request/context.ts';
import type { PreparedRequest } from './prepare.ts';
import { entryGrant, principalMatch, type Grant, type PrincipalPattern } from './principal-match.ts';
import { actionPlace, type CompiledPolicy, type CompiledStatement } from './statement.ts';
import type { ElementResult, StatementResult } from './trace.ts';

/** Explains the statements of a document for the request at hand: anew, or with the help of an explanation cache. */
export type ExplainDocument = (document: CompiledPolicy) => readonly StatementResult[];

/** Explains every statement anew. */
export function explainAnew(prepared: PreparedRequest): ExplainDocument {
  return ({ statements }) => statements.map((statement) => explainStatement(statement, prepared));
}

/** One statement against the request, every element explained: what it names, what the request brings, because of what. */
function explainStatement(statement: CompiledStatement, prepared: PreparedRequest): StatementResult {
  const { source, principal, conditions, resourceElement } = statement;
  const elements = [
    ...(principal === undefined ? [] : [explainPrincipal(principal, prepared)]),
    explainAction(statement, prepared),
    ...(resourceElement === undefined ? [] : [explainResource(statement, prepared)]),
    ...conditions.map((condition) => explainConditionKey(condition, prepared)),
  ];
  return { source, applies: elements.every(({ matches }) => matches), elements };
}

const becauseOf: Readonly<Record<Grant, string>> = {
  none: 'noMatch',
  direct: 'matched',
  limited: 'namesTheRole',
  account: 'delegatesToAccount',
};

/** Whether a Principal or NotPrincipal element names the caller, and as whom. */
export function explainPrincipal(pattern: PrincipalPattern, prepared: PreparedRequest): ElementResult {
  const grant = principalMatch(pattern, prepared);
  const place = pattern.entries.findIndex((entry) => entryGrant(entry, prepared) !== 'none');
  const spared = grant === 'none' ? 'sparedByNotPrincipal' : 'notSparedByNotPrincipal';
  const because = pattern.element === 'NotPrincipal' ? spared : becauseOf[grant];
  const { principal: value } = prepared.request;
  return {
    element: pattern.element,
    matches: grant !== 'none',
    patterns: pattern.patterns,
    matchedPattern: indexOrNone(place),
    value,
    operator: undefined,
    key: undefined,
    because,
    wildcards: undefined,
  };
}

/** Whether an Action or NotAction element covers the request's action, and by which entry. */
export function explainAction(
  statement: CompiledStatement,
  { action, request }: PreparedRequest,
): ElementResult {
  const { actionElement, actions, actionSources: patterns } = statement;
  const place = actionPlace(statement, action.lower);
  const pattern = place < 0 ? undefined : actions[place];
  const matches = place >= 0 === (actionElement === 'Action');
  const wildcards = pattern?.glob && globSpans(pattern.glob, action.lower);
  return {
    element: actionElement,
    matches,
    patterns,
    matchedPattern: indexOrNone(place),
    value: request.action,
    operator: undefined,
    key: undefined,
    because: matches ? 'matched' : 'noMatch',
    wildcards,
  };
}

/** What the wildcards of an entry of a Resource element stand for in the request's resource; undefined: it does not match. */
export type Spans = ReturnType<typeof resourceSpans>;

/** The spans of one entry. */
export function spansOf(pattern: ResourcePattern, prepared: PreparedRequest): Spans {
  const { resource } = prepared.request;
  return matchesResource(pattern, resource, prepared)
    ? resourceSpans(pattern, resource, prepared)
    : undefined;
}

/** Whether a Resource or NotResource element covers the request's resource. */
function explainResource(statement: CompiledStatement, prepared: PreparedRequest): ElementResult {
  let place = 0;
  let spans: Spans;
  for (const pattern of statement.resources) {
    spans = spansOf(pattern, prepared);
    if (spans !== undefined) break;
    place += 1;
  }
  return resourceResult(statement, prepared, place, spans);
}

/** The same, where the first entry that matches (`place`) and what its wildcards stand for are known. */
export function resourceResult(
  { resourceSources: patterns, resourceElement = 'Resource', resources }: CompiledStatement,
  prepared: PreparedRequest,
  place: number,
  wildcards: Spans,
): ElementResult {
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

/** Whether one key of a Condition element is met by the request's context. */
export function explainConditionKey(condition: CompiledCondition, context: ContextMap): ElementResult {
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

function indexOrNone(index: number): number | undefined {
  return index < 0 ? undefined : index;
}
