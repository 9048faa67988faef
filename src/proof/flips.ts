import {
  authorizer,
  isJsonObject,
  withChanges,
  type AccessRequest,
  type ContextValue,
  type Decision,
  type Evaluation,
  type JsonObject,
  type JsonValue,
  type Layer,
  type PolicySet,
  type StatementResult,
} from '#iam';
import { exampleResources, exampleValues } from './examples.ts';
import { statementsOf } from './statements.ts';

/** One single change that turns a decision, and what the decision then is. */
export type Flip = { readonly decision: Decision } & (
  | {
      /** A key of the request, or a tag of the principal; null takes it away. */
      readonly change: 'context' | 'principalTag';
      readonly key: string;
      readonly value: ContextValue | null;
    }
  | { readonly change: 'resource'; readonly resource: string }
  | {
      readonly change: 'removeStatement';
      readonly layer: Layer;
      readonly policyIndex: number;
      readonly index: number;
    }
  | { readonly change: 'addStatement'; readonly layer: Layer; readonly statement: JsonObject }
);

/**
 * What would flip a decision: single changes of one context key, one tag of the principal, the resource or one
 * statement, each proven by evaluating the changed question; at most one for a key and a decision, the smallest first.
 * Values are tried that the policies name, and values next to them; empty where none of them turns the decision or the
 * request cannot be evaluated. Keys that follow from who calls are never changed.
 */
export function flips(request: AccessRequest, policies: PolicySet): readonly Flip[] {
  const engine = authorizer(policies);
  const base = engine.evaluate(request);
  if (base.decision === 'cannotEvaluate') return [];
  return [
    ...contextFlips(request, base, engine.decide),
    ...resourceFlips(request, base, engine.decide),
    ...removals(request, policies, base),
    ...addition(request, policies, base),
  ];
}

type Decide = (request: AccessRequest) => Decision;

function explainedStatements({ gates }: Evaluation): readonly StatementResult[] {
  return gates.flatMap(({ gate, statements }) => (gate === 'denyScan' ? [] : statements));
}

/** What each key of the request stands for in a policy variable, by key in lower case. */
function variableValues({ context }: Evaluation): Readonly<Record<string, readonly string[]>> {
  const entries = Object.entries(context).flatMap(([key, value]) =>
    typeof value === 'string' ? [[key.toLowerCase(), [value]] as const] : [],
  );
  return Object.fromEntries(entries);
}

function contextFlips(request: AccessRequest, base: Evaluation, decide: Decide): readonly Flip[] {
  const given = request.context ?? {};
  const written = new Map(Object.keys(given).map((key) => [key.toLowerCase(), key]));
  const implied = new Set(Object.keys(base.context).map((key) => key.toLowerCase()));
  const values = variableValues(base);
  const likely = new Map<string, Set<string>>();
  for (const { elements } of explainedStatements(base))
    for (const { element, key = '', operator = '', patterns } of elements) {
      const lower = key.toLowerCase();
      if (element !== 'Condition' || (implied.has(lower) && !written.has(lower))) continue;
      const name = written.get(lower) ?? [...likely.keys()].find((one) => one.toLowerCase() === lower) ?? key;
      const known = likely.get(name) ?? new Set<string>();
      for (const value of exampleValues(operator, patterns, values)) known.add(value);
      likely.set(name, known);
    }
  return [...likely].flatMap(([key, examples]) => {
    const several = Array.isArray(given[key]);
    const options = [...examples].map((value): ContextValue => (several ? [value] : value));
    const tried = given[key] === undefined ? options : [null, ...options];
    const change = key.toLowerCase().startsWith('aws:principaltag/') ? 'principalTag' : 'context';
    return firstOfEach(
      tried.map((value) => {
        const decision = decide(withChanges(request, { [key]: value }));
        return { change, key, value, decision } as const;
      }),
      base.decision,
    );
  });
}

function resourceFlips(request: AccessRequest, base: Evaluation, decide: Decide): readonly Flip[] {
  const values = variableValues(base);
  const named = explainedStatements(base).flatMap(({ elements }) =>
    elements.flatMap(({ element, patterns }) =>
      element === 'Resource' || element === 'NotResource' ? patterns : [],
    ),
  );
  const likely = [...named, request.resource].flatMap((pattern) => exampleResources(pattern, values));
  const tried = new Set(likely.filter((resource) => resource !== request.resource && resource !== '*'));
  return firstOfEach(
    [...tried].map((resource) => {
      const decision = decide({ ...request, resource });
      return { change: 'resource', resource, decision } as const;
    }),
    base.decision,
  );
}

/** Of the changes that turn the decision, the first for each decision they turn it to. */
function firstOfEach<Change extends { readonly decision: Decision }>(
  changes: readonly Change[],
  before: Decision,
): readonly Change[] {
  const turning = changes.filter(({ decision }) => decision !== before && decision !== 'cannotEvaluate');
  return turning.filter(
    ({ decision }, place) => turning.findIndex((other) => other.decision === decision) === place,
  );
}

function removals(request: AccessRequest, policies: PolicySet, base: Evaluation): readonly Flip[] {
  return explainedStatements(base)
    .filter(({ applies }) => applies)
    .flatMap(({ source: { layer, policyIndex, index } }) => {
      const changed = withStatements(policies, layer, policyIndex, (statements) =>
        statements.toSpliced(index, 1),
      );
      const decision = authorizer(changed).decide(request);
      return decision === base.decision || decision === 'cannotEvaluate'
        ? []
        : [{ change: 'removeStatement' as const, layer, policyIndex, index, decision }];
    });
}

/** For an implicit deny: the one Allow that the deciding layer lacks. */
function addition(request: AccessRequest, policies: PolicySet, base: Evaluation): readonly Flip[] {
  const layer = base.decidedBy;
  if (base.decision !== 'implicitDeny' || layer === undefined || layer === 'rcp') return [];
  const { action, resource, principal } = request;
  const named =
    principal === 'anonymous'
      ? '*'
      : principal.startsWith('arn:')
        ? { AWS: principal }
        : { Service: principal };
  const trust = layer === 'resource' && resource.includes(':role/');
  const statement: JsonObject = {
    Effect: 'Allow',
    ...((layer === 'resource' || layer === 'vpcEndpoint') && { Principal: named }),
    Action: action,
    ...(!trust && { Resource: resource }),
  };
  const document: JsonObject = { Version: '2012-10-17', Statement: [statement] };
  const decision = authorizer(withDocument(policies, layer, document)).decide(request);
  return decision === 'allowed' ? [{ change: 'addStatement', layer, statement, decision }] : [];
}

/** The policy set with a document added to a layer; where the layer holds one document only, its statements are. */
function withDocument(policies: PolicySet, layer: Exclude<Layer, 'rcp'>, document: JsonObject): PolicySet {
  if (layer === 'identity') return { ...policies, identity: [...policies.identity, document] };
  if (layer === 'session') return { ...policies, session: [...(policies.session ?? []), document] };
  if (layer === 'scp') {
    const levels = policies.scps ?? [];
    const lacking = levels.findIndex(
      (_, level) => level === levels.length - 1 || levels[level]?.length === 0,
    );
    return {
      ...policies,
      scps: levels.map((level, place) => (place === lacking ? [...level, document] : level)),
    };
  }
  const known = policies[layer];
  if (!isJsonObject(known)) return { ...policies, [layer]: document };
  return withStatements(policies, layer, 0, (statements) => [...statements, ...statementsOf(document)]);
}

/** The policy set with the statements of one document changed; documents are counted as the trace counts them. */
function withStatements(
  policies: PolicySet,
  layer: Layer,
  policyIndex: number,
  change: (statements: readonly JsonValue[]) => readonly JsonValue[],
): PolicySet {
  let place = -1;
  const edit = (document: JsonValue): JsonValue => {
    place += 1;
    if (place !== policyIndex || !isJsonObject(document)) return document;
    return { ...document, Statement: change(statementsOf(document)) };
  };
  if (layer === 'scp') return { ...policies, scps: (policies.scps ?? []).map((level) => level.map(edit)) };
  if (layer === 'rcp') return { ...policies, rcps: (policies.rcps ?? []).map((level) => level.map(edit)) };
  if (layer === 'identity') return { ...policies, identity: policies.identity.map(edit) };
  if (layer === 'session') return { ...policies, session: (policies.session ?? []).map(edit) };
  return { ...policies, [layer]: edit(policies[layer] ?? null) };
}
