import { redactAwsKeys, type Issue, type PolicyType } from '#iam';
import { accountIdsIn, withExampleAccounts } from '#iam/credentials/accounts.ts';
import { policiesIn, type FoundPolicy } from '#iam/language/import.ts';

/** A policy that somebody brought along, as it is taken over: without credentials. */
export interface Imported {
  readonly name: string;
  readonly type: PolicyType;
  readonly text: string;
  readonly resource?: string;
}

/** What was brought along, looked at before any of it is kept. */
export interface Import {
  readonly policies: readonly FoundPolicy[];
  /** Account ids that are nobody's business. */
  readonly accounts: readonly string[];
  readonly keyRemoved: boolean;
  /** Why the first of the texts that could not be read could not. */
  readonly issue?: Issue;
}

/** Larger files are refused before they are read. */
export const largestFile = 2_000_000;
/** So many characters fit into what is kept of a screen. */
export const longestImport = 100_000;

/** Looks at texts for policies. Credentials in them are replaced first, so that none gets any further. */
export function lookAt(texts: readonly string[], replacement: string): Import {
  const clean = texts.map((text) => redactAwsKeys(text, replacement));
  const found = clean.filter((text) => text.trim() !== '').map(policiesIn);
  const policies = found.flatMap((one) => one.policies);
  const issue = found.find((one) => one.issue !== undefined)?.issue;
  return {
    policies,
    accounts: accountIdsIn(policies.map(({ text, resource = '' }) => text + resource)),
    keyRemoved: clean.some((text, index) => text !== texts[index]),
    ...(issue && { issue }),
  };
}

/** The policies with every account id replaced by an example of AWS's, the same one in all of them. */
export function withoutAccounts(policies: readonly Imported[]): readonly Imported[] {
  const texts = withExampleAccounts(policies.flatMap(({ text, resource = '' }) => [text, resource]));
  return policies.map((policy, index) => ({
    ...policy,
    text: texts[index * 2] ?? policy.text,
    ...(policy.resource !== undefined && { resource: texts[index * 2 + 1] ?? policy.resource }),
  }));
}
