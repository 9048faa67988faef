import { placedDocuments } from '#iam/evaluation/policies.ts';
import { layers } from '#iam/evaluation/trace.ts';
import { compilePolicy, type CompiledStatement } from '#iam/evaluation/statement.ts';
import { statementsOf } from './statements.ts';
import { authorizer, isJsonObject, type Authorizer, type PolicySet } from '#iam';

/** A statement of one of the two sides, prepared. */
export interface SidedStatement {
  readonly statement: CompiledStatement;
  /** Its policy's Version replaces policy variables. */
  readonly variables: boolean;
  /** Statements with the same text say the same of every request. */
  readonly text: string;
}

/** Whether the statement is an Allow. */
export function allows({ statement }: SidedStatement): boolean {
  return statement.source.effect === 'Allow';
}

/** A policy set, prepared to be compared. */
export interface PreparedSide {
  readonly engine: Authorizer;
  readonly statements: readonly SidedStatement[];
  /** The same statements. */
  readonly own: ReadonlySet<SidedStatement>;
  /** Whether no policies but identity-based ones have a say. */
  readonly identityOnly: boolean;
  /** The name of the first document that IAM would refuse. */
  readonly invalid: string | undefined;
  readonly hasResourcePolicy: boolean;
  /** The layers there are, and the levels of each. */
  readonly shape: string;
}

const known = new WeakMap<PolicySet, PreparedSide>();

/** Prepares a policy set, once: it is compared with many, and does not change. */
export function preparedSide(policies: PolicySet): PreparedSide {
  const found = known.get(policies) ?? prepare(policies);
  known.set(policies, found);
  return found;
}

function prepare(policies: PolicySet): PreparedSide {
  const statements: SidedStatement[] = [];
  let invalid: string | undefined;
  const placed = layers.flatMap((layer) =>
    (placedDocuments(layer, policies) ?? []).map(({ document, level = 0 }) => ({ layer, level, document })),
  );
  for (const { layer, level, document } of placed) {
    const place = `${layer} ${level}`;
    let compiled = compilePolicy(document, layer, { policyIndex: 0 });
    if (compiled.invalid !== undefined && layer === 'resource')
      compiled = compilePolicy(document, layer, { policyIndex: 0, trust: true });
    invalid ??= compiled.invalid?.name;
    const variables = isJsonObject(document) && document['Version'] === '2012-10-17';
    const bodies = statementsOf(document);
    for (const statement of compiled.statements) {
      const text = `${place} ${variables} ${JSON.stringify(bodies[statement.source.index])}`;
      statements.push({ statement, variables, text });
    }
  }
  const hasResourcePolicy = policies.resource !== undefined && policies.resource !== null;
  const engine = authorizer(policies);
  return {
    engine,
    statements,
    own: new Set(statements),
    identityOnly: placed.every(({ layer }) => layer === 'identity') && invalid === undefined,
    invalid,
    hasResourcePolicy,
    shape: shapeOf(policies),
  };
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
