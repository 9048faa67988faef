import type { Decision } from '#iam';

/** One line of Checks: a request of the mission, or a counterexample a Check has found. */
export interface CheckRow {
  readonly key: string;
  /** What a person would say the request is; may hold backticked code. */
  readonly sentence: string;
  readonly counterexample: boolean;
  /** Absent where the goal says nothing of this request. */
  readonly expected?: 'allowed' | 'denied';
  readonly decision: Decision;
  /** True where the decision is what the goal wants; absent where it wants nothing. */
  readonly met?: boolean;
  /** Address of the same request in the explainer. */
  readonly explain?: string;
}

/** Whether a decision is what a goal wants: every kind of deny is a deny, and what cannot be evaluated is neither. */
export function meets(expected: 'allowed' | 'denied', decision: Decision): boolean {
  if (decision === 'cannotEvaluate') return false;
  return (decision === 'allowed') === (expected === 'allowed');
}
