import type { JsonValue } from '../json/json.ts';
import type { PolicySet } from '../request/request.ts';
import { actionName, type ActionName, type PreparedRequest } from './prepare.ts';
import { compilePolicy, coversAction, type CompiledPolicy, type CompiledStatement } from './statement.ts';
import { layers, layerIndex, type Layer } from './trace.ts';

/** The statements of a layer that cover an action. */
export interface Candidates {
  /** The first document that IAM would refuse, by its name. */
  readonly invalid: string | undefined;
  readonly denies: readonly CompiledStatement[];
  /** Of each of these lists at least one must apply: one list, or one a level for SCPs and RCPs. */
  readonly allows: readonly (readonly CompiledStatement[])[];
  /** Those of the lists without a statement that applies to every request with the action. */
  readonly open: readonly (readonly CompiledStatement[])[];
}

/** The statements of a policy set that cover an action: one for all actions that the same statements cover. */
export interface Coverage {
  /** By the layer's place in the documented order; undefined where it has no documents. */
  readonly candidates: readonly (Candidates | undefined)[];
  /** The layers with a Deny statement among them, in the documented order. */
  readonly denying: readonly Layer[];
  /** The layers with a document that IAM would refuse, in the documented order. */
  readonly invalid: readonly Layer[];
}

/** An action with what a policy set has to say about it, found once for it. */
export interface Plan extends ActionName {
  coverage: Coverage | undefined;
  /** The same where the resource's policy is a role's trust policy. */
  trustCoverage: Coverage | undefined;
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
  /** By the numbers of the statements. */
  readonly coverages: Map<string, Coverage>;
}

export function compilePolicies(policies: PolicySet): CompiledPolicies {
  const compiled: CompiledPolicies = {
    policies,
    hasBoundary: policies.boundary !== undefined && policies.boundary !== null,
    present: layers.filter((layer) => placedDocuments(layer, policies) !== undefined),
    documents: new Array<undefined>(layers.length + 1).fill(undefined),
    plans: new Map(),
    coverages: new Map(),
  };
  // A resource's policy waits for its request: as a role's trust policy it is read by another grammar.
  for (const layer of compiled.present)
    if (layer !== 'resource') documentsAt(compiled, layer, layerIndex(layer));
  return compiled;
}

/** The plan of an action, undefined where it is none; more than a few thousand of them are not kept. */
export function planOf({ plans, coverages }: CompiledPolicies, action: string): Plan | undefined {
  const known = plans.get(action);
  if (known !== undefined) return known;
  const name = actionName(action);
  if (name === undefined) return undefined;
  // One literal, as a statement is: plans are read all the time.
  const { lower, service } = name;
  const plan: Plan = { lower, service, coverage: undefined, trustCoverage: undefined };
  if (plans.size >= maxPlans) {
    plans.clear();
    coverages.clear();
  }
  plans.set(action, plan);
  return plan;
}

/** The prepared documents of a layer; none where it has none. */
export function documentsOf(
  compiled: CompiledPolicies,
  layer: Layer,
  prepared: PreparedRequest,
): readonly CompiledPolicy[] {
  return documentsAt(compiled, layer, placeIn(layer, needsTrust(prepared)));
}

function documentsAt(compiled: CompiledPolicies, layer: Layer, place: number): readonly CompiledPolicy[] {
  const known = compiled.documents[place];
  if (known !== undefined) return known;
  const trust = place === layers.length;
  const documents = (placedDocuments(layer, compiled.policies) ?? []).map(({ document, ...at }) =>
    compilePolicy(document, layer, { ...at, trust }),
  );
  compiled.documents[place] = documents;
  return documents;
}

/** The statements that cover the request's action. */
export function coverageOf(compiled: CompiledPolicies, prepared: PreparedRequest<Plan>): Coverage {
  const plan = prepared.action;
  if (needsTrust(prepared)) return (plan.trustCoverage ??= findCoverage(compiled, plan.lower, true));
  return (plan.coverage ??= findCoverage(compiled, plan.lower, false));
}

function needsTrust({ needsResourcePolicy }: PreparedRequest): boolean {
  return needsResourcePolicy === 'trust';
}

function placeIn(layer: Layer, trust: boolean): number {
  return layer === 'resource' && trust ? layers.length : layerIndex(layer);
}

function findCoverage(compiled: CompiledPolicies, action: string, trust: boolean): Coverage {
  const covering: CompiledStatement[] = [];
  let number = 0;
  let numbers = String(trust);
  for (const layer of compiled.present)
    for (const { statements } of documentsAt(compiled, layer, placeIn(layer, trust)))
      for (const statement of statements) {
        number += 1;
        if (!coversAction(statement, action)) continue;
        covering.push(statement);
        numbers += ` ${number}`;
      }
  const known = compiled.coverages.get(numbers) ?? coverageBy(compiled, covering, trust);
  compiled.coverages.set(numbers, known);
  return known;
}

function coverageBy(
  compiled: CompiledPolicies,
  covering: readonly CompiledStatement[],
  trust: boolean,
): Coverage {
  const { policies, present } = compiled;
  const candidates = new Array<Candidates | undefined>(layers.length).fill(undefined);
  for (const layer of present)
    candidates[layerIndex(layer)] = candidatesAmong(
      documentsAt(compiled, layer, placeIn(layer, trust)),
      levelsOf(layer, policies)?.length ?? 1,
      covering.filter(({ source }) => source.layer === layer),
    );
  return {
    candidates,
    denying: present.filter((layer) => candidates[layerIndex(layer)]?.denies.length !== 0),
    invalid: present.filter((layer) => candidates[layerIndex(layer)]?.invalid !== undefined),
  };
}

function candidatesAmong(
  documents: readonly CompiledPolicy[],
  lists: number,
  covering: readonly CompiledStatement[],
): Candidates {
  const allows: CompiledStatement[][] = Array.from({ length: lists }, () => []);
  for (const statement of covering) {
    const { effect, level = 0 } = statement.source;
    if (effect === 'Allow') allows[level]?.push(statement);
  }
  return {
    invalid: documents.find(({ invalid }) => invalid !== undefined)?.invalid?.name,
    denies: covering.filter(({ source }) => source.effect === 'Deny'),
    allows,
    open: allows.filter((list) => !list.some(({ unconditional }) => unconditional)),
  };
}

const maxPlans = 4096;

interface Placed {
  readonly document: JsonValue;
  readonly policyIndex: number;
  readonly level?: number;
}

/** The documents of a layer with their places; undefined where the layer has none. */
export function placedDocuments(layer: Layer, policies: PolicySet): readonly Placed[] | undefined {
  if (layer === 'scp' || layer === 'rcp')
    return levelsOf(layer, policies)
      ?.flatMap((documents, level) => documents.map((document) => ({ document, level })))
      .map((placed, policyIndex) => ({ ...placed, policyIndex }));
  if (layer === 'identity' || layer === 'session')
    return policies[layer]?.map((document, policyIndex) => ({ document, policyIndex }));
  const document = policies[layer];
  return document === undefined || document === null ? undefined : [{ document, policyIndex: 0 }];
}

/** The levels of an organization's layer; undefined where the layer is another one or has none. */
function levelsOf(layer: Layer, { scps, rcps }: PolicySet): PolicySet['scps'] {
  if (layer === 'scp') return scps;
  return layer === 'rcp' ? rcps : undefined;
}
