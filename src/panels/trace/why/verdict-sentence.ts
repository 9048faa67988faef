import type { Evaluation } from '#iam';
import { statementName, statementPlace } from '../statements/statement-words.ts';

type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/**
 * The decision in one sentence that names the statement, its policy and the gate; folded from the trace, as the
 * decision is. For an implicit deny it names the kind of policy that lacks the Allow.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function verdictSentence(evaluation: Evaluation, say: Say): string {
  const { decision, decidedBy, matched, gates } = evaluation;
  const [first] = matched;
  const layer = decidedBy === undefined ? '' : say(`trace.gate.${decidedBy}`);
  if (decision === 'explicitDeny' && first !== undefined) {
    return say('why.verdict.explicitDeny', {
      statement: statementName(first, say),
      policy: statementPlace(first, say),
      layer,
    });
  }
  if (decision === 'allowed') {
    if (first === undefined) return say('why.verdict.allowedWithout');
    return say('why.verdict.allowed', {
      statement: statementName(first, say),
      policy: statementPlace(first, say),
      layer,
    });
  }
  const deciding = gates.find(({ decides }) => decides);
  if (decision === 'implicitDeny') {
    return decidedBy === undefined ? say('why.verdict.nobody') : say('why.verdict.implicitDeny', { layer });
  }
  const reason = deciding === undefined ? '' : say(`trace.reason.${deciding.reason}`, deciding.values);
  return say('why.verdict.cannotEvaluate', { reason });
}
