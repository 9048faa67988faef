import type { StatementResult } from '#iam';

type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** One statement of a trace, named so that the same one is found again after a keystroke. */
export function statementKey({ layer, policyIndex, index }: StatementResult): string {
  return `${layer}/${policyIndex}/${index}`;
}

/** What a person calls a statement: its Sid, else its place in the document. */
export function statementName({ sid, index }: StatementResult, say: Say): string {
  return sid === undefined || sid === '' ? say('why.statement', { number: index + 1 }) : sid;
}

/** Where a statement stands: its policy's name, else the kind of its policy; with the group that brings it. */
export function statementPlace({ policyName, layer, group }: StatementResult, say: Say): string {
  const policy = policyName ?? say(`trace.gate.${layer}`);
  return group === undefined ? policy : say('why.throughGroup', { policy, group });
}
