import type { AwsPolicy } from '#account';
import type { ReferenceLibrary } from '#iam/reference';

/** How far AWS's managed policies have come. */
export interface LoadState {
  readonly state: 'loading' | 'ready' | 'failed';
  readonly done: number;
  readonly all: number;
}

/**
 * AWS's managed policies by ARN, out of the page's library. Tells how far it is; what does not come is `failed`, and can be
 * asked for again: the library keeps what has come.
 */
export async function loadManagedPolicies(
  library: ReferenceLibrary,
  tell: (loadState: LoadState) => void,
): Promise<ReadonlyMap<string, AwsPolicy>> {
  const found = new Map<string, AwsPolicy>();
  tell({ state: 'loading', done: 0, all: 0 });
  const { value: index } = await library.index();
  const names = index?.managedPolicies.map(({ arn }) => arn) ?? [];
  tell({ state: 'loading', done: 0, all: names.length });
  const read = await Promise.all(names.map((arn) => library.managedPolicy(arn)));
  for (const { value } of read) if (value !== undefined) found.set(value.arn, value);
  const whole = names.length > 0 && found.size === names.length;
  tell({ state: whole ? 'ready' : 'failed', done: found.size, all: names.length });
  return found;
}
