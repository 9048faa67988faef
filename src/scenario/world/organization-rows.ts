import { put, type Change } from '#account';
import type { Placing } from './rows.ts';
import type { World } from './world.ts';

/** AWS's own example ids. */
const organizationId = 'o-exampleorgid';
const rootId = 'r-examplerootid111';

type Member = World['accounts'][number];

/**
 * The organization that the accounts' levels of SCPs and RCPs make: the first level is its root, the last the account
 * itself, those between are organizational units, a chain for each account.
 */
export function organizationRows(world: World, { policies, at }: Placing): readonly Change[] {
  const { managementAccount: management } = world;
  const members = world.accounts.filter(
    ({ id, scps, rcps }) => id === management || scps !== undefined || rcps !== undefined,
  );
  if (management === undefined) return [];
  const controls = [...policies.values()].filter(({ type }) => type === 'scp' || type === 'rcp');
  const enabledTypes = [
    ...(members.some(({ scps }) => scps !== undefined) ? (['SERVICE_CONTROL_POLICY'] as const) : []),
    ...(members.some(({ rcps }) => rcps !== undefined) ? (['RESOURCE_CONTROL_POLICY'] as const) : []),
  ];
  return [
    ...world.accounts.flatMap(({ id, name }) =>
      members.some((member) => member.id === id)
        ? [put(id, 'settings', 'account', { name, email: emailOf(id), created: at, managedBy: management })]
        : [],
    ),
    put(management, 'organization', 'organization', {
      id: organizationId,
      rootId,
      features: 'ALL',
      enabledTypes,
      trusted: {},
      tags: [],
      creations: [],
    }),
    ...members.flatMap((member) => [
      ...unitsOf(member).map(({ id, parent }) =>
        put(management, 'units', id, { id, name: id, parent, tags: [] }),
      ),
      put(management, 'members', member.id, {
        id: member.id,
        name: member.name,
        email: emailOf(member.id),
        parent: placesOf(member).at(-2) ?? rootId,
        joined: at,
        method: 'CREATED',
        status: 'ACTIVE',
        tags: [],
      }),
    ]),
    ...controls.map(({ id, name, type, text }) =>
      put(management, 'controls', `p-${id}`, {
        id: `p-${id}`,
        name,
        description: '',
        type: type === 'scp' ? 'SERVICE_CONTROL_POLICY' : 'RESOURCE_CONTROL_POLICY',
        content: text,
        awsManaged: name === 'FullAWSAccess' || name === 'RCPFullAWSAccess',
        targets: [...new Set(members.flatMap((member) => targetsOf(member, id)))],
        tags: [],
      }),
    ),
  ];
}

function emailOf(account: string): string {
  return `root@${account}.example`;
}

/** Ids from the root down to the account. */
function placesOf({ id, scps, rcps }: Member): readonly string[] {
  const levels = Math.max(scps?.length ?? 2, rcps?.length ?? 2);
  const between = Array.from({ length: levels - 2 }, (_, index) => `ou-examplerootid111-${id}${index}`);
  return [rootId, ...between, id];
}

function unitsOf(member: Member): readonly { readonly id: string; readonly parent: string }[] {
  const places = placesOf(member);
  return places.slice(1, -1).map((id, index) => ({ id, parent: places[index] ?? rootId }));
}

/** Where on a member's way a policy is attached. */
function targetsOf(member: Member, policy: string): readonly string[] {
  const places = placesOf(member);
  return [member.scps ?? [], member.rcps ?? []].flatMap((levels) =>
    levels.flatMap((ids, level) => (ids.includes(policy) ? [places[level] ?? ''] : [])),
  );
}
