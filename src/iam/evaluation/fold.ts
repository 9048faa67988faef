import { isServiceLinked } from '../request/principal.ts';
import type { PolicySet } from '../request/request.ts';
import type { PreparedRequest } from './prepare.ts';
import type { Grant } from './principal-match.ts';
import { rcpServices } from './rcp-services.ts';
import { needsNoPermission, refusesSession } from './session-calls.ts';
import { layers, type Decision, type GateName, type GateOutcome, type Layer } from './trace.ts';

/** What one layer's documents say about a request. */
export interface LayerVerdict {
  /** A document of the layer that is no valid policy, or holds what is not modelled. */
  readonly invalid?: string;
  readonly denies: boolean;
  readonly allows: boolean;
  /** For SCPs and RCPs: whether each level allows, from the organization's root down. */
  readonly levels?: readonly boolean[];
  /** For the resource-based policy: how its strongest Allow names the caller. */
  readonly grant?: Grant;
}

export type LayerVerdicts = Readonly<Partial<Record<Layer, LayerVerdict>>>;

/** One gate before its statements are told. */
interface FoldedGate {
  readonly gate: GateName;
  readonly outcome: GateOutcome;
  readonly reason: string;
  readonly values: Readonly<Record<string, string>>;
}

export interface Folded {
  readonly gates: readonly FoldedGate[];
  readonly decision: Decision;
  readonly decidedBy?: Layer;
  /** The gate that decided. */
  readonly decidingGate: GateName;
  /** True where the request had to pass every gate; else it ended at the one that decided. */
  readonly passedAll: boolean;
}

/** Why a layer has no say over this caller or resource; undefined where it has one. */
export function exemption(layer: Layer, prepared: PreparedRequest, policies: PolicySet): string | undefined {
  const { principal } = prepared;
  const inAccount = 'account' in principal;
  if (layer === 'scp') {
    if (!inAccount) return 'notAnAccountPrincipal';
    if (isServiceLinked(principal)) return 'serviceLinkedRole';
    return principal.account === policies.managementAccount ? 'managementAccount' : undefined;
  }
  if (layer === 'rcp') {
    if (isServiceLinked(principal)) return 'serviceLinkedRole';
    if (prepared.owner !== undefined && prepared.owner === policies.managementAccount)
      return 'managementAccount';
    return rcpServices.has(prepared.action.slice(0, prepared.action.indexOf(':')))
      ? undefined
      : 'serviceNotCovered';
  }
  if (layer === 'identity') return inAccount && principal.kind !== 'root' ? undefined : 'noIdentityPolicies';
  if (layer === 'boundary') {
    if (isServiceLinked(principal)) return 'serviceLinkedRole';
    return inAccount && principal.kind !== 'root' ? undefined : 'noBoundaryPossible';
  }
  if (layer === 'session')
    return ['roleSession', 'role', 'federatedUser'].includes(principal.kind) ? undefined : 'notASession';
  return undefined;
}

/**
 * Folds the layers' verdicts into gates and one decision, in the documented order. The trace and the fast path both
 * end here, so they cannot differ.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export function fold(verdicts: LayerVerdicts, prepared: PreparedRequest, policies: PolicySet): Folded {
  const denying = layers.find((layer) => verdicts[layer]?.denies === true);
  const free = needsNoPermission(prepared);
  const gates: FoldedGate[] = [denyScan(denying, free)];
  for (const layer of layers) {
    if (layer === 'vpcEndpoint' && verdicts.vpcEndpoint === undefined) continue;
    gates.push(layerGate(layer, verdicts[layer], prepared, policies));
  }
  const ended = { gates, passedAll: false } as const;
  if (free) return { ...ended, decision: 'allowed', decidingGate: 'denyScan' };
  if (denying !== undefined)
    return { ...ended, decision: 'explicitDeny', decidedBy: denying, decidingGate: 'denyScan' };
  const unknown = gates.find(({ outcome }) => outcome === 'cannotEvaluate');
  if (unknown !== undefined) return { ...ended, decision: 'cannotEvaluate', decidingGate: unknown.gate };
  if (refusesSession(prepared)) return { ...ended, decision: 'implicitDeny', decidingGate: 'identity' };
  return { gates, ...decide(gates, verdicts, prepared) };
}

function denyScan(denying: Layer | undefined, free: boolean): FoldedGate {
  if (free) return { gate: 'denyScan', outcome: 'allows', reason: 'noPermissionNeeded', values: {} };
  if (denying === undefined)
    return { gate: 'denyScan', outcome: 'allows', reason: 'noDenyMatches', values: {} };
  return { gate: 'denyScan', outcome: 'denies', reason: 'denyMatches', values: { layer: denying } };
}

function layerGate(
  gate: Layer,
  verdict: LayerVerdict | undefined,
  prepared: PreparedRequest,
  policies: PolicySet,
): FoldedGate {
  const exempt = exemption(gate, prepared, policies);
  if (gate === 'identity' && prepared.principal.kind === 'root') {
    const allows = prepared.needsResourcePolicy === undefined;
    return {
      gate,
      outcome: allows ? 'allows' : 'silent',
      reason: allows ? 'rootFullAccess' : 'rootNeedsPolicy',
      values: {},
    };
  }
  if (exempt !== undefined) return { gate, outcome: 'absent', reason: exempt, values: {} };
  if (gate === 'identity' && refusesSession(prepared))
    return { gate, outcome: 'silent', reason: 'notForSessions', values: {} };
  if (verdict === undefined) {
    if (gate === 'session' && prepared.principal.kind === 'federatedUser')
      return { gate, outcome: 'silent', reason: 'federatedWithoutSession', values: {} };
    if (gate === 'resource' && prepared.needsResourcePolicy !== undefined)
      return { gate, outcome: 'silent', reason: `${prepared.needsResourcePolicy}Required`, values: {} };
    return { gate, outcome: 'absent', reason: 'none', values: {} };
  }
  if (verdict.invalid !== undefined)
    return { gate, outcome: 'cannotEvaluate', reason: 'invalidPolicy', values: { policy: verdict.invalid } };
  if (verdict.denies) return { gate, outcome: 'denies', reason: 'denies', values: {} };
  if (verdict.levels !== undefined) {
    const values = {
      allowing: String(verdict.levels.filter(Boolean).length),
      levels: String(verdict.levels.length),
    };
    return { gate, outcome: verdict.allows ? 'allows' : 'silent', reason: 'levelsAllow', values };
  }
  if (gate === 'resource' && verdict.grant === 'account')
    return { gate, outcome: 'allows', reason: 'delegatesToAccount', values: {} };
  return {
    gate,
    outcome: verdict.allows ? 'allows' : 'silent',
    reason: verdict.allows ? 'allows' : 'noAllow',
    values: {},
  };
}

type Verdict = Omit<Folded, 'gates'>;

function by(decision: Decision, layer: Layer): Verdict {
  return { decision, decidedBy: layer, decidingGate: layer, passedAll: false };
}

/** The allow side: every fence must be open, and somebody must say yes. */
function decide(gates: readonly FoldedGate[], verdicts: LayerVerdicts, prepared: PreparedRequest): Verdict {
  const outcome = new Map(gates.map((gate) => [gate.gate, gate.outcome]));
  const shut = (layer: Layer): boolean => outcome.get(layer) === 'silent';
  for (const fence of ['rcp', 'scp', 'vpcEndpoint'] as const)
    if (shut(fence)) return by('implicitDeny', fence);
  const grant = verdicts.resource?.grant ?? 'none';
  const { principal, needsResourcePolicy, crossAccount } = prepared;
  if (!('account' in principal)) return by(grant === 'none' ? 'implicitDeny' : 'allowed', 'resource');
  if (needsResourcePolicy === 'trust' && principal.kind === 'root') return by('implicitDeny', 'resource');
  if ((crossAccount || needsResourcePolicy !== undefined) && grant === 'none')
    return by('implicitDeny', 'resource');
  if (!crossAccount && grant === 'direct' && needsResourcePolicy !== 'trust')
    return by('allowed', 'resource');
  const named = !crossAccount && (grant === 'limited' || grant === 'direct');
  if (!named && outcome.get('identity') !== 'allows' && !rootThroughPolicy(prepared, grant))
    return by('implicitDeny', 'identity');
  for (const fence of ['boundary', 'session'] as const) if (shut(fence)) return by('implicitDeny', fence);
  return { ...by('allowed', named ? 'resource' : 'identity'), passedAll: true };
}

function rootThroughPolicy(prepared: PreparedRequest, grant: Grant): boolean {
  return prepared.principal.kind === 'root' && grant !== 'none';
}
