import { namesOf, unknownNames } from '../../file/issue.ts';
import type { Kind } from '../../step/kind.ts';
import { auditPairs } from './audit.ts';
import { gradePairs, type AssignResult } from './grade.ts';
import { assignAnswer, assignSpec, type AssignAnswer, type AssignSpec } from './spec.ts';

/** Choose the mechanism that meets each need. */
export const assign: Kind<AssignSpec, AssignAnswer, AssignResult> = {
  spec: assignSpec,
  answer: assignAnswer,
  /** Every pair has its reason: a wrong one why not, a right one why. */
  headings: ({ needs, mechanisms }) => [
    { name: 'Needs', ids: needs.map(({ id }) => id) },
    { name: 'Mechanisms', ids: mechanisms },
    {
      name: 'Reasons',
      ids: needs.flatMap(({ id }) => mechanisms.map((mechanism) => `${id}/${mechanism}`)),
    },
  ],
  references({ needs, mechanisms }, _setting, where) {
    const { names, issues } = namesOf(mechanisms, `${where}.mechanisms`);
    return [
      ...issues,
      ...namesOf(
        needs.map(({ id }) => id),
        `${where}.needs`,
      ).issues,
      ...needs.flatMap(({ id, right }) => [
        ...namesOf(right, `${where}.needs.${id}`).issues,
        ...unknownNames(names, right, `${where}.needs.${id}`),
      ]),
    ];
  },
  opening: () => ({ kind: 'assign', pairs: {} }),
  solution: ({ needs }) => ({
    kind: 'assign',
    pairs: Object.fromEntries(
      needs.flatMap(({ id, right: [first] }) => (first === undefined ? [] : [[id, first] as const])),
    ),
  }),
  documents: () => [],
  byTrying: true,
  grade: gradePairs,
  audit: auditPairs,
};
