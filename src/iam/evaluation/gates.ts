import { candidatesIn, grantOf, layerAllows, levelsAllow, someApplies, type Question } from './answers.ts';
import { exemption } from './exemption.ts';
import { explainStatement } from './explain-statement.ts';
import { documentsOf } from './policies.ts';
import type { Resolution } from './resolve.ts';
import { refusesSession } from './session-calls.ts';
import {
  layers,
  type GateName,
  type GateOutcome,
  type GateResult,
  type Layer,
  type StatementResult,
} from './trace.ts';

/** What a gate does with the request, and why. */
interface Answer {
  readonly outcome: GateOutcome;
  readonly reason: string;
  readonly values?: Readonly<Record<string, string>>;
}

/** The gates of a decision, in the documented order, every one filled, its statements explained. */
export function gatesOf(asking: Question, resolution: Resolution): readonly GateResult[] {
  const { decidingGate, passedAll } = resolution;
  const names: readonly GateName[] = [
    'denyScan',
    ...layers.filter((layer) => layer !== 'vpcEndpoint' || candidatesIn(asking, layer) !== undefined),
  ];
  const last = passedAll ? names.length - 1 : names.indexOf(decidingGate);
  const denies: StatementResult[] = [];
  return names.map((gate, index): GateResult => {
    const answer = gate === 'denyScan' ? denyScan(resolution) : layerGate(gate, asking);
    return {
      gate,
      outcome: answer.outcome,
      reason: answer.reason,
      values: answer.values ?? {},
      reached: index <= last,
      side: sideOf(gate),
      decides: gate === decidingGate,
      statements: gate === 'denyScan' ? denies : tellStatements(asking, gate, denies),
    };
  });
}

/** The statements of a layer, explained; those that deny are added to `denies` too. */
function tellStatements(
  asking: Question,
  layer: Layer,
  denies: StatementResult[],
): readonly StatementResult[] {
  if (candidatesIn(asking, layer) === undefined) return [];
  const { compiled, prepared } = asking;
  const told: StatementResult[] = [];
  for (const { statements } of documentsOf(compiled, layer, prepared))
    for (const statement of statements) {
      const result = explainStatement(statement, prepared);
      told.push(result);
      if (statement.effect === 'Deny') denies.push(result);
    }
  return told;
}

/** Whose account the policies of a gate belong to. */
export function sideOf(gate: GateName): GateResult['side'] {
  if (gate === 'denyScan' || gate === 'vpcEndpoint') return 'both';
  return gate === 'rcp' || gate === 'resource' ? 'resourceOwner' : 'caller';
}

function denyScan({ decision, decidedBy, decidingGate }: Resolution): Answer {
  if (decision === 'explicitDeny' && decidedBy !== undefined)
    return { outcome: 'denies', reason: 'denyMatches', values: { layer: decidedBy } };
  return { outcome: 'allows', reason: decidingGate === 'denyScan' ? 'noPermissionNeeded' : 'noDenyMatches' };
}

function layerGate(gate: Layer, asking: Question): Answer {
  const { caller, needsResourcePolicy } = asking.prepared;
  if (gate === 'identity' && caller.kind === 'root')
    return needsResourcePolicy === undefined
      ? { outcome: 'allows', reason: 'rootFullAccess' }
      : { outcome: 'silent', reason: 'rootNeedsPolicy' };
  const exempt = exemption(gate, asking.prepared, asking.compiled.policies.managementAccount);
  if (exempt !== undefined) return { outcome: 'absent', reason: exempt };
  if (gate === 'identity' && refusesSession(asking.prepared))
    return { outcome: 'silent', reason: 'notForSessions' };
  const candidates = candidatesIn(asking, gate);
  if (candidates === undefined) return withoutPolicies(gate, asking);
  if (candidates.invalid !== undefined)
    return { outcome: 'cannotEvaluate', reason: 'invalidPolicy', values: { policy: candidates.invalid } };
  if (someApplies(candidates.denies, asking.prepared)) return { outcome: 'denies', reason: 'denies' };
  if (gate === 'scp' || gate === 'rcp') {
    const levels = levelsAllow(candidates, gate, asking.prepared);
    const values = { allowing: String(levels.filter(Boolean).length), levels: String(levels.length) };
    return { outcome: levels.every(Boolean) ? 'allows' : 'silent', reason: 'levelsAllow', values };
  }
  const outcome = layerAllows(asking, gate) === true ? 'allows' : 'silent';
  if (gate === 'resource' && grantOf(asking) === 'account') return { outcome, reason: 'delegatesToAccount' };
  return { outcome, reason: outcome === 'allows' ? 'allows' : 'noAllow' };
}

function withoutPolicies(gate: Layer, { prepared }: Question): Answer {
  const { caller, needsResourcePolicy } = prepared;
  if (gate === 'session' && caller.kind === 'federatedUser')
    return { outcome: 'silent', reason: 'federatedWithoutSession' };
  if (gate === 'resource' && needsResourcePolicy !== undefined)
    return { outcome: 'silent', reason: `${needsResourcePolicy}Required` };
  return { outcome: 'absent', reason: 'none' };
}
