import { expect, test } from 'vitest';
import {
  authorizer,
  evaluate,
  isJsonObject,
  parsePolicy,
  printPolicy,
  type AccessRequest,
  type Decision,
  type JsonObject,
  type JsonValue,
  type PolicySet,
} from '#iam';
import { randomSource, randomWorld, type Source } from '../../oracle/worlds.ts';
import { firstSeed, runs } from '../../random.ts';

/** The laws of policy evaluation, P1 to P23 of the reliability plan, each asked of the same random worlds; none may be vacuous. */
interface World {
  readonly seed: number;
  readonly policies: PolicySet;
  readonly request: AccessRequest;
  /** The answer to the request under the policies as they are. */
  readonly decision: Decision;
}

const decide = (request: AccessRequest, policies: PolicySet): Decision =>
  authorizer(policies).decide(request);

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  Object.values(value).forEach(freeze);
  Object.freeze(value);
}

/** Frozen: what one law changed, the next would be asked of. */
function worldOf(seed: number): World {
  const { policies, requests } = randomWorld(randomSource(seed), 1);
  const { request } = requests[0]!;
  freeze(policies);
  freeze(request);
  return { seed, policies, request, decision: decide(request, policies) };
}

const worlds = Array.from({ length: runs(2_500) }, (_, index) => worldOf(firstSeed + index));

/** More policies for a world: other ones than its own, and the same each time it is asked. */
const moreOf = ({ seed }: World): Source => randomSource(~seed);

/** Asks a law of every world; it returns whether the world was one the law speaks of, and a share of them must be. */
function law(name: string, holds: (world: World) => boolean, atLeast = 0.1): void {
  test(name, () => {
    let spoke = 0;
    for (const world of worlds)
      try {
        if (holds(world)) spoke += 1;
      } catch (broken) {
        throw new Error(`SEED=${world.seed} ${JSON.stringify(world)}`, { cause: broken });
      }
    expect(spoke).toBeGreaterThanOrEqual(atLeast * worlds.length);
  });
}

const isFree = ({ action }: AccessRequest): boolean =>
  /^sts:get(?:calleridentity|sessiontoken)$/i.test(action);
const hasPolicies = ({ principal }: AccessRequest): boolean =>
  /:(?:user|assumed-role|role|federated-user)\//.test(principal);
const all: JsonObject = { Effect: 'Allow', Action: '*', Resource: '*' };
const document = (...statements: readonly JsonValue[]): JsonObject => ({
  Version: '2012-10-17',
  Statement: statements,
});

function statementsOf(policy: JsonValue): readonly JsonObject[] {
  const list = isJsonObject(policy) ? policy['Statement'] : undefined;
  return (Array.isArray(list) ? (list as readonly JsonValue[]) : [list]).filter((one) => isJsonObject(one));
}

type Change = (statements: readonly JsonObject[], layer: keyof PolicySet) => readonly JsonObject[];

/** The same policy set with the statements of every document changed. */
function changed(policies: PolicySet, change: Change): PolicySet {
  const one =
    (layer: keyof PolicySet) =>
    (policy: JsonValue): JsonValue =>
      isJsonObject(policy) ? { ...policy, Statement: change(statementsOf(policy), layer) } : policy;
  const { boundary, session, resource, scps, rcps, vpcEndpoint } = policies;
  return {
    ...policies,
    identity: policies.identity.map(one('identity')),
    ...(boundary !== undefined && { boundary: one('boundary')(boundary) }),
    ...(session && { session: session.map(one('session')) }),
    ...(resource !== undefined && { resource: one('resource')(resource) }),
    ...(scps && { scps: scps.map((level) => level.map(one('scps'))) }),
    ...(rcps && { rcps: rcps.map((level) => level.map(one('rcps'))) }),
    ...(vpcEndpoint !== undefined && { vpcEndpoint: one('vpcEndpoint')(vpcEndpoint) }),
  };
}

/** The same set with every statement changed. */
function each(policies: PolicySet, change: (statement: JsonObject) => JsonObject): PolicySet {
  return changed(policies, (statements) => statements.map(change));
}

/** The statement with its list elements changed. */
function lists(statement: JsonObject, change: (list: readonly JsonValue[]) => JsonValue): JsonObject {
  const names = ['Action', 'NotAction', 'Resource', 'NotResource'].filter((name) => name in statement);
  return {
    ...statement,
    ...Object.fromEntries(names.map((name) => [name, change([statement[name] ?? []].flat())])),
  };
}

const same = ({ request, decision }: World, other: PolicySet): boolean => {
  expect(decide(request, other)).toBe(decision);
  return true;
};
/** The policy set without some of its layers. */
function without(policies: PolicySet, ...names: readonly (keyof PolicySet)[]): PolicySet {
  const kept = Object.entries(policies).filter(([name]) => !names.some((one) => one === name));
  return { identity: [], ...Object.fromEntries(kept) };
}
const rank = { cannotEvaluate: 0, explicitDeny: 0, implicitDeny: 0, allowed: 1 } as const;

law('P1 an explicit deny wins', ({ policies, request }) => {
  if (!hasPolicies(request) || isFree(request)) return false;
  const denying = { ...policies, identity: [...policies.identity, document({ ...all, Effect: 'Deny' })] };
  expect(decide(request, denying)).toBe('explicitDeny');
  return true;
});

law('P2 nothing allows by default', ({ policies, request }) => {
  if (isFree(request) || request.principal.endsWith(':root')) return false;
  const bare = changed(policies, (statements) => statements.filter(({ Effect }) => Effect === 'Deny'));
  expect(decide(request, bare)).not.toBe('allowed');
  return true;
});

law('P3 an allowed request has an Allow that applies', ({ policies, request }) => {
  const { decision, matched } = evaluate(request, policies);
  if (decision !== 'allowed' || isFree(request) || request.principal.endsWith(':root')) return false;
  expect(matched.length).toBeGreaterThan(0);
  expect(matched.every(({ source, applies }) => source.effect === 'Allow' && applies)).toBe(true);
  return true;
});

law('P4 adding a Deny never adds access', (world) => {
  const { policies, request, decision } = world;
  const more = randomWorld(moreOf(world), 1).policies.identity.flatMap(statementsOf);
  const denies = more.map((statement) => ({ ...statement, Effect: 'Deny' }));
  const after = { ...policies, identity: [...policies.identity, document(...denies)] };
  if (denies.length === 0) return false;
  expect(rank[decide(request, after)]).toBeLessThanOrEqual(rank[decision]);
  return true;
});

law('P5 adding an Allow to a document never removes access', (world) => {
  const { policies, request, decision } = world;
  const more = randomWorld(moreOf(world), 1).policies.identity.flatMap(statementsOf).slice(0, 1);
  const allows = more.map((statement) => ({ ...statement, Effect: 'Allow' }));
  const whole =
    JSON.stringify(allows).includes('"arn:aws:sqs"') || JSON.stringify(allows).includes('"arn:*:iam::*"');
  if (allows.length === 0 || whole) return false;
  const after = changed(policies, (statements, layer) =>
    ['identity', 'boundary', 'session', 'scps'].includes(layer) ? [...statements, ...allows] : statements,
  );
  expect(rank[decide(request, after)]).toBeGreaterThanOrEqual(rank[decision]);
  return true;
});

law(
  'P5 but the first boundary, session policy or SCP may',
  ({ policies, request }) => {
    const none = document({ Effect: 'Allow', Action: 'none:None', Resource: '*' });
    const open = without(policies, 'boundary');
    if (decide(request, open) !== 'allowed') return false;
    return decide(request, { ...open, boundary: none }) === 'implicitDeny';
  },
  0.03,
);

law('P6 no order counts', (world) => {
  const turned = changed(world.policies, (statements) =>
    statements.toReversed().map((statement) => {
      const other = lists(statement, (list) => list.toReversed());
      return Object.fromEntries(Object.entries(other).toReversed());
    }),
  );
  return same(world, { ...turned, identity: turned.identity.toReversed() });
});

law('P7 duplicates change nothing', (world) => {
  const doubled = changed(world.policies, (statements) => [...statements, ...statements]);
  return same(world, { ...doubled, identity: [...doubled.identity, ...doubled.identity] });
});

law('P8 a single value and a list of one are the same', (world) =>
  same(
    world,
    each(world.policies, (statement) =>
      lists(statement, (list) => (list.length === 1 ? (list[0] ?? '') : list)),
    ),
  ),
);

law('P9 a statement split by its lists, and a policy split in two, are the same', (world) => {
  const split = changed(world.policies, (statements) =>
    statements.flatMap((statement) =>
      ['Action', 'Resource'].reduce<readonly JsonObject[]>(
        (parts, name) =>
          parts.flatMap((part) => {
            const list = [part[name] ?? []].flat();
            return name in part ? list.map((item) => ({ ...part, [name]: item })) : [part];
          }),
        [statement],
      ),
    ),
  );
  const identity = split.identity.flatMap((policy) =>
    statementsOf(policy).map((statement) => ({ ...(policy as JsonObject), Statement: statement })),
  );
  return same(world, { ...split, identity });
});

law('P10 NotAction and NotResource are the complements', ({ policies, request }) => {
  const [statement] = policies.identity
    .flatMap(statementsOf)
    .filter((one) => 'Action' in one && 'Resource' in one);
  if (statement === undefined || !hasPolicies(request) || isFree(request)) return false;
  const applies = (body: JsonObject): boolean => {
    const set = { identity: [document({ ...body, Effect: 'Deny' })] };
    return decide(request, set) === 'explicitDeny';
  };
  const { Action = '*', Resource = '*' } = statement;
  expect(applies({ Action, Resource: '*' })).toBe(!applies({ NotAction: Action, Resource: '*' }));
  expect(applies({ Action: '*', Resource })).toBe(!applies({ Action: '*', NotResource: Resource }));
  return true;
});

law('P11 a wider pattern in an Allow never removes, in a Deny never adds', (world) => {
  const { policies, request, decision } = world;
  const source = moreOf(world);
  const widen = (item: JsonValue): JsonValue => {
    if (typeof item !== 'string' || item === '*') return item;
    const start = item.startsWith('arn:')
      ? item.split(':').slice(0, 5).join(':').length + 1
      : item.indexOf(':') + 1;
    const place = start + source.below(Math.max(1, item.length - start));
    if (item.includes('${') || place >= item.length) return item;
    return source.chance(0.5)
      ? `${item.slice(0, place)}${item[place] === '*' ? '*' : '?'}${item.slice(place + 1)}`
      : `${item.slice(0, place)}*`;
  };
  const wider = (effect: string) =>
    each(policies, (statement) =>
      statement['Effect'] === effect && 'Action' in statement && 'Resource' in statement
        ? lists(statement, (list) => list.map(widen))
        : statement,
    );
  const before = rank[decision];
  expect(rank[decide(request, wider('Allow'))]).toBeGreaterThanOrEqual(before);
  expect(rank[decide(request, wider('Deny'))]).toBeLessThanOrEqual(before);
  return true;
});

law(
  'P12 a further condition on an Allow never adds, on a Deny never removes',
  ({ policies, request, decision }) => {
    const narrower = (effect: string) =>
      each(policies, (statement) =>
        statement['Effect'] === effect
          ? {
              ...statement,
              Condition: {
                ...(statement['Condition'] as JsonObject | undefined),
                StringEquals: { 'x:never': 'so' },
              },
            }
          : statement,
      );
    const before = rank[decision];
    if (!('x:never' in (request.context ?? {}))) {
      expect(rank[decide(request, narrower('Allow'))]).toBeLessThanOrEqual(before);
      expect(rank[decide(request, narrower('Deny'))]).toBeGreaterThanOrEqual(before);
    }
    return true;
  },
);

law('P15 actions have no letter case, resources have', (world) => {
  const upper = { ...world.request, action: world.request.action.toUpperCase() };
  expect(decide(upper, world.policies)).toBe(world.decision);
  const { resource } = world.request;
  const exact = { identity: [document({ Effect: 'Allow', Action: '*', Resource: resource })] };
  if (!hasPolicies(world.request) || !/[a-z]$/.test(resource) || isFree(world.request)) return false;
  const other = { ...world.request, resource: `${resource.slice(0, -1)}${resource.slice(-1).toUpperCase()}` };
  expect(decide(other, exact)).not.toBe('allowed');
  return true;
});

law('P16 Sids and the form of the text change nothing', (world) => {
  const numbered = changed(world.policies, (statements) =>
    statements.map((statement, index) => ({ Sid: `S${index}`, ...statement })),
  );
  const identity = numbered.identity.map((policy) => {
    const { document: read } = parsePolicy(JSON.stringify(policy, null, 7), 'identity');
    return read ?? null;
  });
  return same(world, { ...numbered, identity });
});

law('P17 boundary, session policy and SCPs only take away', ({ policies, request, decision }) => {
  const open = without(policies, 'boundary', 'session', 'scps');
  if (request.principal.includes('federated-user') || decision !== 'allowed') return false;
  expect(decide(request, open)).toBe('allowed');
  return true;
});

law('P18 across accounts both sides must allow', ({ policies: given, request: asked }) => {
  const request = { ...asked, resourceAccount: '999988887777' };
  if (isFree(request) || !hasPolicies(request) || request.action.startsWith('sts:')) return false;
  const open = document({ ...all, Principal: '*' });
  const policies = { ...given, identity: [...given.identity, document(all)], resource: open };
  const { crossAccount, decision } = evaluate(request, policies);
  expect(crossAccount).toBe(true);
  expect(decide(request, { ...policies, identity: [] })).not.toBe('allowed');
  expect(decide(request, without(policies, 'resource'))).not.toBe('allowed');
  return decision === 'allowed';
});

law('P19 the statements that apply, alone, give the same decision', ({ policies, request }) => {
  const { gates, decision, decidedBy, matched } = evaluate(request, policies);
  const named = new Set(
    gates.flatMap(({ gate, statements }) =>
      gate === 'denyScan'
        ? []
        : statements
            .filter(({ applies }) => applies)
            .map(({ source }) => `${source.layer} ${source.policyIndex} ${source.index}`),
    ),
  );
  const counts = new Map<string, number>();
  const layerOf = { scps: 'scp', rcps: 'rcp', managementAccount: '' } as Partial<
    Record<keyof PolicySet, string>
  >;
  const kept = changed(policies, (statements, layer) => {
    const name = layerOf[layer] ?? layer;
    const at = counts.get(name) ?? 0;
    counts.set(name, at + 1);
    return statements.filter((_, index) => named.has(`${name} ${at} ${index}`));
  });
  expect(decide(request, kept)).toBe(decision);
  if (decision !== 'explicitDeny') return true;
  expect(matched.length).toBeGreaterThan(0);
  expect(matched.every(({ source }) => source.layer === decidedBy && source.effect === 'Deny')).toBe(true);
  const allows = changed(policies, (statements) => statements.filter(({ Effect }) => Effect === 'Allow'));
  expect(decide(request, allows)).not.toBe('explicitDeny');
  return true;
});

law('P20 what is not known is never allowed', ({ policies, request }) => {
  if (!hasPolicies(request) || isFree(request)) return false;
  const odd = document({ ...all, Condition: { StringNotLikeIgnoreCase: { 'aws:username': 'x' } } });
  const decision = decide(request, { ...policies, identity: [...policies.identity, odd] });
  expect(['cannotEvaluate', 'explicitDeny']).toContain(decision);
  return true;
});

law('P21 variables are replaced with Version 2012-10-17 only', ({ request }) => {
  const resource = 'arn:aws:s3:::b/${aws:username}/x';
  const asked = {
    ...request,
    principal: 'arn:aws:iam::111122223333:user/ana',
    action: 's3:GetObject',
    contextComplete: false,
    context: {},
    resourceAccount: '111122223333',
  };
  const set = (Version: string) => ({ identity: [{ Version, Statement: { ...all, Resource: resource } }] });
  const named = { ...asked, resource: 'arn:aws:s3:::b/ana/x' };
  expect(decide(named, set('2012-10-17'))).toBe('allowed');
  expect(decide(named, set('2008-10-17'))).toBe('implicitDeny');
  expect(decide({ ...asked, resource }, set('2008-10-17'))).toBe('allowed');
  return true;
});

law('P22 printing and reading give the same policy, and printing twice the same text', ({ policies }) => {
  const [policy] = policies.identity;
  if (!isJsonObject(policy)) return false;
  const text = printPolicy(policy);
  const { document: read } = parsePolicy(text, 'identity');
  expect(JSON.stringify(read)).toBe(JSON.stringify(policy));
  expect(printPolicy(read ?? {})).toBe(text);
  return true;
});

law('P23 the same question has the same answer, and changes nothing', ({ policies, request }) => {
  const prepared = authorizer(policies);
  const first = prepared.evaluate(request);
  expect(JSON.stringify(prepared.evaluate(request))).toBe(JSON.stringify(first));
  expect(prepared.decide(request)).toBe(first.decision);
  expect(first.gates.filter(({ decides }) => decides)).toHaveLength(1);
  return true;
});
