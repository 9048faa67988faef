import type { JsonValue } from '../policy/json.ts';
import type { PolicySet } from '../request/request.ts';
import { actionName, type ActionName, type PreparedRequest } from './prepare.ts';
import { compilePolicy, coversAction, type CompiledPolicy, type CompiledStatement } from './statement.ts';
import { nothingTold, type ToldElements } from './told.ts';
import { layers, placeOf, type Layer } from './trace.ts';

/** The statements of a layer that cover one action. */
export interface Candidates {
  /** The first document that IAM would refuse, by its name. */
  readonly invalid: string | undefined;
  readonly denies: readonly CompiledStatement[];
  /** Of each of these lists at least one must apply: one list, or one a level for SCPs and RCPs. */
  readonly allows: readonly (readonly CompiledStatement[])[];
  /** Which of the lists hold a statement that applies to every request with the action. */
  readonly always: readonly boolean[];
}

/** What an action asks of a policy set, found once for it. */
export interface Plan {
  readonly action: ActionName | undefined;
  /** By the layer's place in the documented order; the last is a role's trust policy. */
  readonly candidates: (Candidates | undefined)[];
}

/** The documents of a policy set, prepared, and an index from actions to their statements. */
export interface CompiledPolicies {
  readonly policies: PolicySet;
  readonly hasBoundary: boolean;
  /** The layers that hold documents, in the documented order. */
  readonly present: readonly Layer[];
  /** By the layer's place in the documented order; the last is a role's trust policy. */
  readonly documents: (readonly CompiledPolicy[] | undefined)[];
  readonly plans: Map<string, Plan>;
  readonly told: ToldElements;
  /** Whether any document prepared so far is one that IAM would refuse. */
  someInvalid: boolean;
}

export function compilePolicies(policies: PolicySet): CompiledPolicies {
  const compiled: CompiledPolicies = {
    policies,
    hasBoundary: policies.boundary !== undefined && policies.boundary !== null,
    present: layers.filter((layer) => placedDocuments(layer, policies) !== undefined),
    documents: new Array<undefined>(layers.length + 1).fill(undefined),
    plans: new Map(),
    told: nothingTold(),
    someInvalid: false,
  };
  // A resource's policy waits for its request: as a role's trust policy it is read by another grammar.
  for (const layer of compiled.present)
    if (layer !== 'resource') documentsAt(compiled, layer, placeOf(layer));
  return compiled;
}

/** The plan of an action; more than a few thousand of them are not kept. */
export function planOf({ plans }: CompiledPolicies, action: string): Plan {
  const known = plans.get(action);
  if (known !== undefined) return known;
  const plan: Plan = {
    action: actionName(action),
    candidates: new Array<undefined>(layers.length + 1).fill(undefined),
  };
  if (plans.size >= keptPlans) plans.clear();
  plans.set(action, plan);
  return plan;
}

/** The prepared documents of a layer; none where it has none. */
export function documentsOf(
  compiled: CompiledPolicies,
  layer: Layer,
  prepared: PreparedRequest,
): readonly CompiledPolicy[] {
  return documentsAt(compiled, layer, placeIn(layer, prepared));
}

function documentsAt(compiled: CompiledPolicies, layer: Layer, place: number): readonly CompiledPolicy[] {
  const known = compiled.documents[place];
  if (known !== undefined) return known;
  const trust = place === layers.length;
  const documents = (placedDocuments(layer, compiled.policies) ?? []).map(({ document, ...at }) =>
    compilePolicy(document, layer, { ...at, trust }),
  );
  compiled.documents[place] = documents;
  if (documents.some(({ invalid }) => invalid !== undefined)) compiled.someInvalid = true;
  return documents;
}

/** The statements of a layer that cover the request's action. */
export function candidatesOf(
  compiled: CompiledPolicies,
  plan: Plan,
  layer: Layer,
  prepared: PreparedRequest,
): Candidates {
  const place = placeIn(layer, prepared);
  const known = plan.candidates[place];
  if (known !== undefined) return known;
  const documents = documentsOf(compiled, layer, prepared);
  const lists = layer === 'scp' || layer === 'rcp' ? (compiled.policies[`${layer}s`]?.length ?? 0) : 1;
  const found = candidatesAmong(documents, lists, prepared.action.lower);
  plan.candidates[place] = found;
  return found;
}

function placeIn(layer: Layer, { needsResourcePolicy }: PreparedRequest): number {
  return layer === 'resource' && needsResourcePolicy === 'trust' ? layers.length : placeOf(layer);
}

function candidatesAmong(documents: readonly CompiledPolicy[], lists: number, action: string): Candidates {
  const denies: CompiledStatement[] = [];
  const allows: CompiledStatement[][] = Array.from({ length: lists }, () => []);
  let invalid: string | undefined;
  for (const policy of documents) {
    invalid ??= policy.invalid?.name;
    for (const statement of policy.statements) {
      if (!coversAction(statement, action)) continue;
      const { effect, level = 0 } = statement.source;
      if (effect === 'Deny') denies.push(statement);
      else allows[level]?.push(statement);
    }
  }
  const always = allows.map((list) => list.some(({ unconditional }) => unconditional));
  return { invalid, denies, allows, always };
}

const keptPlans = 4096;

interface Placed {
  readonly document: JsonValue;
  readonly policyIndex: number;
  readonly level?: number;
}

/** The documents of a layer with their places; undefined where the layer has none. */
export function placedDocuments(layer: Layer, policies: PolicySet): readonly Placed[] | undefined {
  if (layer === 'scp' || layer === 'rcp') {
    const levels = layer === 'scp' ? policies.scps : policies.rcps;
    return levels
      ?.flatMap((documents, level) => documents.map((document) => ({ document, level })))
      .map((placed, policyIndex) => ({ ...placed, policyIndex }));
  }
  if (layer === 'identity' || layer === 'session')
    return policies[layer]?.map((document, policyIndex) => ({ document, policyIndex }));
  const document = policies[layer];
  return document === undefined || document === null ? undefined : [{ document, policyIndex: 0 }];
}
