import { scenarioIssue, type ScenarioIssue } from '../../file/issue.ts';
import type { Setting, StepAudit } from '../../step/kind.ts';
import type { AssignSpec } from './spec.ts';

/**
 * Every need can be got wrong, every mechanism is right somewhere, and any two mechanisms are told apart by a need for
 * which one is right and the other is not.
 */
export function auditPairs({ needs, mechanisms }: AssignSpec, { id: where }: Setting): StepAudit {
  const neededBy = new Map(
    mechanisms.map((mechanism) => [
      mechanism,
      needs.filter(({ right }) => right.includes(mechanism)).map(({ id }) => id),
    ]),
  );
  const issues: ScenarioIssue[] = [
    ...needs
      .filter(({ right }) => mechanisms.every((mechanism) => right.includes(mechanism)))
      .map(({ id }) => scenarioIssue('needAlwaysMet', where, { id })),
    ...[...neededBy]
      .filter(([, met]) => met.length === 0)
      .map(([id]) => scenarioIssue('mechanismNeverRight', where, { id })),
    ...mechanisms.flatMap((one, index) =>
      mechanisms
        .slice(index + 1)
        .filter((other) => alike(neededBy.get(one), neededBy.get(other)))
        .map((other) => scenarioIssue('mechanismsAlike', where, { id: one, other })),
    ),
  ];
  return {
    issues,
    figures: {
      needs: needs.length,
      mechanisms: mechanisms.length,
      reasons: needs.length * mechanisms.length,
    },
    notes: [],
  };
}

/** Right for the same needs, and for some: those that are right for none are told already. */
function alike(one: readonly string[] = [], other: readonly string[] = []): boolean {
  return one.length > 0 && one.join(' ') === other.join(' ');
}
