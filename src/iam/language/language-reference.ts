import { type LintReference, lintReference } from '../lint/lint-reference.ts';
import type { ReferenceLibrary } from '../reference/library.ts';

/** What suggestions are drawn from: AWS's reference as far as it is at hand, and the account the policy is written for. */
export interface LanguageReference extends LintReference {
  readonly services: readonly { readonly prefix: string; readonly name: string; readonly actions: number }[];
  /** ARNs of the account's resources, principals and providers. */
  readonly resources: readonly string[];
  readonly principals: readonly string[];
  readonly account: string;
}

/** What a learner's policy is about, where nothing else is known. */
const defaultAccount = '111122223333';

/** Loads of a library what a policy text asks for. Never rejects: what does not come is not offered. */
export async function languageReference(
  library: ReferenceLibrary,
  text: string,
  world: Pick<LanguageReference, 'resources' | 'principals'>,
): Promise<LanguageReference> {
  const [reference, { value: index }] = await Promise.all([lintReference(library, text), library.index()]);
  const arns = [...world.resources, ...world.principals];
  const account = arns.map((arn) => arn.split(':')[4]).find((id) => id !== undefined && /^\d{12}$/.test(id));
  return { ...reference, ...world, services: index?.services ?? [], account: account ?? defaultAccount };
}
