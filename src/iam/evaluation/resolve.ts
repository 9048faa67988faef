import { denyingLayer, grantOf, invalidLayer, layerAllows, type Question } from './answers.ts';
import { needsNoPermission, refusesSession } from './session-calls.ts';
import type { Decision, GateName, Layer } from './trace.ts';

export interface Resolution {
  readonly decision: Decision;
  readonly decidedBy?: Layer;
  /** The gate that decided. */
  readonly decidingGate: GateName;
  /** True where the request had to pass every gate; else it ended at the one that decided. */
  readonly passedAll: boolean;
}

/** One answer a layer, made once: a decision then makes nothing. */
function byLayer(make: (layer: Layer) => Resolution): Readonly<Record<Layer, Resolution>> {
  return {
    rcp: make('rcp'),
    scp: make('scp'),
    vpcEndpoint: make('vpcEndpoint'),
    resource: make('resource'),
    identity: make('identity'),
    boundary: make('boundary'),
    session: make('session'),
  };
}

const denied = byLayer((decidedBy) => ({
  decision: 'explicitDeny',
  decidedBy,
  decidingGate: 'denyScan',
  passedAll: false,
}));
const notAllowed = byLayer((decidedBy) => ({
  decision: 'implicitDeny',
  decidedBy,
  decidingGate: decidedBy,
  passedAll: false,
}));
const granted = byLayer((decidedBy) => ({
  decision: 'allowed',
  decidedBy,
  decidingGate: decidedBy,
  passedAll: false,
}));
const passed = byLayer((decidedBy) => ({ ...granted[decidedBy], passedAll: true }));
const free: Resolution = { decision: 'allowed', decidingGate: 'denyScan', passedAll: false };
const refused: Resolution = { decision: 'implicitDeny', decidingGate: 'identity', passedAll: false };

/**
 * Decides one request out of the layers' answers, in the documented order. The trace and the fast path both ask here,
 * so they cannot differ.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export function resolve(question: Question): Resolution {
  const { prepared } = question;
  if (needsNoPermission(prepared)) return free;
  const denying = denyingLayer(question);
  if (denying !== undefined) return denied[denying];
  const invalid = invalidLayer(question);
  if (invalid !== undefined) return { decision: 'cannotEvaluate', decidingGate: invalid, passedAll: false };
  if (refusesSession(prepared)) return refused;
  return resolveAllow(question);
}

/** The allow side: every fence must be open (RCPs always are), and somebody must say yes. */
function resolveAllow(question: Question): Resolution {
  if (layerAllows(question, 'scp') === false) return notAllowed.scp;
  if (layerAllows(question, 'vpcEndpoint') === false) return notAllowed.vpcEndpoint;
  const { caller, needsResourcePolicy, crossAccount } = question.prepared;
  const grant = grantOf(question);
  const root = caller.kind === 'root';
  if (caller.account === undefined) return grant === 'none' ? notAllowed.resource : granted.resource;
  if (needsResourcePolicy === 'trust' && root) return notAllowed.resource;
  if ((crossAccount || needsResourcePolicy !== undefined) && grant === 'none') return notAllowed.resource;
  const named = !crossAccount && (grant === 'direct' || grant === 'limited');
  if (named && grant === 'direct' && needsResourcePolicy !== 'trust') return granted.resource;
  if (!named && !root && layerAllows(question, 'identity') !== true) return notAllowed.identity;
  if (layerAllows(question, 'boundary') === false) return notAllowed.boundary;
  const session = layerAllows(question, 'session');
  if (session === false || (session === undefined && caller.kind === 'federatedUser'))
    return notAllowed.session;
  return named ? passed.resource : passed.identity;
}
