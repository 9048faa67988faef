import { compilePolicy, type CompiledStatement } from '#iam/evaluation/statement.ts';
import { statementsOf } from './statements.ts';
import { isJsonObject, type JsonValue, type Layer, type PolicySet } from '#iam';

/** A statement of one of the two sides, prepared. */
export interface SidedStatement {
  readonly statement: CompiledStatement;
  /** Its policy's Version replaces policy variables. */
  readonly variables: boolean;
  /** Statements with the same text say the same of every request. */
  readonly text: string;
}

export interface PreparedSide {
  readonly statements: readonly SidedStatement[];
  /** The name of the first document that IAM would refuse. */
  readonly invalid: string | undefined;
  readonly hasResourcePolicy: boolean;
  /** The layers there are, and the levels of each. */
  readonly shape: string;
}

/** The statements of all documents of a policy set. */
export function prepareSide(policies: PolicySet): PreparedSide {
  const statements: SidedStatement[] = [];
  let invalid: string | undefined;
  for (const { layer, level, document } of documentsOf(policies)) {
    const place = `${layer} ${level}`;
    let compiled = compilePolicy(document, layer, { policyIndex: 0 });
    if (compiled.invalid !== undefined && layer === 'resource')
      compiled = compilePolicy(document, layer, { policyIndex: 0, trust: true });
    invalid ??= compiled.invalid?.name;
    const variables = isJsonObject(document) && document['Version'] === '2012-10-17';
    const bodies = statementsOf(document);
    for (const statement of compiled.statements) {
      const text = `${place} ${variables} ${JSON.stringify(bodies[statement.index])}`;
      statements.push({ statement, variables, text });
    }
  }
  const hasResourcePolicy = policies.resource !== undefined && policies.resource !== null;
  return { statements, invalid, hasResourcePolicy, shape: shapeOf(policies) };
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

interface Placed {
  readonly layer: Layer;
  readonly level: number;
  readonly document: JsonValue;
}

function documentsOf(policies: PolicySet): readonly Placed[] {
  const list = (layer: Layer, documents: readonly JsonValue[], level = 0): readonly Placed[] =>
    documents.map((document) => ({ layer, level, document }));
  const levels = (layer: Layer, all: PolicySet['scps']): readonly Placed[] =>
    (all ?? []).flatMap((documents, level) => list(layer, documents, level));
  const one = (layer: Layer, document: JsonValue | undefined): readonly Placed[] =>
    document === undefined || document === null ? [] : list(layer, [document]);
  return [
    ...list('identity', policies.identity),
    ...list('session', policies.session ?? []),
    ...levels('scp', policies.scps),
    ...levels('rcp', policies.rcps),
    ...one('boundary', policies.boundary),
    ...one('resource', policies.resource),
    ...one('vpcEndpoint', policies.vpcEndpoint),
  ];
}
