import { parsePrincipal, type AccessRequest, type RequestContext } from '#iam';
import type { CatalogueAction, Domain, Situation } from '#proof';
import { holderOf } from '../../world/holder-of.ts';
import type { World, WorldCaller } from '../../world/world.ts';
import type { PolicySpec } from './spec.ts';

/**
 * One caller, and resources with the same policies and the same owner: what one comparison ranges over. A bucket with a
 * bucket policy is a part of its own; all resources without a policy are one part together.
 */
export interface Part {
  readonly domain: Omit<Domain, 'actions'>;
  /** Which of the catalogue's actions are asked. */
  readonly actions: (catalogue: readonly CatalogueAction[]) => readonly CatalogueAction[];
  /** Stands for all requests of the part: the same policies apply to each of them. */
  readonly request: AccessRequest;
}

/**
 * The parts of a world for the callers of a goal: each resource with a policy or in another account is one, all others
 * together are one. A role is two: that it is assumed (`sts:AssumeRole`), which its trust policy decides with the caller's
 * policies, and what else is done to it (`iam:DeleteRole`), which the trust policy has no say in.
 */
export function partsOf(world: World, { callers, examples }: PolicySpec): readonly Part[] {
  return world.callers
    .filter(({ id }) => callers.includes(id))
    .toSorted((left, right) => callers.indexOf(left.id) - callers.indexOf(right.id))
    .flatMap((caller) => {
      const situation = situationOf(caller, world);
      const home = accountOf(caller.principal);
      const alone = world.resources.filter(
        ({ account, policy }) => policy !== undefined || (account !== undefined && account !== home),
      );
      const part = (
        request: Pick<AccessRequest, 'action' | 'resource'>,
        more: Pick<Domain, 'within' | 'except' | 'owner'>,
        actions: Part['actions'] = all,
      ): Part => ({
        domain: { situations: [situation], examples, ...more },
        actions,
        request: { principal: situation.principal, ...request },
      });
      const roles = world.roles.map(({ arn }) => arn);
      const owned = (account: string | undefined) => (account === undefined ? {} : { owner: account });
      return [
        part(
          { action: '', resource: '*' },
          { except: [...alone.flatMap(({ arn }) => inside(arn)), ...roles] },
        ),
        ...alone.map(({ arn, account }) =>
          part({ action: '', resource: arn }, { within: [inside(arn)], ...owned(account) }),
        ),
        ...roles.flatMap((arn) => [
          part(
            { action: 'sts:', resource: arn },
            { within: [[arn]], ...owned(accountOf(arn)) },
            trustActions,
          ),
          part({ action: '', resource: arn }, { within: [[arn]], ...owned(accountOf(arn)) }, otherActions),
        ]),
      ];
    });
}

/** What every request of a caller's session carries: tags of the session win over those of the user or role. */
function situationOf({ principal, mfa, tags, keys = {} }: WorldCaller, world: World): Situation {
  const all = { ...holderOf(world, principal)?.tags, ...tags };
  const context: RequestContext = {
    ...(keys as RequestContext),
    ...(mfa !== undefined && { 'aws:MultiFactorAuthPresent': String(mfa) }),
    ...Object.fromEntries(Object.entries(all).map(([key, value]) => [`aws:PrincipalTag/${key}`, value])),
  };
  return { principal, ...(Object.keys(context).length > 0 && { context }) };
}

/** The account a principal belongs to; undefined for services, providers and nobody. */
function accountOf(arn: string): string | undefined {
  const parsed = parsePrincipal(arn);
  return parsed !== undefined && 'account' in parsed ? parsed.account : undefined;
}

/** A resource and what lies in it: a bucket and its objects. */
function inside(arn: string): readonly string[] {
  return [arn, `${arn}/*`];
}

function all(catalogue: readonly CatalogueAction[]): readonly CatalogueAction[] {
  return catalogue;
}

/** By catalogue: the actions that a role's trust policy decides, and the others. */
const split = new WeakMap<readonly CatalogueAction[], readonly [CatalogueAction[], CatalogueAction[]]>();

function splitOf(catalogue: readonly CatalogueAction[]): readonly [CatalogueAction[], CatalogueAction[]] {
  const known = split.get(catalogue);
  if (known !== undefined) return known;
  const byTrustPolicy = ({ name }: CatalogueAction): boolean => /^sts:/i.test(name);
  const found = [
    catalogue.filter(byTrustPolicy),
    catalogue.filter((action) => !byTrustPolicy(action)),
  ] as const;
  split.set(catalogue, found);
  return found;
}
function trustActions(catalogue: readonly CatalogueAction[]): readonly CatalogueAction[] {
  return splitOf(catalogue)[0];
}
function otherActions(catalogue: readonly CatalogueAction[]): readonly CatalogueAction[] {
  return splitOf(catalogue)[1];
}
