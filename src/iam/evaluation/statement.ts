import { compileConditions, conditionMatches, type CompiledCondition } from '../conditions/conditions.ts';
import { compileAction, matchesAction, type ActionPattern } from '../pattern/action.ts';
import { compileResource, matchesResource, type ResourcePattern } from '../pattern/resource.ts';
import { origin, type PolicyDocument, type PolicyOrigin, type PolicyType } from '../policy/document.ts';
import { checkPolicy } from '../policy/grammar.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../policy/json.ts';
import { compilePrincipal, principalMatch, type PrincipalPattern } from './principal-match.ts';
import type { PreparedRequest } from './prepare.ts';
import type { Layer } from './trace.ts';

/** One statement, prepared: what it names is matched many times. */
export interface CompiledStatement {
  readonly layer: Layer;
  readonly policyIndex: number;
  readonly index: number;
  readonly level?: number;
  readonly path: string;
  readonly origin: PolicyOrigin;
  readonly sid?: string;
  readonly effect: 'Allow' | 'Deny';
  readonly principal?: PrincipalPattern;
  readonly actionElement: 'Action' | 'NotAction';
  readonly actions: readonly ActionPattern[];
  readonly resourceElement?: 'Resource' | 'NotResource';
  readonly resources: readonly ResourcePattern[];
  readonly conditions: readonly CompiledCondition[];
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
  place: { readonly policyIndex: number; readonly level?: number; readonly trust?: boolean },
): CompiledPolicy {
  const source: PolicyOrigin = isJsonObject(document) ? ((document as PolicyDocument)[origin] ?? {}) : {};
  const name = source.name ?? `${layer} ${place.policyIndex + 1}`;
  const type = layer === 'resource' && place.trust === true ? 'trust' : types[layer];
  const error = isImplied(document, layer)
    ? undefined
    : checkPolicy(document, type).find(({ severity, code }) => severity === 'error' && code !== namesNobody);
  if (error !== undefined) return { statements: [], invalid: { code: error.code, path: error.path, name } };
  if (!isJsonObject(document)) return { statements: [] };
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
    statements.push({
      ...compileBody(body, layer, variables),
      layer,
      policyIndex: place.policyIndex,
      index,
      path,
      origin: source,
      conditions,
      ...(place.level !== undefined && { level: place.level }),
    });
  }
  return { statements };
}

/** `RCPFullAWSAccess` is AWS's own and allows; no customer's RCP may. */
function isImplied(document: JsonValue, layer: Layer): boolean {
  if (layer !== 'rcp' || !isJsonObject(document)) return false;
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

function compileBody(body: JsonObject, layer: Layer, variables: boolean) {
  const actionElement: 'Action' | 'NotAction' = 'NotAction' in body ? 'NotAction' : 'Action';
  const resourceElement: 'Resource' | 'NotResource' | undefined =
    'NotResource' in body ? 'NotResource' : 'Resource' in body ? 'Resource' : undefined;
  const pad = layer === 'identity' || layer === 'boundary';
  const principal = compilePrincipal(body);
  return {
    ...(typeof body['Sid'] === 'string' && body['Sid'] !== '' && { sid: body['Sid'] }),
    effect: body['Effect'] === 'Deny' ? ('Deny' as const) : ('Allow' as const),
    ...(principal !== undefined && { principal }),
    actionElement,
    actions: texts(body[actionElement]).map(compileAction),
    ...(resourceElement !== undefined && { resourceElement }),
    resources:
      resourceElement === undefined
        ? []
        : texts(body[resourceElement]).map((text) => compileResource(text, { variables, pad })),
  };
}

/** Whether every element of the statement matches the request. Allocates nothing. */
export function statementApplies(statement: CompiledStatement, prepared: PreparedRequest): boolean {
  return (
    actionMatches(statement, prepared) &&
    resourceMatches(statement, prepared) &&
    (statement.principal === undefined || principalMatch(statement.principal, prepared) !== 'none') &&
    statement.conditions.every((condition) => conditionMatches(condition, prepared.context))
  );
}

export function actionMatches(statement: CompiledStatement, prepared: PreparedRequest): boolean {
  const listed = statement.actions.some((pattern) => matchesAction(pattern, prepared.action));
  return listed === (statement.actionElement === 'Action');
}

export function resourceMatches(statement: CompiledStatement, prepared: PreparedRequest): boolean {
  if (statement.resourceElement === undefined) return true;
  const listed = statement.resources.some((pattern) =>
    matchesResource(pattern, prepared.request.resource, prepared.context),
  );
  return listed === (statement.resourceElement === 'Resource');
}
