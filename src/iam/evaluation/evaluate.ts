import type { JsonValue } from '../policy/json.ts';
import type { AccessRequest, PolicySet } from '../request/request.ts';
import { accessDeniedMessage } from './access-denied.ts';
import { explainStatement } from './explain-statement.ts';
import { exemption, fold, type Folded, type LayerVerdict, type LayerVerdicts } from './fold.ts';
import { prepareRequest, type MalformedRequest, type PreparedRequest } from './prepare.ts';
import { principalMatch, type Grant } from './principal-match.ts';
import { compilePolicy, statementApplies, type CompiledPolicy, type CompiledStatement } from './statement.ts';
import {
  layers,
  type Decision,
  type Evaluation,
  type GateName,
  type GateResult,
  type Layer,
  type StatementResult,
} from './trace.ts';

/** A policy set prepared once, to decide many requests. */
export interface Authorizer {
  /** The decision alone. */
  readonly decide: (request: AccessRequest) => Decision;
  /** The decision with its full trace. */
  readonly evaluate: (request: AccessRequest) => Evaluation;
}

type Applies = (statement: CompiledStatement) => boolean;

const grants: readonly Grant[] = ['none', 'account', 'limited', 'direct'];

/** Decides one request and explains it: every gate filled. */
export function evaluate(request: AccessRequest, policies: PolicySet): Evaluation {
  return authorizer(policies).evaluate(request);
}

/**
 * Prepares a policy set. Any JSON value may stand where a document is expected: one that IAM would refuse makes its
 * gate `cannotEvaluate`, never `allows`. Decides as documented for one account and across accounts.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function authorizer(policies: PolicySet): Authorizer {
  const compiled = new Map<string, readonly CompiledPolicy[]>();
  const documentsOf = (layer: Layer, trust: boolean): readonly CompiledPolicy[] | undefined => {
    const key = layer === 'resource' && trust ? 'trust' : layer;
    let known = compiled.get(key);
    if (known === undefined) {
      const placed = placedDocuments(layer, policies);
      if (placed === undefined) return undefined;
      known = placed.map(({ document, ...place }) => compilePolicy(document, layer, { ...place, trust }));
      compiled.set(key, known);
    }
    return known;
  };
  const hasBoundary = policies.boundary !== undefined && policies.boundary !== null;
  const prepare = (request: AccessRequest) => prepareRequest(request, hasBoundary);

  function verdicts(prepared: PreparedRequest, applies: Applies): LayerVerdicts {
    const all: Partial<Record<Layer, LayerVerdict>> = {};
    for (const layer of layers) {
      if (exemption(layer, prepared, policies) !== undefined) continue;
      const documents = documentsOf(layer, prepared.needsResourcePolicy === 'trust');
      if (documents !== undefined) all[layer] = layerVerdict(layer, documents, policies, prepared, applies);
    }
    return all;
  }

  return {
    decide: (request) => {
      const prepared = prepare(request);
      if ('malformed' in prepared) return 'cannotEvaluate';
      return fold(
        verdicts(prepared, (statement) => statementApplies(statement, prepared)),
        prepared,
        policies,
      ).decision;
    },
    evaluate: (request) => {
      const prepared = prepare(request);
      if ('malformed' in prepared) return malformed(request, prepared);
      const results = new Map<CompiledStatement, StatementResult>();
      const explained = (statement: CompiledStatement): StatementResult => {
        const known = results.get(statement) ?? explainStatement(statement, prepared);
        results.set(statement, known);
        return known;
      };
      const folded = fold(
        verdicts(prepared, (statement) => explained(statement).applies),
        prepared,
        policies,
      );
      const trust = prepared.needsResourcePolicy === 'trust';
      const statementsOf = (layer: Layer): readonly StatementResult[] =>
        exemption(layer, prepared, policies) === undefined
          ? (documentsOf(layer, trust) ?? []).flatMap(({ statements }) => statements.map(explained))
          : [];
      return toEvaluation(prepared, folded, statementsOf);
    },
  };
}

interface Placed {
  readonly document: JsonValue;
  readonly policyIndex: number;
  readonly level?: number;
}

/** The documents of a layer with their places; undefined where the layer has none. */
function placedDocuments(layer: Layer, policies: PolicySet): readonly Placed[] | undefined {
  if (layer === 'scp' || layer === 'rcp') {
    const levels = layer === 'scp' ? policies.scps : policies.rcps;
    return levels
      ?.flatMap((documents, level) => documents.map((document) => ({ document, level })))
      .map((placed, policyIndex) => ({ ...placed, policyIndex }));
  }
  if (layer === 'identity' || layer === 'session')
    return policies[layer]?.map((document, policyIndex) => ({ document, policyIndex }));
  const document = policies[layer];
  return document === undefined || document === null ? undefined : [{ document, policyIndex: 0 }];
}

function layerVerdict(
  layer: Layer,
  documents: readonly CompiledPolicy[],
  policies: PolicySet,
  prepared: PreparedRequest,
  applies: Applies,
): LayerVerdict {
  const levelCount =
    layer === 'scp' ? policies.scps?.length : layer === 'rcp' ? policies.rcps?.length : undefined;
  const levels =
    levelCount === undefined ? undefined : Array.from({ length: levelCount }, () => layer === 'rcp');
  let denies = false;
  let allows = false;
  let grant = 0;
  let invalid: string | undefined;
  for (const policy of documents) {
    invalid ??= policy.invalid?.name;
    for (const statement of policy.statements) {
      if (!applies(statement)) continue;
      if (statement.effect === 'Deny') denies = true;
      else {
        allows = true;
        if (levels !== undefined && statement.level !== undefined) levels[statement.level] = true;
        if (statement.principal !== undefined)
          grant = Math.max(grant, grants.indexOf(principalMatch(statement.principal, prepared)));
      }
    }
  }
  return {
    denies,
    allows: levels === undefined ? allows : levels.every(Boolean),
    ...(invalid !== undefined && { invalid }),
    ...(levels !== undefined && { levels }),
    ...(layer === 'resource' && { grant: grants[grant] ?? 'none' }),
  };
}

function sideOf(gate: GateName): GateResult['side'] {
  if (gate === 'denyScan' || gate === 'vpcEndpoint') return 'both';
  return gate === 'rcp' || gate === 'resource' ? 'resourceOwner' : 'caller';
}

function toEvaluation(
  prepared: PreparedRequest,
  folded: Folded,
  statementsOf: (layer: Layer) => readonly StatementResult[],
): Evaluation {
  const { decision, decidedBy, decidingGate, passedAll } = folded;
  const places = folded.gates.map(({ gate }) => gate);
  const last = passedAll ? places.length - 1 : places.indexOf(decidingGate);
  const all = layers.flatMap(statementsOf);
  const gates = folded.gates.map((gate, index): GateResult => {
    const statements =
      gate.gate === 'denyScan' ? all.filter(({ effect }) => effect === 'Deny') : statementsOf(gate.gate);
    return {
      ...gate,
      reached: index <= last,
      side: sideOf(gate.gate),
      decides: gate.gate === decidingGate,
      statements,
    };
  });
  const matched = all.filter(
    ({ layer, effect, applies }) =>
      applies &&
      layer === decidedBy &&
      ((decision === 'explicitDeny' && effect === 'Deny') || (decision === 'allowed' && effect === 'Allow')),
  );
  const message = accessDeniedMessage(prepared, decision, decidedBy, matched);
  return {
    request: prepared.request,
    context: prepared.shown,
    gates,
    decision,
    ...(decidedBy !== undefined && { decidedBy }),
    matched,
    crossAccount: prepared.crossAccount,
    ...(message !== undefined && { message }),
  };
}

/** A request whose principal, action or resource cannot be read passes no gate. */
function malformed(request: AccessRequest, { malformed: field, text }: MalformedRequest): Evaluation {
  const names: readonly GateName[] = [
    'denyScan',
    'rcp',
    'scp',
    'resource',
    'identity',
    'boundary',
    'session',
  ];
  const gates = names.map((gate, index): GateResult => {
    const first = index === 0;
    return {
      gate,
      outcome: first ? 'cannotEvaluate' : 'absent',
      reached: first,
      side: sideOf(gate),
      decides: first,
      reason: first ? `malformed.${field}` : 'notReached',
      values: first ? { text } : {},
      statements: [],
    };
  });
  return {
    request,
    context: request.context ?? {},
    gates,
    decision: 'cannotEvaluate',
    matched: [],
    crossAccount: false,
  };
}
