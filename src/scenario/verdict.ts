import type { AccessRequest, Decision } from '#iam';
import type { PolicyLength, Undecided } from '#proof';

/** What a learner hands in: predictions by request id, policy texts by policy id. */
export interface Attempt {
  readonly predictions: Readonly<Record<string, Decision>>;
  readonly texts: Readonly<Record<string, string>>;
}

/**
 * Works: the goal is met. Tight: proved no excess over what is required. Par: tight, and no longer than the author's.
 * Record: shorter than the author's.
 */
export type Medal = 'works' | 'tight' | 'par' | 'record';

/** One request on which the attempt misses the goal. */
export interface Failure {
  /** `missing`: must be allowed and is not. `excess`: is allowed and must not be. */
  readonly kind: 'missing' | 'excess';
  readonly request: AccessRequest;
  readonly decision: Decision;
  /** The scenario's own request, where the failing one is visible in Checks. */
  readonly requestId?: string;
  /** The trap that fits, by id; its words stand in the scenario's texts. */
  readonly trap?: string;
}

export interface PredictionResult {
  readonly requestId: string;
  readonly predicted?: Decision;
  /** Computed by the evaluator, never stored. */
  readonly decision: Decision;
  readonly correct: boolean;
  readonly trap?: string;
}

/** The answer to one Check. */
export interface Verdict {
  readonly solved: boolean;
  readonly medals: readonly Medal[];
  /** Over how many of AWS's actions the proof goes. 0 for a mission of predictions alone. */
  readonly actions: number;
  /** How many steps the proof took. */
  readonly steps: number;
  readonly predictions: readonly PredictionResult[];
  /** Failures, the gravest first, at most three; the screen shows the first. */
  readonly failures: readonly Failure[];
  /** What the proof could not decide, by name; empty where all was decided. */
  readonly undecided: readonly Undecided[];
  /** How much is allowed beyond what is permitted: actions, and the forms of the resources. */
  readonly excess?: { readonly actions: readonly string[]; readonly resources: readonly string[] };
  /** A request allowed beyond what is required but inside what is permitted: why Tight is missing. */
  readonly slack?: AccessRequest;
  /** Why nothing was tried: the policy id whose text is not a valid policy. */
  readonly invalidPolicy?: string;
  /** Statements and non-blank characters of the learner's policy. */
  readonly size?: PolicyLength;
}
