import type { CatalogueAction } from './domain.ts';

/**
 * The calls that a role's trust policy decides for a caller of an account: they are asked on a role, and the policy has a
 * grammar of its own. SetContext is asked on a role or on the caller's own session.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecuritytokenservice.html
 */
export const roleCalls: readonly string[] = [
  'sts:AssumeRole',
  'sts:TagSession',
  'sts:SetSourceIdentity',
  'sts:SetContext',
];
const lower = new Set(roleCalls.map((name) => name.toLowerCase()));

/** Whether a request is such a call on a role; of an action's resource, its format. */
export function isRoleCall(action: string, resource: string): boolean {
  return lower.has(action.toLowerCase()) && resource.includes(':role/');
}

/** Actions as they are asked on roles, and as they are asked on all else. */
export function splitRoleCalls(
  actions: readonly CatalogueAction[],
): readonly [onRoles: readonly CatalogueAction[], others: readonly CatalogueAction[]] {
  const onRoles: CatalogueAction[] = [];
  const others: CatalogueAction[] = [];
  for (const action of actions) {
    const roles = action.resources.filter((format) => isRoleCall(action.name, format));
    if (roles.length === 0) others.push(action);
    else if (roles.length === action.resources.length) onRoles.push(action);
    else {
      onRoles.push({ ...action, resources: roles, mayTakeNone: false });
      others.push({ ...action, resources: action.resources.filter((format) => !roles.includes(format)) });
    }
  }
  return [onRoles, others];
}
