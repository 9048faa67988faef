import type { PreparedRequest } from './prepare.ts';
import type { Grant } from './principal-match.ts';
import { needsNoPermission, refusesSession } from './session-calls.ts';
import { layers, type Decision, type GateName, type Layer } from './trace.ts';

/** What the policies answer about one request, layer by layer. A layer that has no say denies and holds back nothing. */
export interface Answers {
  /** The first layer, in the documented order, one of whose Deny statements applies. */
  readonly denying: () => Layer | undefined;
  /** The first layer with a document that IAM would refuse. */
  readonly invalid: () => Layer | undefined;
  /** Whether the layer says yes; undefined where no such policy is there. */
  readonly allows: (layer: Layer) => boolean | undefined;
  /** How the resource-based policy's strongest Allow names the caller. */
  readonly grant: () => Grant;
}

export interface Resolution {
  readonly decision: Decision;
  readonly decidedBy?: Layer;
  /** The gate that decided. */
  readonly decidingGate: GateName;
  /** True where the request had to pass every gate; else it ended at the one that decided. */
  readonly passedAll: boolean;
}

type ByLayer = Readonly<Record<Layer, Resolution>>;

function at(gate: (layer: Layer) => GateName, decision: Decision, passedAll = false): ByLayer {
  return Object.fromEntries(
    layers.map((layer) => [layer, { decision, decidedBy: layer, decidingGate: gate(layer), passedAll }]),
  ) as unknown as ByLayer;
}

const denied = at(() => 'denyScan', 'explicitDeny');
const notAllowed = at((layer) => layer, 'implicitDeny');
const granted = at((layer) => layer, 'allowed');
const passed = at((layer) => layer, 'allowed', true);
const free: Resolution = { decision: 'allowed', decidingGate: 'denyScan', passedAll: false };
const refused: Resolution = { decision: 'implicitDeny', decidingGate: 'identity', passedAll: false };

/**
 * Decides one request out of the layers' answers, in the documented order. The trace and the fast path both end here,
 * so they cannot differ.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export function resolve(prepared: PreparedRequest, answers: Answers): Resolution {
  if (needsNoPermission(prepared)) return free;
  const denying = answers.denying();
  if (denying !== undefined) return denied[denying];
  const invalid = answers.invalid();
  if (invalid !== undefined) return { decision: 'cannotEvaluate', decidingGate: invalid, passedAll: false };
  if (refusesSession(prepared)) return refused;
  return resolveAllow(prepared, answers);
}

/** The allow side: every fence must be open, and somebody must say yes. */
function resolveAllow(prepared: PreparedRequest, answers: Answers): Resolution {
  if (answers.allows('rcp') === false) return notAllowed.rcp;
  if (answers.allows('scp') === false) return notAllowed.scp;
  if (answers.allows('vpcEndpoint') === false) return notAllowed.vpcEndpoint;
  const { caller, needsResourcePolicy, crossAccount } = prepared;
  const grant = answers.grant();
  const root = caller.kind === 'root';
  if (caller.account === undefined) return grant === 'none' ? notAllowed.resource : granted.resource;
  if (needsResourcePolicy === 'trust' && root) return notAllowed.resource;
  if ((crossAccount || needsResourcePolicy !== undefined) && grant === 'none') return notAllowed.resource;
  const named = !crossAccount && (grant === 'direct' || grant === 'limited');
  if (named && grant === 'direct' && needsResourcePolicy !== 'trust') return granted.resource;
  if (!named && !root && answers.allows('identity') !== true) return notAllowed.identity;
  if (answers.allows('boundary') === false) return notAllowed.boundary;
  const session = answers.allows('session');
  if (session === false || (session === undefined && caller.kind === 'federatedUser'))
    return notAllowed.session;
  return named ? passed.resource : passed.identity;
}
