import { type AccessRequest, type JsonObject, type RequestContext } from '#iam';
import { takesResource } from '#iam/reference/actions.ts';
import { conditionsOf, exampleActions, exampleResources, exampleValues, valuesOf } from '#proof';
import type { Goal, Scenario } from './schema.ts';
import { accessRequest } from './world.ts';

/** No more requests than a page decides while somebody waits; the scenario's own come first and are never left out. */
const most = 6_000;

/** What one statement speaks of, as lists of examples inside and just outside it. */
interface Examples {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly contexts: readonly RequestContext[];
}

/**
 * The requests an answer is tried on: the goal's whole domain; then, for every statement given (the goal's and the
 * learner's), what it speaks of, just inside and just outside, one dimension at a time against the domain and all
 * three against each other. A context key is tried absent, with every value named, and with one not named.
 */
export function requestsToTry(
  scenario: Scenario,
  goal: Goal,
  statements: readonly JsonObject[],
): readonly AccessRequest[] {
  const { domain } = goal;
  const contexts = [{}, ...(domain.contexts ?? [])] as readonly RequestContext[];
  const found = new Map<string, AccessRequest>();
  function add(principal: string, action: string, resource: string, context: RequestContext): void {
    if (found.size >= most || !takesResource(action, resource)) return;
    const request = sendable(scenario, principal, action, resource, context);
    found.set(requestKey(request), request);
  }
  function product({ actions, resources, contexts: some }: Examples): void {
    for (const context of some)
      for (const action of actions)
        for (const resource of resources)
          for (const principal of domain.principals) add(principal, action, resource, context);
  }
  const { actions, resources } = domain;
  product({ actions, resources, contexts });
  const examples = statements.map((statement) => examplesOf(statement, goal, variableValues(scenario, goal)));
  const more = distinct(examples);
  for (const one of examples) product(one);
  product({ actions: more.actions, resources, contexts });
  product({ actions, resources: more.resources, contexts });
  product({ actions, resources, contexts: more.contexts });
  return [...found.values()];
}

/** A request as text: two that differ only in the order of their context keys are one. */
export function requestKey({ principal, action, resource, context = {} }: AccessRequest): string {
  const keys = Object.entries(context).toSorted(([left], [right]) => (left < right ? -1 : 1));
  return JSON.stringify([principal, action.toLowerCase(), resource, keys]);
}

function distinct(examples: readonly Examples[]): Examples {
  return {
    actions: [...new Set(examples.flatMap(({ actions }) => actions))],
    resources: [...new Set(examples.flatMap(({ resources }) => resources))],
    contexts: examples.flatMap(({ contexts }) => contexts),
  };
}

/** The principal's own keys are always sent: no made-up context takes their place. */
function sendable(
  { world }: Scenario,
  id: string,
  action: string,
  resource: string,
  context: RequestContext,
): AccessRequest {
  const own = world.principals.find((principal) => principal.id === id)?.context ?? {};
  return accessRequest(world, {
    id: 'tried',
    principal: id,
    action,
    resource,
    context: { ...context, ...own } as Record<string, string | string[]>,
  });
}

function examplesOf(
  statement: JsonObject,
  { domain }: Goal,
  values: Readonly<Record<string, readonly string[]>>,
): Examples {
  const named = [...valuesOf(statement['Action']), ...valuesOf(statement['NotAction'])];
  const patterns = [...valuesOf(statement['Resource']), ...valuesOf(statement['NotResource'])];
  const resources = patterns.flatMap((pattern) => exampleResources(pattern, values));
  return {
    actions: [...new Set(named.flatMap((pattern) => exampleActions(pattern)))],
    resources: patterns.length === 0 ? domain.resources : [...new Set([...resources, ...domain.resources])],
    contexts: contextsOf(statement, values),
  };
}

/** No key at all; each condition met as the first value says; then each key in turn absent or with another value. */
function contextsOf(
  statement: JsonObject,
  values: Readonly<Record<string, readonly string[]>>,
): readonly RequestContext[] {
  const conditions = conditionsOf(statement).map(({ operator, key, values: named }) => ({
    key,
    tried: exampleValues(operator, named, values),
  }));
  const met: RequestContext = Object.fromEntries(
    conditions.flatMap(({ key, tried }) => (tried[0] === undefined ? [] : [[key, tried[0]]])),
  );
  return [
    {},
    met,
    ...conditions.flatMap(({ key, tried }) => [
      Object.fromEntries(Object.entries(met).filter(([other]) => other !== key)),
      ...tried.map((value) => ({ ...met, [key]: value })),
    ]),
  ];
}

/** What policy variables may stand for here: the names, ids and tags of the domain's principals. */
function variableValues({ world }: Scenario, { domain }: Goal): Readonly<Record<string, readonly string[]>> {
  const values: Record<string, string[]> = {};
  for (const { id, principal, context } of world.principals) {
    if (!domain.principals.includes(id)) continue;
    const name = principal.split('/').at(-1) ?? principal;
    (values['aws:username'] ??= []).push(name);
    for (const [key, value] of Object.entries(context ?? {}))
      (values[key.toLowerCase()] ??= []).push(...(typeof value === 'string' ? [value] : value));
  }
  return values;
}
