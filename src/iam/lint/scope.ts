import type { Check, Hit } from './finding.ts';
import type { LintReference } from './lint-reference.ts';
import type { ConditionView, LintedPolicy, StatementView } from './view.ts';

type Find = NonNullable<Check['find']>;

/** What is found statement by statement. */
export function inStatements(
  find: (statement: StatementView, reference: LintReference, policy: LintedPolicy) => readonly Hit[],
): Find {
  return (policy, reference) => policy.statements.flatMap((one) => find(one, reference, policy));
}

/** What is found condition by condition. */
export function inConditions(
  find: (condition: ConditionView, reference: LintReference, policy: LintedPolicy) => readonly Hit[],
): Find {
  return inStatements((statement, reference, policy) =>
    statement.conditions.flatMap((one) => find(one, reference, policy)),
  );
}

/** One finding where it is so, else none. */
export function hitIf(is: boolean, hit: Hit): readonly Hit[] {
  return is ? [hit] : [];
}

/** A condition's key, as what a finding is about. */
export function atKey({ member }: ConditionView): Pick<Hit, 'node' | 'range'> {
  return { node: member.value, range: member.keyRange };
}

/** A condition's operator, as what a finding is about. */
export function atOperator({ block }: ConditionView): Pick<Hit, 'node' | 'range'> {
  return { node: block.value, range: block.keyRange };
}
