import type { ScenarioTexts } from '#scenario';
import { explainLink } from '../../trace/explain/explain-link.ts';
import type { Say } from '../step/step-panel.ts';
import { meets, type CheckRow } from './check-row.ts';
import { requestWords } from './request-words.ts';
import type { PolicyWorkspace } from './workspace.svelte.ts';

/** The lines of Checks for the policy as it stands: counterexamples first, each request once. */
export function checkRows(workspace: PolicyWorkspace, texts: ScenarioTexts, say: Say): readonly CheckRow[] {
  const pinned = new Set(workspace.shown.filter(({ kind }) => kind === 'counterexample').map(({ id }) => id));
  return workspace.shown
    .filter(({ kind, id }) => kind === 'counterexample' || !pinned.has(id))
    .map((shown): CheckRow => {
      const decision = workspace.evaluations.get(shown.key)?.decision ?? 'cannotEvaluate';
      const counterexample = shown.kind === 'counterexample';
      return {
        key: shown.key,
        sentence: requestWords(shown, texts, workspace.scenario.world, say),
        counterexample,
        decision,
        ...(shown.expected !== undefined && {
          expected: shown.expected,
          met: meets(shown.expected, decision),
        }),
        ...(counterexample && {
          explain: explainLink(shown.request, workspace.asking.policiesFor(shown.request)),
        }),
      };
    });
}
