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

/** The gates of a decision, in the documented order, every one filled; statements are explained when looked at. */
export function gatesOf(asking: Question, resolution: Resolution): readonly GateResult[] {
  const { decidingGate, passedAll } = resolution;
  const names: readonly GateName[] = [
    'denyScan',
    ...layers.filter((layer) => layer !== 'vpcEndpoint' || candidatesIn(asking, layer) !== undefined),
  ];
  const last = passedAll ? names.length - 1 : names.indexOf(decidingGate);
  const told = new Map<GateName, readonly StatementResult[]>();
  const statementsOf = (gate: GateName): readonly StatementResult[] => {
    const known =
      told.get(gate) ??
      (gate === 'denyScan'
        ? layers.flatMap(statementsOf).filter(({ effect }) => effect === 'Deny')
        : tellStatements(asking, gate));
    told.set(gate, known);
    return known;
  };
  return names.map((gate, index): GateResult => {
    const {
      outcome,
      reason,
      values = {},
    } = gate === 'denyScan' ? denyScan(resolution) : layerGate(gate, asking);
    return {
      gate,
      outcome,
      reason,
      values,
      reached: index <= last,
      side: sideOf(gate),
      decides: gate === decidingGate,
      get statements() {
        return statementsOf(gate);
      },
    };
  });
}

function tellStatements(asking: Question, layer: Layer): readonly StatementResult[] {
  if (candidatesIn(asking, layer) === undefined) return [];
  const { compiled, prepared } = asking;
  return documentsOf(compiled, layer, prepared).flatMap(({ statements }) =>
    statements.map((statement) => explainStatement(statement, prepared)),
  );
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
