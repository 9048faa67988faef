import { namesOf, unknownNames } from '../../file/issue.ts';
import type { Kind, Setting } from '../../step/kind.ts';
import { startText, textOf } from '../../world/texts.ts';
import { auditPolicy } from './audit.ts';
import { documentsOfStep, gradePolicy } from './grade.ts';
import type { WriteResult } from './result.ts';
import { writeAnswer, writeSpec, type PolicySpec, type WriteAnswer, type WriteSpec } from './spec.ts';

/** What all kinds of step have in common in which a policy is written. */
export const policyKind = {
  headings: ({ traps }: PolicySpec) => [
    { name: 'Must be allowed' },
    { name: 'Must be denied' },
    { name: 'Traps', ids: traps.map(({ id }) => id) },
  ],
  references({ policy, callers, allowed, denied }: PolicySpec, { world, requests }: Setting, where: string) {
    const asked = namesOf(
      requests.map(({ id }) => id),
      where,
    ).names;
    return [
      ...unknownNames(new Set(world.policies.map(({ id }) => id)), [policy], `${where}.policy`),
      ...unknownNames(new Set(world.callers.map(({ id }) => id)), callers, `${where}.callers`),
      ...unknownNames(asked, [...allowed, ...denied], `${where}.allowed, ${where}.denied`),
      ...namesOf([...allowed, ...denied], `${where}.allowed, ${where}.denied`).issues,
    ];
  },
  documents: (spec: PolicySpec, setting: Setting, { text }: { readonly text: string }) =>
    documentsOfStep(spec, setting, text),
  grade: gradePolicy,
  audit: auditPolicy,
};

/** Write a policy that allows exactly what the goal says. */
export const write: Kind<WriteSpec, WriteAnswer, WriteResult> = {
  ...policyKind,
  spec: writeSpec,
  answer: writeAnswer,
  opening: ({ policy }, { world }) => ({ kind: 'write', text: startText(world, policy) }),
  solution: ({ solution }) => ({ kind: 'write', text: textOf(solution) }),
};
