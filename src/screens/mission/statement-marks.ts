import type { Evaluation, StatementResult } from '#iam';
import { statementKey } from '#panels/statement-words.ts';

/** Lines of a policy to colour: what decided the request, and the statement the caret stands in. */
export interface Mark {
  readonly startLine: number;
  readonly endLine: number;
  readonly kind: 'allow' | 'deny' | 'fault' | 'caret';
}

/** The marks of one policy for one evaluation; `fault`: the request is a counterexample to the goal. */
export function statementMarks(
  { gates, matched }: Evaluation,
  policyId: string,
  fault: boolean,
  caret: string | undefined,
): readonly Mark[] {
  const under = gates
    .flatMap(({ statements }) => statements)
    .find((statement) => statementKey(statement) === caret && statement.source.policyId === policyId);
  return [
    ...(under === undefined ? [] : mark(under, 'caret')),
    ...matched
      .filter((statement) => statement.source.policyId === policyId)
      .flatMap((statement) =>
        mark(statement, fault ? 'fault' : statement.source.effect === 'Allow' ? 'allow' : 'deny'),
      ),
  ];
}

function mark({ source: { range } }: StatementResult, kind: Mark['kind']): readonly Mark[] {
  return range === undefined ? [] : [{ startLine: range.startLine, endLine: range.endLine, kind }];
}
