import { parsePrincipal } from '#iam';
import type { World } from './world.ts';

/** The row of the user that a principal is, or of the role whose session it is; undefined for others. */
export function holderOf(
  { users, roles }: Pick<World, 'users' | 'roles'>,
  principal: string,
): World['users'][number] | World['roles'][number] | undefined {
  const parsed = parsePrincipal(principal);
  if (parsed?.kind === 'user') return users.find(({ arn }) => arn === principal);
  if (parsed?.kind !== 'roleSession') return undefined;
  return roles.find(({ arn }) => named(arn) === named(parsed.role));
}

/** A role's account and name: the ARN of a session does not say the role's path. */
function named(arn: string): string {
  return `${arn.split(':')[4] ?? ''} ${arn.split('/').at(-1) ?? ''}`;
}
