import type { Reference, Setting, StepResult } from '../../step/kind.ts';
import { accountAfter } from './account.ts';
import { goalsReached, trapsSprung } from './goals.ts';
import type { OperateAnswer, OperateSpec } from './spec.ts';

export interface OperateResult extends StepResult {
  /** Ids of the goals that the account has reached. */
  readonly reached: readonly string[];
  /** Ids of the traps that the calls have sprung. */
  readonly sprung: readonly string[];
  /** The saved account that the answer begins with (`from`) cannot be read, so no goal was asked about. */
  readonly unreadable?: true;
}

/** Makes the calls of an answer again, and asks every goal of the account that comes of them. */
export function gradeAccount(
  spec: OperateSpec,
  setting: Setting,
  answer: OperateAnswer,
  { managed }: Pick<Reference, 'managed'>,
): OperateResult {
  const after = accountAfter(spec, setting, answer, managed);
  if (after === undefined) return { solved: false, exact: false, reached: [], sprung: [], unreadable: true };
  const reached = goalsReached(after.world, after.account, after.given, spec);
  const solved = reached.length === spec.goals.length;
  return { solved, exact: solved, reached, sprung: trapsSprung(after.world, after.given, spec) };
}
