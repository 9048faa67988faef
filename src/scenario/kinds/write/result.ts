import type { AccessRequest, Decision } from '#iam';
import type { PolicyLength, Undecided } from '#proof';
import type { StepResult } from '../../step/kind.ts';

/**
 * Works: the goal is met. Tight: proved no excess over what is required. Par: tight, and no longer than the author's.
 * Record: shorter than the author's.
 */
export type Medal = 'works' | 'tight' | 'par' | 'record';

/** One request on which the answer misses the goal. */
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

/** What is proved of a policy. */
export interface WriteResult extends StepResult {
  readonly medals: readonly Medal[];
  /** Over how many of AWS's actions the proof goes. */
  readonly actions: number;
  /** How many steps the proof took. */
  readonly proofSteps: number;
  /** Failures, the gravest first, at most three; the screen shows the first. */
  readonly failures: readonly Failure[];
  /** What the proof could not decide, by name; empty where all was decided. */
  readonly undecided: readonly Undecided[];
  /** How much is allowed beyond what is permitted: actions, and the ARN formats of the resources they are allowed on. */
  readonly excess?: { readonly actions: readonly string[]; readonly resources: readonly string[] };
  /** A request allowed beyond what is required but inside what is permitted: why Tight is missing. */
  readonly slack?: AccessRequest;
  /** Nothing was tried: the text is not a valid policy. */
  readonly invalidPolicy?: string;
  /** Statements and non-blank characters of the learner's policy. */
  readonly size?: PolicyLength;
}
