import { authenticate } from '../../calls/authenticate.ts';
import { denied, sourceIp } from '../../calls/authorize.ts';
import { iamArn, nameKey } from '../../calls/names.ts';
import type { Call } from '../../calls/operation.ts';
import { isRefusal } from '../../calls/refusal.ts';
import type { Ask } from '../../state/record.ts';
import { accountOf, type Account } from '../../state/state.ts';
import { seenFrom } from '../../state/world.ts';

/**
 * The caller's account as the region of the call knows it: services look roles and instance profiles up there, so what
 * was made a moment ago may not have arrived.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_general.html
 */
export function seenAccount({ world, region, accountId }: Call): Account {
  return accountOf(seenFrom(world, region), accountId);
}

/** ARN of a role of the caller's account, as the region knows it. */
export function roleArn(call: Call, name: string): string {
  const role = seenAccount(call).roles.get(nameKey(name)) ?? { path: '/', name };
  return iamArn(call.accountId, 'role', role);
}

/**
 * The question that hands a role to a service. Tags of the role have no say.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 */
export function passRole(role: string, service: string, about: string): Ask {
  return {
    action: 'iam:PassRole',
    resource: role,
    context: { 'iam:PassedToService': service, 'iam:AssociatedResourceArn': about },
  };
}

/** Whether the trust policy of a role, as the region knows it, lets a service assume it for a resource. */
export function canAssume(call: Call, role: string, service: string, about: string): boolean {
  const { world, region, now, accountId } = call;
  const seen = seenFrom(world, region);
  const known = accountOf(seen, accountId).roles.get(nameKey(role.slice(role.lastIndexOf('/') + 1)));
  if (known === undefined || iamArn(accountId, 'role', known) !== role) return false;
  const caller = authenticate({ by: 'service', service }, seen, world.state, now);
  if (isRefusal(caller)) return false;
  const ask: Ask = {
    action: 'sts:AssumeRole',
    resource: role,
    context: { 'aws:SourceArn': about, 'aws:SourceAccount': accountId },
  };
  return denied(world, seen, caller, [ask], { region, now, sourceIp }) === undefined;
}
