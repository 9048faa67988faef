import {
  authorizer,
  compilePolicy,
  compileText,
  isJsonObject,
  layers,
  lowerCase,
  placedDocuments,
  type Authorizer,
  type CompiledStatement,
  type PolicySet,
} from '#iam';
import { statementsOf } from './statements.ts';

/** A statement of one of the two sides, prepared. */
export interface SidedStatement {
  readonly statement: CompiledStatement;
  /** Its policy's Version replaces policy variables. */
  readonly variables: boolean;
  /** Statements with the same text say the same of every request. */
  readonly text: string;
  /** Of which services it may cover an action, by prefix; undefined: of any. */
  readonly services: ReadonlySet<string> | undefined;
  /** The keys of the policy variables in it, in lower case. */
  readonly variableKeys: readonly string[];
}

/** Whether the statement is an Allow. */
export function allows({ statement }: SidedStatement): boolean {
  return statement.source.effect === 'Allow';
}

/** A policy set, prepared to be compared. */
export interface PreparedSide {
  readonly engine: Authorizer;
  readonly statements: readonly SidedStatement[];
  /** The same statements, to ask whether one is among them. */
  readonly own: ReadonlySet<SidedStatement>;
  /** The texts of the statements. */
  readonly texts: ReadonlySet<string>;
  /** Whether there are identity-based policies only: no resource-based one, no boundary, no SCP. */
  readonly identityOnly: boolean;
  /** The name of the first document that IAM would refuse. */
  readonly invalid: string | undefined;
  readonly hasResourcePolicy: boolean;
  /**
   * Which layers there are, with how many levels, and how the resource's policy is read. Only sides of the same shape can be
   * compared by their statements.
   */
  readonly shape: string;
}

const preparedSides = new WeakMap<PolicySet, PreparedSide>();

/** Prepares a policy set, once: it is compared with many, and does not change. */
export function preparedSide(policies: PolicySet): PreparedSide {
  const found = preparedSides.get(policies) ?? prepare(policies);
  preparedSides.set(policies, found);
  return found;
}

/**
 * The statements that the other side does not hold word for word: requests to which none of these applies are decided
 * alike. Undefined where the sides are not of one shape: then any request may be decided differently.
 */
export function differingStatements(
  left: PreparedSide,
  right: PreparedSide,
): ReadonlySet<SidedStatement> | undefined {
  if (left.shape !== right.shape) return undefined;
  const lackedBy = (other: PreparedSide, { statements }: PreparedSide): readonly SidedStatement[] =>
    statements.filter(({ text }) => !other.texts.has(text));
  return new Set([...lackedBy(right, left), ...lackedBy(left, right)]);
}

function prepare(policies: PolicySet): PreparedSide {
  const statements: SidedStatement[] = [];
  let asTrust = false;
  let invalid: string | undefined;
  const placed = layers.flatMap((layer) =>
    (placedDocuments(layer, policies) ?? []).map(({ document, level = 0 }) => ({ layer, level, document })),
  );
  for (const { layer, level, document } of placed) {
    const place = `${layer} ${level}`;
    let compiled = compilePolicy(document, layer, { policyIndex: 0 });
    if (compiled.invalid !== undefined && layer === 'resource') {
      compiled = compilePolicy(document, layer, { policyIndex: 0, trust: true });
      asTrust = true;
    }
    invalid ??= compiled.invalid?.name;
    const variables = isJsonObject(document) && document['Version'] === '2012-10-17';
    const bodies = statementsOf(document);
    for (const statement of compiled.statements) {
      const text = `${place} ${variables} ${JSON.stringify(bodies[statement.source.index])}`;
      statements.push({
        statement,
        variables,
        text,
        services: servicesOf(statement),
        variableKeys: variableKeys(statement, variables),
      });
    }
  }
  const hasResourcePolicy = policies.resource !== undefined && policies.resource !== null;
  const engine = authorizer(policies);
  return {
    engine,
    statements,
    own: new Set(statements),
    texts: new Set(statements.map(({ text }) => text)),
    identityOnly:
      layers.every((layer) => layer === 'identity' || placedDocuments(layer, policies) === undefined) &&
      invalid === undefined,
    invalid,
    hasResourcePolicy,
    shape: `${shapeOf(policies)} ${asTrust}`,
  };
}

function servicesOf({ actionElement, actionSources }: CompiledStatement): SidedStatement['services'] {
  if (actionElement === 'NotAction' || actionSources.includes('*')) return undefined;
  return new Set(actionSources.map((source) => lowerCase(source.split(':', 1)[0] ?? '')));
}

function variableKeys({ resources, conditions }: CompiledStatement, variables: boolean): readonly string[] {
  const templates = [
    ...resources.map(({ template }) => template),
    ...conditions
      .filter(({ hasVariables }) => hasVariables)
      .flatMap(({ patterns }) => patterns.map((text) => compileText(text, variables))),
  ];
  return templates.flatMap((template) => template.variables.map(({ key }) => key));
}

function shapeOf({
  session,
  boundary,
  resource,
  vpcEndpoint,
  scps,
  rcps,
  managementAccount,
}: PolicySet): string {
  const present = [session, boundary, resource, vpcEndpoint].map((one) => one !== undefined && one !== null);
  return JSON.stringify([present, scps?.length, rcps?.length, managementAccount]);
}
