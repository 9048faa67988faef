import { getContext, setContext } from 'svelte';
import type { Finding } from '#iam/lint';
import type { PolicyType } from '#iam';

/** Proves of a policy's text which of its statements change nothing, away from the page. Rejects where that cannot be had. */
export type ProveStatements = (text: string, type: PolicyType) => Promise<readonly Finding[]>;

const key = Symbol('statement proofs');

/** For all editors of the page. */
export function provideStatementProofs(prove: ProveStatements): void {
  setContext(key, prove);
}

/** Undefined where nobody proves: an editor then shows what the checks find. */
export function statementProofs(): ProveStatements | undefined {
  return getContext<ProveStatements | undefined>(key);
}
