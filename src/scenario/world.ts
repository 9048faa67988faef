import {
  withOrigin,
  type AccessRequest,
  type PolicyDocument,
  type PolicySet,
  type RequestContext,
} from '#iam';
import type { ScenarioRequest, World } from './schema.ts';

type WorldPrincipal = World['principals'][number];
type Documents = Readonly<Record<string, PolicyDocument>>;

/** A scenario's request as IAM sees it: the principal's own context keys come first, the request's win. */
export function accessRequest(world: World, request: ScenarioRequest): AccessRequest {
  const who = world.principals.find(({ id }) => id === request.principal);
  const owner = resourceOf(world, request.resource)?.account;
  const context = { ...who?.context, ...request.context } as RequestContext;
  return {
    principal: who?.principal ?? request.principal,
    ...(who?.principalRole !== undefined && { principalRole: who.principalRole }),
    action: request.action,
    resource: request.resource,
    ...(owner !== undefined && { resourceAccount: owner }),
    context,
  };
}

/** Requests with the same key have the same policies: the caller's, and those of the resource. */
export function policiesKey(world: World, { principal, principalRole, resource }: AccessRequest): string {
  return `${principal} ${principalRole ?? ''} ${resourceOf(world, resource)?.arn ?? ownerOf({ principal, resource }) ?? ''}`;
}

/**
 * Every policy of the world that applies to a request. `documents` stand in the place of the world's own, by policy
 * id; a policy without a document anywhere is left out.
 */
export function policiesFor(world: World, request: AccessRequest, documents: Documents): PolicySet {
  const who = world.principals.find(
    ({ principal, principalRole }) =>
      principal === request.principal && principalRole === request.principalRole,
  );
  const resource = resourceOf(world, request.resource);
  const one = (id: string, group?: string): PolicyDocument[] => {
    const policy = world.policies.find((known) => known.id === id);
    const document = documents[id] ?? (policy?.document as PolicyDocument | undefined);
    if (policy === undefined || document === undefined) return [];
    const { name, arn } = policy;
    return [
      withOrigin(document, {
        id,
        name,
        ...(arn !== undefined && { arn }),
        ...(group !== undefined && { group }),
      }),
    ];
  };
  const account = (id: string | undefined) => world.accounts.find((known) => known.id === id);
  const caller = account(accountOf(request.principal));
  const owner = account(resource?.account ?? ownerOf(request));
  const levels = (ids: readonly (readonly string[])[]) => ids.map((level) => level.flatMap((id) => one(id)));
  const [boundary] = who?.boundary === undefined ? [] : one(who.boundary);
  const [resourcePolicy] = resource?.policy === undefined ? [] : one(resource.policy);
  return {
    identity: [
      ...(who?.policies ?? []).flatMap((id) => one(id)),
      ...groupsOf(world, who).flatMap(({ name, policies }) => policies.flatMap((id) => one(id, name))),
    ],
    ...(boundary !== undefined && { boundary }),
    session: who?.session === undefined ? null : who.session.flatMap((id) => one(id)),
    ...(resourcePolicy !== undefined && { resource: resourcePolicy }),
    scps: caller?.scps === undefined ? null : levels(caller.scps),
    rcps: owner?.rcps === undefined ? null : levels(owner.rcps),
    ...(world.managementAccount !== undefined && { managementAccount: world.managementAccount }),
  };
}

function groupsOf(world: World, who: WorldPrincipal | undefined) {
  return (world.groups ?? []).filter(({ name }) => who?.groups?.includes(name) === true);
}

/** The resource a request is about: the one with that ARN, else the bucket (or other parent) it lies in. */
function resourceOf(world: World, arn: string) {
  return (world.resources ?? [])
    .filter((resource) => arn === resource.arn || arn.startsWith(`${resource.arn}/`))
    .toSorted((left, right) => right.arn.length - left.arn.length)[0];
}

/** The account in the resource's ARN; an ARN without one (S3's, say) belongs to the caller's account. */
function ownerOf({ principal, resource }: Pick<AccessRequest, 'principal' | 'resource'>): string | undefined {
  const inArn = accountOf(resource);
  return inArn === undefined || inArn === '' ? accountOf(principal) : inArn;
}

/** The account field of an ARN; undefined where the text has none. */
export function accountOf(arn: string): string | undefined {
  return arn.split(':')[4];
}
