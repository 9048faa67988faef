import type { Evaluation, StatementResult } from '#iam';
import { statementKey } from './statement-words.ts';
import type { EditorMark } from '#ui/editor/editor-types.ts';

/** Lines of a policy to colour: which statements match the request, what decided it, and where the caret stands. */
export type Mark = EditorMark;

/** The marks of one policy for one evaluation, the gravest last; `fault`: the request is a counterexample to the goal. */
export function statementMarks(
  { gates, matched }: Evaluation,
  policyId: string,
  fault: boolean,
  caret: string | undefined,
): readonly Mark[] {
  const inPolicy = ({ source }: StatementResult): boolean => source.policyId === policyId;
  const own = gates.flatMap(({ statements }) => statements).filter(inPolicy);
  const under = own.find((statement) => statementKey(statement) === caret);
  return [
    ...own.filter(({ applies }) => !applies).flatMap((statement) => mark(statement, 'apart')),
    ...(under === undefined ? [] : mark(under, 'caret')),
    ...own
      .filter(({ applies }) => applies)
      .flatMap((statement) => mark(statement, statement.source.effect === 'Allow' ? 'allow' : 'deny')),
    ...(fault ? matched.filter(inPolicy).flatMap((statement) => mark(statement, 'fault')) : []),
  ];
}

function mark({ source: { range } }: StatementResult, kind: Mark['kind']): readonly Mark[] {
  return range === undefined ? [] : [{ startLine: range.startLine, endLine: range.endLine, kind }];
}
