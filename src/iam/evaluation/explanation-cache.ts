import type { CompiledCondition } from '../conditions/conditions.ts';
import type { ResourcePattern } from '../pattern/resource.ts';
import {
  explainAction,
  explainConditionKey,
  explainPrincipal,
  resourceResult,
  spansOf,
  type ExplainDocument,
  type Spans,
} from './explain-statement.ts';
import type { PreparedRequest } from './prepare.ts';
import type { CompiledPolicy, CompiledStatement } from './statement.ts';
import type { ElementResult, StatementResult } from './trace.ts';

/**
 * What was explained of a policy set, for the requests to come. Statements of large policies write the same elements over
 * and over (`"Action": "s3:Get*"` in twenty of them), and a workload asks for few actions and brings few values: the result
 * of an action element serves every request for that action, the result of a condition without variables every request in
 * which its key has that value. Both are frozen, since evaluations share them.
 */
interface ExplanationCache {
  readonly numbering: Numbering;
  readonly numbered: WeakMap<CompiledPolicy, readonly NumberedStatement[]>;
  /** By the action as the request writes it, then by the number of the element. */
  readonly byAction: Map<string, ElementResult[]>;
  /** By the number of the condition, then by the value of its key; undefined where the key is absent. */
  readonly byValue: Map<string | undefined, ElementResult>[];
}

/** More than the actions, and the values of a key, that one workload brings; no workload fills memory. */
const maxResults = 64;

export function explanationCache(): ExplanationCache {
  return {
    numbering: { actions: new Map(), resources: new Map(), entries: new Map(), conditions: new Map() },
    numbered: new WeakMap(),
    byAction: new Map(),
    byValue: [],
  };
}

/** The numbers of elements by what they write: elements that write the same, and are read alike, share one. */
type Numbering = Readonly<Record<'actions' | 'resources' | 'entries' | 'conditions', Map<string, number>>>;

/** A statement with the numbers of its elements. */
interface NumberedStatement {
  readonly statement: CompiledStatement;
  readonly action: number;
  readonly resource: number;
  readonly entries: readonly { readonly pattern: ResourcePattern; readonly number: number }[];
  readonly conditions: readonly { readonly condition: CompiledCondition; readonly number: number }[];
}

/** One request, and what was explained for it so far, each by the number of the element. */
interface Explaining {
  readonly cache: ExplanationCache;
  readonly prepared: PreparedRequest;
  readonly actions: ElementResult[];
  readonly resources: (ElementResult | undefined)[];
  /** Null where the entry does not match. */
  readonly spans: (Spans | null)[];
  readonly conditions: (ElementResult | undefined)[];
}

/** Explains as `explainAnew` does, but says only once what would be said again. */
export function explainCached(cache: ExplanationCache, prepared: PreparedRequest): ExplainDocument {
  const { resources, entries, conditions } = cache.numbering;
  const explaining: Explaining = {
    cache,
    prepared,
    actions: actionsOf(cache, prepared.request.action),
    // Sized at once: an array that grows takes several times the room.
    resources: new Array<undefined>(resources.size),
    spans: new Array<null>(entries.size),
    conditions: new Array<undefined>(conditions.size),
  };
  return (document) => numberedOf(cache, document).map((numbered) => explain(numbered, explaining));
}

/** The results of action elements for one action; empty at first. */
function actionsOf({ byAction }: ExplanationCache, action: string): ElementResult[] {
  const cached = byAction.get(action);
  if (cached !== undefined) return cached;
  if (byAction.size >= maxResults) byAction.clear();
  const none: ElementResult[] = [];
  byAction.set(action, none);
  return none;
}

function numberedOf(cache: ExplanationCache, document: CompiledPolicy): readonly NumberedStatement[] {
  const cached = cache.numbered.get(document);
  if (cached !== undefined) return cached;
  const numbered = document.statements.map((statement) => numberElements(statement, cache.numbering));
  cache.numbered.set(document, numbered);
  return numbered;
}

function numberElements(statement: CompiledStatement, numbering: Numbering): NumberedStatement {
  const { actionElement, actionSources, resourceElement, resources, conditions } = statement;
  return {
    statement,
    action: numberIn(numbering.actions, [actionElement, actionSources]),
    resource: numberIn(numbering.resources, [resourceElement, ...resources.map(writtenAs)]),
    entries: resources.map((pattern) => ({
      pattern,
      number: numberIn(numbering.entries, writtenAs(pattern)),
    })),
    conditions: conditions.map((condition) => {
      const { operator, key, patterns, hasVariables } = condition;
      return { condition, number: numberIn(numbering.conditions, [operator, key, patterns, hasVariables]) };
    }),
  };
}

/** The same text is another pattern where variables are replaced, and where a short ARN is filled up. */
function writtenAs({ source, hasVariables, glob }: ResourcePattern): readonly unknown[] {
  return [source, hasVariables, glob?.tokens.length];
}

function numberIn(numbers: Map<string, number>, written: readonly unknown[]): number {
  const text = JSON.stringify(written);
  const number = numbers.get(text) ?? numbers.size;
  numbers.set(text, number);
  return number;
}

function explain(numbered: NumberedStatement, explaining: Explaining): StatementResult {
  const { statement } = numbered;
  const { source, principal, resourceElement } = statement;
  const { prepared } = explaining;
  let place = (principal === undefined ? 1 : 2) + (resourceElement === undefined ? 0 : 1);
  const elements = new Array<ElementResult>(place + numbered.conditions.length);
  const action = (explaining.actions[numbered.action] ??= Object.freeze(explainAction(statement, prepared)));
  let applies = action.matches;
  if (principal === undefined) elements[0] = action;
  else {
    const result = explainPrincipal(principal, prepared);
    applies &&= result.matches;
    elements[0] = result;
    elements[1] = action;
  }
  if (resourceElement !== undefined) {
    const result = (explaining.resources[numbered.resource] ??= explainResource(numbered, explaining));
    applies &&= result.matches;
    elements[place - 1] = result;
  }
  for (const { condition, number } of numbered.conditions) {
    const result = (explaining.conditions[number] ??= explainCondition(condition, number, explaining));
    applies &&= result.matches;
    elements[place] = result;
    place += 1;
  }
  return { source, applies, elements };
}

function explainResource(
  { statement, entries }: NumberedStatement,
  { prepared, spans }: Explaining,
): ElementResult {
  let place = 0;
  for (const { pattern, number } of entries) {
    let found = spans[number];
    if (found === undefined) spans[number] = found = spansOf(pattern, prepared) ?? null;
    if (found !== null) return resourceResult(statement, prepared, place, found);
    place += 1;
  }
  return resourceResult(statement, prepared, place, undefined);
}

/** A condition without variables is decided by its key's value alone. */
function explainCondition(
  condition: CompiledCondition,
  number: number,
  { cache, prepared }: Explaining,
): ElementResult {
  const value = prepared.get(condition.lowerKey);
  if (condition.hasVariables || (value !== undefined && typeof value !== 'string'))
    return explainConditionKey(condition, prepared);
  const results = (cache.byValue[number] ??= new Map<string | undefined, ElementResult>());
  const cached = results.get(value);
  if (cached !== undefined) return cached;
  const result = Object.freeze(explainConditionKey(condition, prepared));
  if (results.size < maxResults) results.set(value, result);
  return result;
}
