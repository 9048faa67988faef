import { explainCondition } from '../conditions/conditions.ts';
import { matchesAction } from '../pattern/action.ts';
import { explainResource } from '../pattern/resource.ts';
import type { SourceRange } from '../policy/json.ts';
import { compileGlob, globSpans } from '../pattern/wildcard.ts';
import { lowerCase } from '../request/context.ts';
import type { PreparedRequest } from './prepare.ts';
import { entryGrant, principalMatch } from './principal-match.ts';
import { actionMatches, resourceMatches, type CompiledStatement } from './statement.ts';
import type { ElementResult, StatementResult } from './trace.ts';

/** One statement against the request, every element explained: what it names, what the request brings, because of what. */
export function explainStatement(statement: CompiledStatement, prepared: PreparedRequest): StatementResult {
  const elements = [
    ...explainPrincipal(statement, prepared),
    explainActions(statement, prepared),
    ...explainResources(statement, prepared),
    ...statement.conditions.map((condition): ElementResult => {
      const { operator, key, patterns, path } = condition;
      const range = rangeOf(statement, path);
      return {
        element: 'Condition',
        operator,
        key,
        patterns,
        ...explainCondition(condition, prepared.context),
        ...(range && { range }),
      };
    }),
  ];
  const { origin: source } = statement;
  const range = rangeOf(statement, statement.path);
  return {
    layer: statement.layer,
    policyIndex: statement.policyIndex,
    index: statement.index,
    effect: statement.effect,
    applies: elements.every(({ matches }) => matches),
    elements,
    ...(source.name !== undefined && { policyName: source.name }),
    ...(source.arn !== undefined && { policyArn: source.arn }),
    ...(source.id !== undefined && { policyId: source.id }),
    ...(source.group !== undefined && { group: source.group }),
    ...(statement.level !== undefined && { level: statement.level }),
    ...(statement.sid !== undefined && { sid: statement.sid }),
    ...(range && { range }),
  };
}

function rangeOf(statement: CompiledStatement, path: string): SourceRange | undefined {
  return statement.origin.ranges?.get(path);
}

function explainPrincipal(statement: CompiledStatement, prepared: PreparedRequest): readonly ElementResult[] {
  const pattern = statement.principal;
  if (pattern === undefined) return [];
  const grant = principalMatch(pattern, prepared);
  const matched = pattern.entries.findIndex(({ kind, text }) => entryGrant(kind, text, prepared) !== 'none');
  const because =
    pattern.element === 'NotPrincipal'
      ? grant === 'none'
        ? 'sparedByNotPrincipal'
        : 'notSparedByNotPrincipal'
      : { none: 'noMatch', direct: 'matched', limited: 'namesTheRole', account: 'delegatesToAccount' }[grant];
  const range = rangeOf(statement, `${statement.path}/${pattern.element}`);
  return [
    {
      element: pattern.element,
      matches: grant !== 'none',
      patterns: pattern.entries.map(({ text }) => text),
      ...(matched >= 0 && { matchedPattern: matched }),
      value: prepared.request.principal,
      because,
      ...(range && { range }),
    },
  ];
}

function explainActions(statement: CompiledStatement, prepared: PreparedRequest): ElementResult {
  const matched = statement.actions.findIndex((pattern) => matchesAction(pattern, prepared.action));
  const matches = actionMatches(statement, prepared);
  const pattern = statement.actions[matched];
  const wildcards = pattern && globSpans(compileGlob(lowerCase(pattern.source)), prepared.action);
  const range = rangeOf(statement, `${statement.path}/${statement.actionElement}`);
  return {
    element: statement.actionElement,
    matches,
    patterns: statement.actions.map(({ source }) => source),
    ...(matched >= 0 && { matchedPattern: matched }),
    value: prepared.request.action,
    because: matches ? 'matched' : 'noMatch',
    ...(wildcards && { wildcards }),
    ...(range && { range }),
  };
}

function explainResources(statement: CompiledStatement, prepared: PreparedRequest): readonly ElementResult[] {
  const element = statement.resourceElement;
  if (element === undefined) return [];
  const answers = statement.resources.map((pattern) =>
    explainResource(pattern, prepared.request.resource, prepared.context),
  );
  const matched = answers.findIndex(({ matches }) => matches);
  const matches = resourceMatches(statement, prepared);
  const lacking = answers.some(({ because }) => because === 'variableWithoutValue');
  const wildcards = answers[matched]?.wildcards;
  const range = rangeOf(statement, `${statement.path}/${element}`);
  return [
    {
      element,
      matches,
      patterns: statement.resources.map(({ source }) => source),
      ...(matched >= 0 && { matchedPattern: matched }),
      value: prepared.request.resource,
      because: matches ? 'matched' : lacking ? 'variableWithoutValue' : 'noMatch',
      ...(wildcards && { wildcards }),
      ...(range && { range }),
    },
  ];
}
