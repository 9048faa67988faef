import { accountIdsIn, withExampleAccounts } from '#iam';
import type { FoundPolicy } from '#iam/language';

/** Larger files are refused before they are read. */
export const maxFileBytes = 2_000_000;
/** So many characters fit into what is kept of a screen. */
export const maxImportLength = 100_000;

/** Account ids in policies that are nobody's business. */
export function accountsOf(policies: readonly FoundPolicy[]): readonly string[] {
  return accountIdsIn(policies.flatMap(({ text, resource = '' }) => [text, resource]));
}

/** The policies with every account id replaced by an example of AWS's, the same one in all of them. */
export function withoutAccounts(policies: readonly FoundPolicy[]): readonly FoundPolicy[] {
  const texts = withExampleAccounts(policies.flatMap(({ text, resource = '' }) => [text, resource]));
  return policies.map((policy, index) => ({
    ...policy,
    text: texts[index * 2] ?? policy.text,
    ...(policy.resource !== undefined && { resource: texts[index * 2 + 1] ?? policy.resource }),
  }));
}
