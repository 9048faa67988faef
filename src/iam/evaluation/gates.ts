import { candidatesIn, grantOf, type Question } from './answers.ts';
import { exemption } from './exemption.ts';
import type { ExplainDocument } from './explain-statement.ts';
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
export function gatesOf(
  question: Question,
  resolution: Resolution,
  explain: ExplainDocument,
): readonly GateResult[] {
  const { decidingGate, passedAll } = resolution;
  const names: readonly GateName[] = [
    'denyScan',
    ...layers.filter((layer) => layer !== 'vpcEndpoint' || candidatesIn(question, layer) !== undefined),
  ];
  const last = passedAll ? names.length - 1 : names.indexOf(decidingGate);
  const denies: StatementResult[] = [];
  return names.map((gate, index): GateResult => {
    const statements = gate === 'denyScan' ? denies : explainLayer(question, gate, explain, denies);
    const answer = gate === 'denyScan' ? denyScan(resolution) : layerGate(gate, question, statements);
    return {
      gate,
      outcome: answer.outcome,
      reason: answer.reason,
      values: answer.values ?? noValues,
      reached: index <= last,
      side: sideOf(gate),
      decides: gate === decidingGate,
      statements,
    };
  });
}

const noValues: Readonly<Record<string, string>> = {};

/** The statements of a layer, explained; those that deny are added to `denies` too. */
function explainLayer(
  question: Question,
  layer: Layer,
  explain: ExplainDocument,
  denies: StatementResult[],
): readonly StatementResult[] {
  if (candidatesIn(question, layer) === undefined) return [];
  const results: StatementResult[] = [];
  for (const document of documentsOf(question.compiled, layer, question.prepared))
    for (const result of explain(document)) {
      results.push(result);
      if (result.source.effect === 'Deny') denies.push(result);
    }
  return results;
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

function layerGate(gate: Layer, question: Question, statements: readonly StatementResult[]): Answer {
  const { caller, needsResourcePolicy } = question.prepared;
  if (gate === 'identity' && caller.kind === 'root')
    return needsResourcePolicy === undefined
      ? { outcome: 'allows', reason: 'rootFullAccess' }
      : { outcome: 'silent', reason: 'rootNeedsPolicy' };
  const exempt = exemption(gate, question.prepared, question.compiled.policies.managementAccount);
  if (exempt !== undefined) return { outcome: 'absent', reason: exempt };
  if (gate === 'identity' && refusesSession(question.prepared))
    return { outcome: 'silent', reason: 'notForSessions' };
  const candidates = candidatesIn(question, gate);
  if (candidates === undefined) return withoutPolicies(gate, question);
  if (candidates.invalid !== undefined)
    return { outcome: 'cannotEvaluate', reason: 'invalidPolicy', values: { policy: candidates.invalid } };
  const applying = statements.filter(({ applies }) => applies);
  if (applying.some(({ source }) => source.effect === 'Deny')) return { outcome: 'denies', reason: 'denies' };
  if (gate === 'scp' || gate === 'rcp') return levelsGate(gate, candidates.allows.length, applying);
  const outcome = applying.length > 0 ? 'allows' : 'silent';
  if (gate === 'resource' && grantOf(question) === 'account')
    return { outcome, reason: 'delegatesToAccount' };
  return { outcome, reason: outcome === 'allows' ? 'allows' : 'noAllow' };
}

/** RCPFullAWSAccess stands at every level, whatever else does; of SCPs each level must say yes itself. */
function levelsGate(gate: 'scp' | 'rcp', levels: number, applying: readonly StatementResult[]): Answer {
  const allowing = gate === 'rcp' ? levels : new Set(applying.map(({ source }) => source.level)).size;
  const values = { allowing: String(allowing), levels: String(levels) };
  return { outcome: allowing === levels ? 'allows' : 'silent', reason: 'levelsAllow', values };
}

function withoutPolicies(gate: Layer, { prepared }: Question): Answer {
  const { caller, needsResourcePolicy } = prepared;
  if (gate === 'session' && caller.kind === 'federatedUser')
    return { outcome: 'silent', reason: 'federatedWithoutSession' };
  if (gate === 'resource' && needsResourcePolicy !== undefined)
    return { outcome: 'silent', reason: `${needsResourcePolicy}Required` };
  return { outcome: 'absent', reason: 'none' };
}
