import { exemption } from './exemption.ts';
import type { PreparedRequest } from './prepare.ts';
import type { Resolution } from './resolve.ts';
import { needsNoPermission, refusesSession } from './session-calls.ts';
import type { LayerVerdict } from './told-answers.ts';
import {
  layers,
  type GateName,
  type GateOutcome,
  type GateResult,
  type Layer,
  type StatementResult,
} from './trace.ts';

/** One gate before its statements are told. */
interface Gate {
  readonly outcome: GateOutcome;
  readonly reason: string;
  readonly values?: Readonly<Record<string, string>>;
}

export type Verdicts = ReadonlyMap<Layer, LayerVerdict>;

/** The gates of a decision, in the documented order, every one filled. */
export function gatesOf(
  prepared: PreparedRequest,
  verdicts: Verdicts,
  managementAccount: string | undefined,
  { decidingGate, passedAll }: Resolution,
): readonly GateResult[] {
  const names: readonly GateName[] = [
    'denyScan',
    ...layers.filter((layer) => layer !== 'vpcEndpoint' || verdicts.has(layer)),
  ];
  const last = passedAll ? names.length - 1 : names.indexOf(decidingGate);
  return names.map((gate, index): GateResult => {
    const {
      outcome,
      reason,
      values = {},
    } = gate === 'denyScan'
      ? denyScan(prepared, verdicts)
      : layerGate(gate, verdicts.get(gate), prepared, managementAccount);
    return {
      gate,
      outcome,
      reason,
      values,
      reached: index <= last,
      side: sideOf(gate),
      decides: gate === decidingGate,
      statements: gate === 'denyScan' ? everyDeny(verdicts) : (verdicts.get(gate)?.statements ?? []),
    };
  });
}

/** Whose account the policies of a gate belong to. */
export function sideOf(gate: GateName): GateResult['side'] {
  if (gate === 'denyScan' || gate === 'vpcEndpoint') return 'both';
  return gate === 'rcp' || gate === 'resource' ? 'resourceOwner' : 'caller';
}

function everyDeny(verdicts: Verdicts): readonly StatementResult[] {
  const found: StatementResult[] = [];
  for (const { statements } of verdicts.values())
    for (const statement of statements) if (statement.effect === 'Deny') found.push(statement);
  return found;
}

function denyScan(prepared: PreparedRequest, verdicts: Verdicts): Gate {
  if (needsNoPermission(prepared)) return { outcome: 'allows', reason: 'noPermissionNeeded' };
  const denying = layers.find((layer) => verdicts.get(layer)?.denies === true);
  if (denying === undefined) return { outcome: 'allows', reason: 'noDenyMatches' };
  return { outcome: 'denies', reason: 'denyMatches', values: { layer: denying } };
}

function layerGate(
  gate: Layer,
  verdict: LayerVerdict | undefined,
  prepared: PreparedRequest,
  managementAccount: string | undefined,
): Gate {
  const { caller, needsResourcePolicy } = prepared;
  if (gate === 'identity' && caller.kind === 'root')
    return needsResourcePolicy === undefined
      ? { outcome: 'allows', reason: 'rootFullAccess' }
      : { outcome: 'silent', reason: 'rootNeedsPolicy' };
  const exempt = exemption(gate, prepared, managementAccount);
  if (exempt !== undefined) return { outcome: 'absent', reason: exempt };
  if (gate === 'identity' && refusesSession(prepared)) return { outcome: 'silent', reason: 'notForSessions' };
  if (verdict === undefined) {
    if (gate === 'session' && caller.kind === 'federatedUser')
      return { outcome: 'silent', reason: 'federatedWithoutSession' };
    if (gate === 'resource' && needsResourcePolicy !== undefined)
      return { outcome: 'silent', reason: `${needsResourcePolicy}Required` };
    return { outcome: 'absent', reason: 'none' };
  }
  const { invalid, denies, allows, levels, grant } = verdict;
  if (invalid !== undefined)
    return { outcome: 'cannotEvaluate', reason: 'invalidPolicy', values: { policy: invalid } };
  if (denies) return { outcome: 'denies', reason: 'denies' };
  if (levels !== undefined) {
    const values = { allowing: String(levels.filter(Boolean).length), levels: String(levels.length) };
    return { outcome: allows ? 'allows' : 'silent', reason: 'levelsAllow', values };
  }
  if (gate === 'resource' && grant === 'account') return { outcome: 'allows', reason: 'delegatesToAccount' };
  return allows ? { outcome: 'allows', reason: 'allows' } : { outcome: 'silent', reason: 'noAllow' };
}
