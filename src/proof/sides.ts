import { compilePolicy, type CompiledStatement } from '#iam/evaluation/statement.ts';
import { isJsonObject, type JsonValue, type Layer, type PolicySet } from '#iam';

/** A statement of one of the two sides, prepared. */
export interface SidedStatement {
  readonly statement: CompiledStatement;
  /** Its policy's Version replaces policy variables. */
  readonly variables: boolean;
}

export interface PreparedSide {
  readonly statements: readonly SidedStatement[];
  /** The name of the first document that IAM would refuse. */
  readonly invalid: string | undefined;
  readonly hasResourcePolicy: boolean;
}

/** The statements of all documents of a policy set. */
export function prepareSide(policies: PolicySet): PreparedSide {
  const statements: SidedStatement[] = [];
  let invalid: string | undefined;
  for (const [layer, document] of documentsOf(policies)) {
    let compiled = compilePolicy(document, layer, { policyIndex: 0 });
    if (compiled.invalid !== undefined && layer === 'resource')
      compiled = compilePolicy(document, layer, { policyIndex: 0, trust: true });
    invalid ??= compiled.invalid?.name;
    const variables = isJsonObject(document) && document['Version'] === '2012-10-17';
    for (const statement of compiled.statements) statements.push({ statement, variables });
  }
  const hasResourcePolicy = policies.resource !== undefined && policies.resource !== null;
  return { statements, invalid, hasResourcePolicy };
}

function documentsOf(policies: PolicySet): readonly (readonly [Layer, JsonValue])[] {
  const list = (layer: Layer, documents: readonly JsonValue[]) =>
    documents.map((document) => [layer, document] as const);
  const one = (layer: Layer, document: JsonValue | undefined) =>
    document === undefined || document === null ? [] : list(layer, [document]);
  return [
    ...list('identity', policies.identity),
    ...list('session', policies.session ?? []),
    ...list('scp', (policies.scps ?? []).flat()),
    ...list('rcp', (policies.rcps ?? []).flat()),
    ...one('boundary', policies.boundary),
    ...one('resource', policies.resource),
    ...one('vpcEndpoint', policies.vpcEndpoint),
  ];
}
