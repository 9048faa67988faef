import type { SourceRange } from '../json/json.ts';
import type { AccessRequest, ContextValue } from '../request/request.ts';

/** AWS's EvalDecision words; `cannotEvaluate` where something is not modelled or a document is not valid. */
export type Decision = 'allowed' | 'explicitDeny' | 'implicitDeny' | 'cannotEvaluate';

/** The seven gates, in the documented order, and the VPC endpoint policy where the request came through one. */
export type GateName =
  'denyScan' | 'rcp' | 'scp' | 'vpcEndpoint' | 'resource' | 'identity' | 'boundary' | 'session';

export type Layer = Exclude<GateName, 'denyScan'>;

/** The layers in the order in which AWS's documents ask them. */
export const layers: readonly Layer[] = [
  'rcp',
  'scp',
  'vpcEndpoint',
  'resource',
  'identity',
  'boundary',
  'session',
];

/** The place of a layer in that order. A `switch` is what engines look up fastest, and every decision asks it often. */
export function layerIndex(layer: Layer): number {
  switch (layer) {
    case 'rcp':
      return 0;
    case 'scp':
      return 1;
    case 'vpcEndpoint':
      return 2;
    case 'resource':
      return 3;
    case 'identity':
      return 4;
    case 'boundary':
      return 5;
    case 'session':
      return 6;
  }
}

/** What a gate does with the request. `absent`: no such policy applies; `silent`: policies, but none that says yes. */
export type GateOutcome = 'allows' | 'denies' | 'silent' | 'absent' | 'cannotEvaluate';

/**
 * One gate of the trace, always filled. `reached` is false for gates after the one that decided; their outcome
 * is still computed ("would allow"). `side` tells whose account the policies belong to.
 */
export interface GateResult {
  readonly gate: GateName;
  readonly outcome: GateOutcome;
  readonly reached: boolean;
  readonly side: 'caller' | 'resourceOwner' | 'both';
  /** True on the one gate that decided the request. */
  readonly decides: boolean;
  /** Why, as a code with words in the message catalogue (`trace.reason.<code>`), with values. */
  readonly reason: string;
  readonly values: Readonly<Record<string, string>>;
  /** The statements looked at. The deny scan lists every Deny statement of every layer. */
  readonly statements: readonly StatementResult[];
  /** For SCPs and RCPs: outcome per level, from the organization's root down. */
  readonly levels?: readonly GateOutcome[];
}

/** Where a statement stands, and which it is. */
export interface StatementSource {
  readonly layer: Layer;
  /** Position of the document inside its layer, counted through all levels. */
  readonly policyIndex: number;
  readonly policyName: string | undefined;
  readonly policyArn: string | undefined;
  readonly policyId: string | undefined;
  readonly group: string | undefined;
  readonly level: number | undefined;
  /** Position in the document's Statement list, from 0. */
  readonly index: number;
  readonly sid: string | undefined;
  /** Where it stands in its policy's text. */
  readonly range: SourceRange | undefined;
  readonly effect: 'Allow' | 'Deny';
}

/** One statement against the request. It applies when every element matches. */
export interface StatementResult {
  readonly source: StatementSource;
  readonly applies: boolean;
  /** Principal, Action, Resource and each Condition, in that order; elements the policy type lacks are left out. */
  readonly elements: readonly ElementResult[];
}

export interface ElementResult {
  readonly element:
    'Principal' | 'NotPrincipal' | 'Action' | 'NotAction' | 'Resource' | 'NotResource' | 'Condition';
  readonly matches: boolean;
  /** What the policy writes, in its order. */
  readonly patterns: readonly string[];
  /** The pattern (position in `patterns`) that the value matched, whatever the element made of it. */
  readonly matchedPattern?: number | undefined;
  /** What the request brings; absent where the key is absent. */
  readonly value?: ContextValue | undefined;
  /** For a Condition: operator and key as the policy writes them. */
  readonly operator?: string | undefined;
  readonly key?: string | undefined;
  /**
   * Because of what, as a code (`trace.because.<code>`): `matched`, `noMatch`, `keyAbsent`, `keyAbsentNegated`,
   * `keyAbsentIfExists`, `keyAbsentForAllValues`, `variableWithoutValue`, `delegatesToAccount`, …
   */
  readonly because: string;
  /** Parts of the value that `*` and `?` of the matched pattern stand for, as offsets [start, end) into it. */
  readonly wildcards?: readonly (readonly [number, number])[] | undefined;
}

/** The full answer: the decision is folded out of the gates, so the explanation cannot contradict it. */
export interface Evaluation {
  readonly request: AccessRequest;
  /** The request's context with what the principal implied; keys as AWS writes them. */
  readonly context: Readonly<Record<string, ContextValue>>;
  readonly gates: readonly GateResult[];
  readonly decision: Decision;
  /** The layer that decides: who denies, who lacks the Allow, or who grants. */
  readonly decidedBy?: Layer;
  /** The statements that make the decision: the Deny, or the Allows. Empty for an implicit deny. */
  readonly matched: readonly StatementResult[];
  readonly crossAccount: boolean;
  /** AWS's access-denied wording; absent when allowed, and where no policy is the cause. */
  readonly message?: string;
}
