import { parsePrincipal } from '#iam';
import { namesOf, scenarioIssue, unknownNames, type ScenarioIssue } from '../file/issue.ts';
import { holderOf } from './holder-of.ts';
import type { ScenarioRequest, World } from './world.ts';

/**
 * What of a world contradicts itself: names that come twice or name nothing, callers who cannot call, and what no
 * account of AWS's can be (an organization without its management account, sessions of one role with different policies).
 */
export function worldIssues(
  world: World,
  requests: readonly ScenarioRequest[],
  file: string,
): readonly ScenarioIssue[] {
  const policies = namesOf(
    world.policies.map(({ id }) => id),
    `${file}: world.policies`,
  );
  const callers = namesOf(
    world.callers.map(({ id }) => id),
    `${file}: world.callers`,
  );
  const groups = namesOf(
    world.groups.map(({ name }) => name),
    `${file}: world.groups`,
  );
  const asked = namesOf(
    requests.map(({ id }) => id),
    `${file}: requests`,
  );
  const holders = [...world.users, ...world.roles];
  const known = (used: readonly (string | undefined)[], where: string): readonly ScenarioIssue[] =>
    unknownNames(policies.names, used, `${file}: world.${where}`);
  return [
    ...policies.issues,
    ...callers.issues,
    ...groups.issues,
    ...asked.issues,
    ...namesOf(
      holders.map(({ arn }) => arn),
      `${file}: world`,
    ).issues,
    ...holders.flatMap(({ arn, policies: some = [], boundary }) => known([...some, boundary], arn)),
    ...world.roles.flatMap(({ arn, trust }) => known([trust], arn)),
    ...world.groups.flatMap(({ name, policies: some }) => known(some, `groups.${name}`)),
    ...world.resources.flatMap(({ arn, policy }) => known([policy], `resources.${arn}`)),
    ...world.callers.flatMap(({ id, policies: some = [] }) => known(some, `callers.${id}`)),
    ...world.accounts.flatMap(({ id, scps = [], rcps = [] }) =>
      known([...scps.flat(), ...rcps.flat()], `accounts.${id}`),
    ),
    ...world.users.flatMap(({ arn, groups: some = [] }) =>
      unknownNames(groups.names, some, `${file}: world.${arn}`),
    ),
    ...requests.flatMap(({ id, caller }) => unknownNames(callers.names, [caller], `${file}: requests.${id}`)),
    ...callerIssues(world, file),
    ...organizationIssues(world, file),
  ];
}

/** Every caller must be one that can call AWS, and be there; a session's policies must be those of its other callers. */
function callerIssues(world: World, file: string): readonly ScenarioIssue[] {
  return world.callers.flatMap(({ id, principal, policies = [] }, index) => {
    const where = `${file}: world.callers.${id}`;
    const parsed = parsePrincipal(principal);
    const there =
      parsed?.kind === 'user' || parsed?.kind === 'roleSession'
        ? holderOf(world, principal) !== undefined
        : parsed !== undefined && parsed.kind !== 'role' && parsed.kind !== 'federatedUser';
    const twin = world.callers
      .slice(0, index)
      .find((other) => other.principal === principal && (other.policies ?? []).join() !== policies.join());
    return [
      ...(there ? [] : [scenarioIssue('unknownReference', where, { id: principal })]),
      ...(twin === undefined ? [] : [scenarioIssue('sessionsDiffer', where, { id: twin.id })]),
    ];
  });
}

/** Members of an organization have a management account, agree about the root, and all have SCPs where one has. */
function organizationIssues(world: World, file: string): readonly ScenarioIssue[] {
  const members = world.accounts.filter(({ scps, rcps }) => scps !== undefined || rcps !== undefined);
  const [first] = members;
  if (first === undefined) return [];
  const where = `${file}: world.accounts`;
  const root = (levels: readonly (readonly string[])[] | undefined): string => (levels?.[0] ?? []).join();
  return [
    ...(world.accounts.some(({ id }) => id === world.managementAccount)
      ? []
      : [scenarioIssue('unknownReference', where, { id: world.managementAccount ?? 'managementAccount' })]),
    ...members.flatMap(({ id, scps, rcps }) =>
      root(scps) === root(first.scps) &&
      root(rcps) === root(first.rcps) &&
      (scps === undefined) === (first.scps === undefined) &&
      (scps === undefined || rcps === undefined || scps.length === rcps.length)
        ? []
        : [scenarioIssue('organizationDiffers', `${where}.${id}`, { id: first.id })],
    ),
  ];
}
