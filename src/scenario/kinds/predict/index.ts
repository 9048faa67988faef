import { namesOf, scenarioIssue, unknownNames } from '../../file/issue.ts';
import type { Kind, Setting } from '../../step/kind.ts';
import { decisionsAtStart, gradePredictions, type PredictResult } from './grade.ts';
import { decisions, predictAnswer, predictSpec, type PredictAnswer, type PredictSpec } from './spec.ts';

/** Say what AWS answers to requests. */
export const predict: Kind<PredictSpec, PredictAnswer, PredictResult> = {
  spec: predictSpec,
  answer: predictAnswer,
  headings: ({ traps }) => [{ name: 'Traps', ids: traps.map(({ id }) => id) }],
  references({ requests, traps }, setting, where) {
    const known = namesOf(
      setting.requests.map(({ id }) => id),
      where,
    ).names;
    return [
      ...namesOf(requests, `${where}.requests`).issues,
      ...unknownNames(known, requests, `${where}.requests`),
      ...unknownNames(
        new Set(requests),
        traps.map(({ request }) => request),
        `${where}.traps`,
      ),
    ];
  },
  opening: () => ({ kind: 'predict', predictions: {} }),
  solution: ({ requests }, setting) => ({
    kind: 'predict',
    predictions: rightPredictions(requests, setting),
  }),
  documents: () => [],
  byTrying: true,
  grade: gradePredictions,
  /** Every request has a decision, and every trap is a wrong prediction. */
  audit({ requests, traps }, setting) {
    const decisionOf = decisionsAtStart(setting);
    return {
      issues: [
        ...requests
          .filter((id) => decisionOf(id) === 'cannotEvaluate')
          .map((id) => scenarioIssue('cannotEvaluate', `${setting.id}: requests.${id}`, { id })),
        ...traps
          .filter(({ request, as }) => decisionOf(request) === as)
          .map(({ id }) => scenarioIssue('trapUnreachable', setting.id, { id })),
      ],
      figures: { predictions: requests.length },
      notes: [],
    };
  },
};

function rightPredictions(requests: readonly string[], setting: Setting): PredictAnswer['predictions'] {
  const decisionOf = decisionsAtStart(setting);
  return Object.fromEntries(
    requests.flatMap((id) => {
      const decision = decisions.find((known) => known === decisionOf(id));
      return decision === undefined ? [] : [[id, decision] as const];
    }),
  );
}
