import { compileConditions, conditionMatches, type CompiledCondition } from '../conditions/conditions.ts';
import { compileAction, matchesAction, type ActionPattern } from '../pattern/action.ts';
import { compileResource, matchesResource, type ResourcePattern } from '../pattern/resource.ts';
import { origin, type PolicyDocument, type PolicyOrigin, type PolicyType } from '../policy/document.ts';
import { checkPolicy } from '../policy/grammar.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../json/json.ts';
import { compilePrincipal, principalMatch, type PrincipalPattern } from './principal-match.ts';
import type { ContextMap } from '../request/context.ts';
import type { PreparedRequest } from './prepare.ts';
import type { Layer, StatementSource } from './trace.ts';

/** One statement, prepared: what it names is matched many times. */
export interface CompiledStatement {
  readonly source: StatementSource;
  readonly principal: PrincipalPattern | undefined;
  readonly actionElement: 'Action' | 'NotAction';
  readonly actions: readonly ActionPattern[];
  /** As the policy writes them. */
  readonly actionSources: readonly string[];
  readonly resourceElement: 'Resource' | 'NotResource' | undefined;
  readonly resources: readonly ResourcePattern[];
  readonly resourceSources: readonly string[];
  readonly conditions: readonly CompiledCondition[];
  /** Whether it applies to every request whose action it covers. */
  readonly unconditional: boolean;
}

/** A document prepared, or the reason why it cannot be evaluated. */
export interface CompiledPolicy {
  readonly statements: readonly CompiledStatement[];
  readonly invalid?: { readonly code: string; readonly path: string; readonly name: string };
}

const types: Readonly<Record<Layer, PolicyType>> = {
  identity: 'identity',
  boundary: 'boundary',
  session: 'session',
  resource: 'resource',
  scp: 'scp',
  rcp: 'rcp',
  vpcEndpoint: 'vpcEndpoint',
};

/** IAM refuses part of a name as a pattern; where such a principal stands all the same, it names nobody. */
const namesNobody = 'UNSUPPORTED_WILDCARD_IN_PRINCIPAL';

/** Prepares a document of a layer; one that IAM would refuse has no statements and says why. */
export function compilePolicy(
  document: JsonValue,
  layer: Layer,
  place: {
    readonly policyIndex: number;
    readonly level?: number;
    readonly trust?: boolean;
  },
): CompiledPolicy {
  const unnamed = `${layer} ${place.policyIndex + 1}`;
  if (!isJsonObject(document))
    return { statements: [], invalid: { code: 'POLICY_NOT_AN_OBJECT', path: '', name: unnamed } };
  const source: PolicyOrigin = (document as PolicyDocument)[origin] ?? {};
  const name = source.name ?? unnamed;
  const type = layer === 'resource' && place.trust === true ? 'trust' : types[layer];
  const error = isImplied(document, layer)
    ? undefined
    : checkPolicy(document, type).find(({ severity, code }) => severity === 'error' && code !== namesNobody);
  if (error !== undefined) return { statements: [], invalid: { code: error.code, path: error.path, name } };
  const list = document['Statement'];
  const many = Array.isArray(list);
  const bodies = (many ? (list as readonly JsonValue[]) : [list]).filter((body) => isJsonObject(body));
  const variables = document['Version'] === '2012-10-17';
  const statements: CompiledStatement[] = [];
  for (const [index, body] of bodies.entries()) {
    const path = many ? `/Statement/${index}` : '/Statement';
    const block = body['Condition'];
    const { conditions, unsupported } = compileConditions(
      isJsonObject(block) ? block : {},
      `${path}/Condition`,
      variables,
    );
    if (unsupported !== undefined)
      return { statements: [], invalid: { code: 'UNSUPPORTED', path: unsupported.path, name } };
    statements.push(compileBody(body, layer, variables, conditions, { ...place, index, path, source }));
  }
  return { statements };
}

/** `RCPFullAWSAccess` is AWS's own and allows; no customer's RCP may. */
function isImplied(document: JsonObject, layer: Layer): boolean {
  if (layer !== 'rcp') return false;
  const list = document['Statement'];
  const body: JsonValue | undefined = Array.isArray(list) ? (list as readonly JsonValue[])[0] : list;
  return (
    isJsonObject(body) && body['Effect'] === 'Allow' && body['Action'] === '*' && body['Resource'] === '*'
  );
}

function texts(value: JsonValue | undefined): readonly string[] {
  const list = Array.isArray(value) ? (value as readonly JsonValue[]) : [value];
  return list.filter((item) => typeof item === 'string');
}

interface StatementPlace {
  readonly policyIndex: number;
  readonly level?: number;
  readonly index: number;
  readonly path: string;
  readonly source: PolicyOrigin;
}

function compileBody(
  body: JsonObject,
  layer: Layer,
  variables: boolean,
  conditions: readonly CompiledCondition[],
  { policyIndex, level, index, path, source }: StatementPlace,
): CompiledStatement {
  const actionElement = 'NotAction' in body ? 'NotAction' : 'Action';
  const resourceElement = 'NotResource' in body ? 'NotResource' : 'Resource' in body ? 'Resource' : undefined;
  const pad = layer === 'identity' || layer === 'boundary';
  const principal = compilePrincipal(body);
  const actionSources = texts(body[actionElement]);
  const resourceSources = resourceElement === undefined ? [] : texts(body[resourceElement]);
  const everywhere =
    resourceElement === undefined || (resourceElement === 'Resource' && resourceSources.includes('*'));
  // One literal: objects put together by spreading are slow to read, and statements are read all the time.
  return {
    source: {
      layer,
      policyIndex,
      policyName: source.name,
      policyArn: source.arn,
      policyId: source.id,
      group: source.group,
      level,
      index,
      sid: typeof body['Sid'] === 'string' && body['Sid'] !== '' ? body['Sid'] : undefined,
      range: source.ranges?.get(path),
      effect: body['Effect'] === 'Deny' ? 'Deny' : 'Allow',
    },
    principal,
    actionElement,
    actions: actionSources.map(compileAction),
    actionSources,
    resourceElement,
    resources: resourceSources.map((text) => compileResource(text, { variables, pad })),
    resourceSources,
    conditions,
    unconditional: everywhere && principal === undefined && conditions.length === 0,
  };
}

/** Whether the statement covers an action, given in lower case. */
export function coversAction(statement: CompiledStatement, lower: string): boolean {
  return actionPlace(statement, lower) >= 0 === (statement.actionElement === 'Action');
}

/** Position of the first entry that lists an action, given in lower case, or -1. */
export function actionPlace({ actions }: CompiledStatement, lower: string): number {
  for (let place = 0; place < actions.length; place += 1) {
    const pattern = actions[place];
    if (pattern !== undefined && matchesAction(pattern, lower)) return place;
  }
  return -1;
}

/** Whether every element but the action, which is known to be covered, matches the request. Allocates nothing. */
export function applies(statement: CompiledStatement, prepared: PreparedRequest): boolean {
  if (statement.unconditional) return true;
  if (!coversResource(statement, prepared.request.resource, prepared)) return false;
  const { principal, conditions } = statement;
  if (principal !== undefined && principalMatch(principal, prepared) === 'none') return false;
  for (const condition of conditions) if (!conditionMatches(condition, prepared)) return false;
  return true;
}

/**
 * Whether the statement covers a resource, with policy variables standing for keys of the context; one without a Resource
 * element covers any.
 */
export function coversResource(statement: CompiledStatement, resource: string, context: ContextMap): boolean {
  const { resourceElement } = statement;
  if (resourceElement === undefined) return true;
  return resourcePlace(statement, resource, context) >= 0 === (resourceElement === 'Resource');
}

/** Position of the first entry that lists the resource, or -1. */
function resourcePlace({ resources }: CompiledStatement, resource: string, context: ContextMap): number {
  for (let place = 0; place < resources.length; place += 1) {
    const pattern = resources[place];
    if (pattern !== undefined && matchesResource(pattern, resource, context)) return place;
  }
  return -1;
}
