import { isJsonObject, type JsonObject, type JsonValue } from '#iam';
import { actionsMatching } from '#iam/reference';
import { conditionsOf, statementsOf, valuesOf } from './statements.ts';

/** A document with one edit, such as a learner makes by mistake. */
export interface Mutant {
  /** What was edited, for a report: `statement 1, Resource: "…/*" without its slash`. */
  readonly edit: string;
  readonly document: JsonObject;
}

const lists = ['Action', 'NotAction', 'Resource', 'NotResource'] as const;

/**
 * Every single edit of a policy that changes what it says: a statement, value, key or condition dropped; an action,
 * resource or value widened or narrowed; a slash dropped; Allow and Deny swapped; Bool and BoolIfExists, StringEquals
 * and StringLike swapped; IfExists added. Edits that leave the meaning as it was by definition (StringLike for
 * StringEquals where no value holds a wildcard) are not made.
 */
export function mutants(document: JsonObject): readonly Mutant[] {
  const statements = statementsOf(document);
  const changed = statements.flatMap((statement, index) =>
    statementMutants(statement).map(({ edit, document: next }) => ({
      edit: `statement ${index + 1}, ${edit}`,
      document: { ...document, Statement: statements.with(index, next) },
    })),
  );
  const dropped = statements.map((_, index) => ({
    edit: `statement ${index + 1} dropped`,
    document: { ...document, Statement: statements.toSpliced(index, 1) },
  }));
  return statements.length > 1 ? [...dropped, ...changed] : changed;
}

function statementMutants(statement: JsonObject): readonly Mutant[] {
  const effect = statement['Effect'] === 'Allow' ? 'Deny' : 'Allow';
  return [
    { edit: `Effect: ${effect}`, document: { ...statement, Effect: effect } },
    ...lists.flatMap((element) => listMutants(statement, element)),
    ...principalMutants(statement),
    ...conditionMutants(statement),
  ];
}

function listMutants(statement: JsonObject, element: (typeof lists)[number]): readonly Mutant[] {
  const values = valuesOf(statement[element]);
  const edits: Mutant[] = [];
  values.forEach((value, index) => {
    const others = values.toSpliced(index, 1);
    if (others.length > 0)
      edits.push({
        edit: `${element}: "${value}" dropped`,
        document: { ...statement, [element]: others },
      });
    for (const [how, next] of variants(value, element.endsWith('Action'))) {
      if (values.includes(next)) continue;
      edits.push({
        edit: `${element}: "${value}" ${how}`,
        document: { ...statement, [element]: values.with(index, next) },
      });
    }
  });
  return edits;
}

/** A pattern widened and narrowed, the ways people do. */
function variants(value: string, isAction: boolean): readonly (readonly [string, string])[] {
  if (value === '*') return [];
  const [service = ''] = value.split(':', 1);
  const found: [string, string][] = [];
  // A wider action pattern says more only where it names an action that exists.
  const wider = !isAction || actionsMatching(`${value}*`).length > actionsMatching(value).length;
  if (!value.endsWith('*') && wider) found.push(['with a star', `${value}*`]);
  if (isAction) found.push(['for all of the service', `${service}:*`], ['for all actions', '*']);
  else found.push(['for all resources', '*']);
  if (value.endsWith('/*')) found.push(['without its slash', `${value.slice(0, -2)}*`]);
  if (value.endsWith('/*')) found.push(['without slash and star', value.slice(0, -2)]);
  if (value.endsWith('*') && !value.endsWith('/*')) found.push(['without its star', value.slice(0, -1)]);
  if (value.endsWith('*')) found.push(['narrowed', `${value.slice(0, -1)}x417*`]);
  const variable = /\$\{[^}]*\}/.exec(value);
  if (variable !== null) found.push(['with a star for its variable', value.replace(variable[0], '*')]);
  return found.filter(([, next]) => next !== value && !/^[^:*]*$/.test(next));
}

function principalMutants(statement: JsonObject): readonly Mutant[] {
  const { Principal: principal } = statement;
  if (principal === undefined || !isJsonObject(principal)) return [];
  const kinds = Object.entries(principal);
  const edits: Mutant[] = [{ edit: 'Principal: everyone', document: { ...statement, Principal: '*' } }];
  for (const [kind, value] of kinds) {
    const values = valuesOf(value);
    values.forEach((one, index) => {
      if (values.length > 1)
        edits.push({
          edit: `Principal: "${one}" dropped`,
          document: { ...statement, Principal: { ...principal, [kind]: values.toSpliced(index, 1) } },
        });
    });
    if (kinds.length > 1)
      edits.push({
        edit: `Principal: ${kind} dropped`,
        document: { ...statement, Principal: without(principal, kind) },
      });
  }
  return edits;
}

function conditionMutants(statement: JsonObject): readonly Mutant[] {
  const { Condition: block } = statement;
  if (block === undefined || !isJsonObject(block)) return [];
  return conditionsOf(statement).flatMap(({ operator, key, values }) => {
    const rest = withoutKey(block, operator, key);
    const put = (otherOperator: string, otherValues: readonly string[]): JsonObject => ({
      ...statement,
      Condition: withKey(rest, otherOperator, key, otherValues),
    });
    const name = `${operator} ${key}`;
    const edits: Mutant[] = [
      {
        edit: `${name} dropped`,
        document:
          Object.keys(rest).length === 0
            ? without(statement, 'Condition')
            : { ...statement, Condition: rest },
      },
    ];
    for (const other of otherOperators(operator, values))
      if (blockKey(rest, other, key) === undefined)
        edits.push({ edit: `${name}: ${other}`, document: put(other, values) });
    values.forEach((value, index) => {
      if (values.length > 1)
        edits.push({
          edit: `${name}: "${value}" dropped`,
          document: put(operator, values.toSpliced(index, 1)),
        });
      for (const next of otherValues(operator, value))
        edits.push({
          edit: `${name}: "${value}" as "${next}"`,
          document: put(operator, values.with(index, next)),
        });
    });
    return edits;
  });
}

function otherOperators(operator: string, values: readonly string[]): readonly string[] {
  const ifExists = operator.endsWith('IfExists');
  const base = ifExists ? operator.slice(0, -'IfExists'.length) : operator;
  const end = ifExists ? 'IfExists' : '';
  const found = base.endsWith('Null') ? [] : [ifExists ? base : `${base}IfExists`];
  const plain = !values.some((value) => /[*?]/.test(value));
  if (base.endsWith('StringLike') && !plain) found.push(base.replace('StringLike', 'StringEquals') + end);
  if (base.endsWith('StringEquals') && !plain) found.push(base.replace('StringEquals', 'StringLike') + end);
  return found;
}

function otherValues(operator: string, value: string): readonly string[] {
  if (/(?:Bool|Null)/.test(operator)) return [value === 'true' ? 'false' : 'true'];
  if (/(?:String|Arn)(?:Not)?Like/.test(operator)) {
    const wider = value.endsWith('*') ? [] : [`${value}*`];
    return value.includes('/*') ? [...wider, value.replace('/*', '*')] : wider;
  }
  return /String|Arn/.test(operator) ? [`${value}x417`] : [];
}

function without(object: JsonObject, key: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([other]) => other !== key));
}
function blockKey(block: JsonObject, operator: string, key: string): JsonValue | undefined {
  const { [operator]: keys } = block;
  return keys !== undefined && isJsonObject(keys) ? keys[key] : undefined;
}
function withoutKey(block: JsonObject, operator: string, key: string): JsonObject {
  const { [operator]: keys } = block;
  if (keys === undefined || !isJsonObject(keys)) return block;
  const left = without(keys, key);
  return Object.keys(left).length === 0 ? without(block, operator) : { ...block, [operator]: left };
}
function withKey(block: JsonObject, operator: string, key: string, values: readonly string[]): JsonObject {
  const { [operator]: keys } = block;
  const known = keys !== undefined && isJsonObject(keys) ? keys : {};
  return { ...block, [operator]: { ...known, [key]: values } };
}
