import type { Evaluation, StatementResult } from '#iam';

type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** One statement of a trace, named so that the same one is found again after a keystroke. */
export function statementKey({ source: { layer, policyIndex, index } }: StatementResult): string {
  return `${layer}/${policyIndex}/${index}`;
}

/** The key of the statement that a place in a policy's text lies in; undefined outside of every statement. */
export function statementAt(
  evaluation: Evaluation | undefined,
  policy: string | undefined,
  at: number | undefined,
): string | undefined {
  const found = evaluation?.gates
    .flatMap(({ statements }) => statements)
    .find(
      ({ source: { policyId, range } }) =>
        policyId === policy &&
        range !== undefined &&
        at !== undefined &&
        range.start <= at &&
        at <= range.end,
    );
  return found && statementKey(found);
}

/** What a person calls a statement: its Sid, else its place in the document. */
export function statementName({ source: { sid, index } }: StatementResult, say: Say): string {
  return sid === undefined || sid === '' ? say('why.statement', { number: index + 1 }) : sid;
}

/** Where a statement stands: its policy's name, else the kind of its policy; with the group that brings it. */
export function statementPlace({ source: { policyName, layer, group } }: StatementResult, say: Say): string {
  const policy = policyName ?? say(`trace.gate.${layer}`);
  return group === undefined ? policy : say('why.throughGroup', { policy, group });
}
