import type { Tag } from '../state/entities.ts';

/** Names of IAM entities are told apart without regard to case; this is how a table holds them. */
export function nameKey(name: string): string {
  return name.toLowerCase();
}

/** ARN of a user, group, role, policy or instance profile: `arn:aws:iam::111122223333:user/team/ana`. */
export function iamArn(
  account: string,
  kind: 'user' | 'group' | 'role' | 'policy' | 'instance-profile',
  { path, name }: { readonly path: string; readonly name: string },
): string {
  return `arn:aws:iam::${account}:${kind}${path}${name}`;
}

export function tagRecord(tags: readonly Tag[]): Readonly<Record<string, string>> {
  return Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value]));
}
