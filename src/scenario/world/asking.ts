import { ownerOf, policiesOf, requestFor, type Signature, type World as AccountWorld } from '#account';
import {
  authorizer,
  origin,
  withOrigin,
  type AccessRequest,
  type Authorizer,
  type Decision,
  type JsonValue,
  type PolicyDocument,
  type PolicyOrigin,
  type PolicySet,
  type RequestContext,
} from '#iam';
import type { ScenarioRequest, World, WorldCaller, WorldPolicy } from './world.ts';
import { textOf } from './texts.ts';

/** Requests put to a world that was set up; its policies carry the scenario's ids and names. */
export interface Asking {
  /** A scenario's request as IAM sees it: the session's keys come first, those of the call win. */
  readonly requestOf: (request: ScenarioRequest) => AccessRequest;
  /** Every policy that applies to a request of anybody's; one that a proof has made up, too. */
  readonly policiesFor: (request: AccessRequest) => PolicySet;
  /** Prepared once for all requests with the same policies. */
  readonly authorizerFor: (request: AccessRequest) => Authorizer;
  readonly decide: (request: AccessRequest) => Decision;
}

/** The session policies of a caller, in their order. */
function sessionPolicies({ policies = [] }: WorldCaller, world: World): readonly WorldPolicy[] {
  return policies.flatMap((id) => world.policies.filter((one) => one.id === id));
}

/** Somebody unknown to the world makes requests as anybody would: with long-term keys. */
function signatureOf(
  caller: WorldCaller | undefined,
  principal: string,
  world: World,
  given: Readonly<Record<string, string>>,
): Signature {
  if (caller === undefined) return { by: 'scenario', principal };
  const { mfa, policies, tags, sourceIdentity, keys } = caller;
  const texts =
    policies && sessionPolicies(caller, world).map((policy) => given[policy.id] ?? textOf(policy));
  return {
    by: 'scenario',
    principal,
    session: {
      ...(mfa !== undefined && { mfa }),
      ...(texts !== undefined && { policies: texts }),
      ...(tags !== undefined && { tags }),
      ...(sourceIdentity !== undefined && { sourceIdentity }),
      ...(keys !== undefined && { keys }),
    },
  };
}

/**
 * Asks the account that a world was set up as: evaluator, prover and account answer from this one model. `texts`: those
 * with which it was set up, since session policies come with the call.
 */
export function asking(
  world: World,
  account: AccountWorld,
  texts: Readonly<Record<string, string>> = {},
): Asking {
  const prepared = new Map<string, Authorizer>();
  const now = account.log.at(-1)?.at ?? 0;
  const callerOf = (principal: string): WorldCaller | undefined =>
    world.callers.find((caller) => caller.principal === principal);
  function policiesFor(request: AccessRequest): PolicySet {
    const { principal, action, resource, resourceAccount } = request;
    const caller = callerOf(principal);
    const signature = signatureOf(caller, principal, world, texts);
    const found = policiesOf(
      account,
      signature,
      { action, resource, ...(resourceAccount !== undefined && { resourceAccount }) },
      now,
    );
    return withScenarioIds(world, caller, resource, found);
  }
  function authorizerFor(request: AccessRequest): Authorizer {
    const { principal, principalRole = '', action, resource } = request;
    const trust = /^sts:/i.test(action);
    const key = `${principal} ${principalRole} ${trust} ${resourceAndOwner(world, account, request)} ${resource.startsWith('arn:aws:iam:') ? resource : ''}`;
    const known = prepared.get(key) ?? authorizer(policiesFor(request));
    prepared.set(key, known);
    return known;
  }
  return {
    requestOf({ caller: id, action, resource, context }) {
      const caller = world.callers.find((one) => one.id === id);
      const principal = caller?.principal ?? id;
      const owner = ownerOf(account.state, resource);
      const tagged = tagsOf(world, resource);
      const ask = {
        action,
        resource,
        context: { ...tagged, ...caller?.keys, ...context } as RequestContext,
        ...(owner !== undefined && { resourceAccount: owner }),
      };
      return (
        requestFor(account, signatureOf(caller, principal, world, texts), ask, now)?.request ?? {
          principal,
          ...ask,
        }
      );
    },
    policiesFor,
    authorizerFor,
    decide: (request) => authorizerFor(request).decide(request),
  };
}

/** The resource of the world that an ARN lies in: the one with that ARN, else the bucket (or other parent). */
function resourceOf({ resources }: World, arn: string): World['resources'][number] | undefined {
  return resources
    .filter((resource) => arn === resource.arn || arn.startsWith(`${resource.arn}/`))
    .toSorted((left, right) => right.arn.length - left.arn.length)[0];
}

/** The resource of the world that a request is about, and who owns it: requests that share both have the same policies. */
function resourceAndOwner(
  world: World,
  { state }: AccountWorld,
  { resource, resourceAccount = '' }: AccessRequest,
): string {
  return `${resourceOf(world, resource)?.arn ?? ''} ${ownerOf(state, resource) ?? resourceAccount}`;
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html */
function tagsOf(world: World, arn: string): RequestContext {
  const { tags = {} } = resourceOf(world, arn) ?? {};
  return Object.fromEntries(Object.entries(tags).map(([key, value]) => [`aws:ResourceTag/${key}`, value]));
}

/** The account knows its policies by name and ARN; who shows them to a learner knows them by the scenario's ids. */
function withScenarioIds(
  world: World,
  caller: WorldCaller | undefined,
  resource: string,
  policies: PolicySet,
): PolicySet {
  const { policies: known } = world;
  const ofSession = caller === undefined ? [] : sessionPolicies(caller, world);
  const named = (document: JsonValue): JsonValue => {
    const from = originOf(document);
    const policy =
      known.find(({ arn }) => arn !== undefined && arn === from?.arn) ??
      known.find(({ name }) => name === from?.name);
    return policy === undefined ? document : marked(document, { id: policy.id, name: policy.name });
  };
  const own = resourceOf(world, resource)?.policy ?? world.roles.find(({ arn }) => arn === resource)?.trust;
  const ofResource = known.find(({ id }) => id === own);
  const level = (documents: readonly JsonValue[]): readonly JsonValue[] => documents.map(named);
  return {
    ...policies,
    identity: policies.identity.map(named),
    ...(policies.boundary !== undefined && { boundary: named(policies.boundary) }),
    ...(policies.session && {
      session: policies.session.map((document, index) => {
        const policy = ofSession[index];
        return policy === undefined ? document : marked(document, { id: policy.id, name: policy.name });
      }),
    }),
    ...(policies.resource !== undefined && {
      resource:
        ofResource === undefined
          ? policies.resource
          : marked(policies.resource, { id: ofResource.id, name: ofResource.name }),
    }),
    ...(policies.scps && { scps: policies.scps.map(level) }),
    ...(policies.rcps && { rcps: policies.rcps.map(level) }),
  };
}

function originOf(document: JsonValue): PolicyOrigin | undefined {
  return typeof document === 'object' && document !== null ? (document as PolicyDocument)[origin] : undefined;
}

function marked(document: JsonValue, more: PolicyOrigin): JsonValue {
  return typeof document === 'object' && document !== null && !Array.isArray(document)
    ? withOrigin(document as PolicyDocument, more)
    : document;
}
