import type { CompiledCondition } from '../conditions/conditions.ts';
import { matchesResource, resourceSpans, type ResourcePattern } from '../pattern/resource.ts';
import type { PreparedRequest } from './prepare.ts';
import type { CompiledStatement } from './statement.ts';
import type { ElementResult } from './trace.ts';

/** An element's answer to the request asked last: statements that write the same element tell the same result. */
export interface Answer {
  asked: PreparedRequest | undefined;
  result: ElementResult | undefined;
}

export interface ToldCondition extends Answer {
  readonly condition: CompiledCondition;
  /** By the key's value, where nothing else decides; undefined where the key is absent. */
  readonly results: Map<string | undefined, ElementResult>;
}

interface ToldResource extends Answer {
  readonly patterns: readonly ToldPattern[];
}

/** A resource pattern's answer to the request asked last: what its wildcards stand for where it matches. */
export interface ToldPattern {
  readonly pattern: ResourcePattern;
  asked: PreparedRequest | undefined;
  spans: ReturnType<typeof resourceSpans>;
}

/** What was told of a statement's elements, to be told again. */
export interface Told {
  /** Which of the action elements it is, counted through the policy set. */
  readonly action: number;
  readonly resource: ToldResource;
  readonly conditions: readonly ToldCondition[];
}

/** What was told of the elements of a policy set, by what they write. */
export interface ToldElements {
  readonly actions: Map<string, number>;
  /** By the action as the request writes it, then by the number of the element. */
  readonly byAction: Map<string, ElementResult[]>;
  readonly resources: Map<string, ToldResource>;
  readonly patterns: Map<string, ToldPattern>;
  readonly conditions: Map<string, ToldCondition>;
}

export function nothingTold(): ToldElements {
  return {
    actions: new Map(),
    byAction: new Map(),
    resources: new Map(),
    patterns: new Map(),
    conditions: new Map(),
  };
}

/** Where the results of a statement's elements are kept: with those of every statement that writes the same. */
export function toldOf(statement: CompiledStatement, elements: ToldElements): Told {
  const { actionElement, actionSources, resourceElement, resources, conditions } = statement;
  return {
    action: among(elements.actions, [actionElement, actionSources], () => elements.actions.size),
    resource: among(elements.resources, [resourceElement, ...resources.map(formOf)], () => ({
      asked: undefined,
      result: undefined,
      patterns: resources.map((pattern) =>
        among(elements.patterns, formOf(pattern), () => ({ pattern, asked: undefined, spans: undefined })),
      ),
    })),
    conditions: conditions.map((condition) =>
      among(elements.conditions, elementOf(condition), () => ({
        condition,
        asked: undefined,
        result: undefined,
        results: new Map(),
      })),
    ),
  };
}

/** The same text is another pattern where variables are replaced, and where a short ARN is filled up. */
function formOf({ source, hasVariables, glob }: ResourcePattern): readonly unknown[] {
  return [source, hasVariables, glob?.tokens.length];
}

function elementOf({ operator, key, patterns, hasVariables }: CompiledCondition): readonly unknown[] {
  return [operator, key, patterns, hasVariables];
}

function among<Kept>(kept: Map<string, Kept>, element: readonly unknown[], make: () => Kept): Kept {
  const text = JSON.stringify(element);
  const known = kept.get(text) ?? make();
  kept.set(text, known);
  return known;
}

/** What was told of this request already. */
export function toldLast(answer: Answer, request: PreparedRequest): ElementResult | undefined {
  return answer.asked === request ? answer.result : undefined;
}

/** What the wildcards of a pattern stand for in the request's resource; undefined where it does not match. */
export function toldSpans(told: ToldPattern, request: PreparedRequest): ToldPattern['spans'] {
  if (told.asked === request) return told.spans;
  const { pattern } = told;
  const { resource } = request.request;
  const matches = matchesResource(pattern, resource, request);
  told.asked = request;
  told.spans = matches ? resourceSpans(pattern, resource, request) : undefined;
  return told.spans;
}

/** Keeps a result for the next statement that writes the same element. */
export function keepLast(answer: Answer, request: PreparedRequest, result: ElementResult): ElementResult {
  answer.asked = request;
  answer.result = result;
  return result;
}

/** The results of action elements for one action, by their numbers; empty at first. */
export function toldOfAction({ byAction }: ToldElements, action: string): ElementResult[] {
  const known = byAction.get(action);
  if (known !== undefined) return known;
  if (byAction.size >= most) byAction.clear();
  const none: ElementResult[] = [];
  byAction.set(action, none);
  return none;
}

/** Keeps a result for the next request that brings the same; the first few of them, so that no workload fills memory. */
export function keep(
  condition: ToldCondition,
  value: string | undefined,
  result: ElementResult,
): ElementResult {
  if (condition.results.size < most) condition.results.set(value, result);
  return result;
}

/** More than the actions of one workload. */
const most = 64;
