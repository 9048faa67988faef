import type { JsonValue } from '#iam';
import { jsonOf } from '../state/json.ts';
import type { Control, ControlType, Member, Organization } from '../state/organization.ts';
import { accountOf, type Account, type State } from '../state/state.ts';
import { documentOf, named } from './documents.ts';

/** The management account of the account's organization; undefined where it is in none. */
export function managementOf(state: State, account: string): string | undefined {
  return accountOf(state, account).settings.get('account')?.managedBy;
}

/** The organization an account is in: its management account's tables and the organization's own row. */
export function organizationOf(
  state: State,
  account: string,
):
  { readonly management: string; readonly tables: Account; readonly organization: Organization } | undefined {
  const management = managementOf(state, account);
  if (management === undefined) return undefined;
  const tables = accountOf(state, management);
  const organization = tables.organization.get('organization');
  return organization === undefined ? undefined : { management, tables, organization };
}

/** Ids from the organization's root down to the account, both included. */
export function pathTo(tables: Account, organization: Organization, member: Member): readonly string[] {
  const path = [member.id];
  let at = member.parent;
  while (at !== organization.rootId) {
    path.unshift(at);
    const unit = tables.units.get(at);
    if (unit === undefined) break;
    at = unit.parent;
  }
  return [organization.rootId, ...path];
}

/**
 * The service or resource control policies that bind an account, level by level; null where the account is in no
 * organization, or where the organization has not enabled the type.
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html
 */
export function controlLevels(
  state: State,
  account: string,
  type: ControlType,
): readonly (readonly JsonValue[])[] | null {
  const found = organizationOf(state, account);
  const member = found?.tables.members.get(account);
  if (found === undefined || member === undefined || !found.organization.enabledTypes.includes(type))
    return null;
  const controls = [...found.tables.controls.values()].filter((control) => control.type === type);
  return pathTo(found.tables, found.organization, member).map((id) =>
    controls.filter(({ targets }) => targets.includes(id)).map(controlDocument),
  );
}

/** AWS's own RCPFullAWSAccess allows, which the grammar of customers' RCPs forbids: it stands as AWS wrote it. */
function controlDocument({ name, type, content, awsManaged }: Control): JsonValue {
  const grammar = type === 'SERVICE_CONTROL_POLICY' ? 'scp' : 'rcp';
  return named(awsManaged ? (jsonOf(content) ?? content) : documentOf(content, grammar), { name });
}
