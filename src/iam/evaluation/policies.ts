import type { JsonValue } from '../policy/json.ts';
import type { PolicySet } from '../request/request.ts';
import { exemption } from './exemption.ts';
import { actionName, type ActionName, type PreparedRequest } from './prepare.ts';
import { compilePolicy, coversAction, type CompiledPolicy, type CompiledStatement } from './statement.ts';
import { layers, type ElementResult, type Layer } from './trace.ts';

/** The statements of a layer that cover one action. */
export interface Candidates {
  /** The first document that IAM would refuse, by its name. */
  readonly invalid: string | undefined;
  readonly denies: readonly CompiledStatement[];
  /** Of each of these lists at least one must apply: one list, or one a level for SCPs and RCPs. */
  readonly allows: readonly (readonly CompiledStatement[])[];
}

/** What an action asks of a policy set, found once for it. */
export interface Plan {
  readonly action: ActionName | undefined;
  /** By the layer's place in the documented order; the last is a role's trust policy. */
  readonly candidates: (Candidates | undefined)[];
  /** The action elements told so far, by the ordinal of their statement. */
  readonly told: (ElementResult | undefined)[];
}

/** The documents of a policy set, each prepared when it is first needed, and an index from actions to their statements. */
export class CompiledPolicies {
  readonly policies: PolicySet;
  readonly hasBoundary: boolean;
  /** The layers that hold documents, in the documented order. */
  readonly #present: readonly Layer[];
  readonly #documents = new Map<Layer | 'trust', readonly CompiledPolicy[]>();
  readonly #plans = new Map<string, Plan>();
  /** How many statements are prepared so far. */
  #statements = 0;

  constructor(policies: PolicySet) {
    this.policies = policies;
    this.hasBoundary = policies.boundary !== undefined && policies.boundary !== null;
    this.#present = layers.filter((layer) => placedDocuments(layer, policies) !== undefined);
  }

  /** The plan of an action; more than a few thousand of them are not kept. */
  plan(action: string): Plan {
    const known = this.#plans.get(action);
    if (known !== undefined) return known;
    const plan: Plan = {
      action: actionName(action),
      candidates: new Array<undefined>(layers.length + 1).fill(undefined),
      told: [],
    };
    if (this.#plans.size >= keptPlans) this.#plans.clear();
    this.#plans.set(action, plan);
    return plan;
  }

  /** The layers that have documents and a say over this request. */
  asked(prepared: PreparedRequest): readonly Layer[] {
    const { managementAccount } = this.policies;
    for (const layer of this.#present)
      if (exemption(layer, prepared, managementAccount) !== undefined)
        return this.#present.filter((one) => exemption(one, prepared, managementAccount) === undefined);
    return this.#present;
  }

  documents(layer: Layer, { needsResourcePolicy }: PreparedRequest): readonly CompiledPolicy[] {
    const trust = layer === 'resource' && needsResourcePolicy === 'trust';
    const key = trust ? 'trust' : layer;
    const known = this.#documents.get(key);
    if (known !== undefined) return known;
    const compiled = (placedDocuments(layer, this.policies) ?? []).map(({ document, ...place }) => {
      const policy = compilePolicy(document, layer, { ...place, trust, ordinal: this.#statements });
      this.#statements += policy.statements.length;
      return policy;
    });
    this.#documents.set(key, compiled);
    return compiled;
  }

  /** How many levels of an organization a layer has; undefined where it has none but documents. */
  levels(layer: Layer): number | undefined {
    if (layer === 'scp') return this.policies.scps?.length;
    return layer === 'rcp' ? this.policies.rcps?.length : undefined;
  }

  candidates(layer: Layer, plan: Plan, prepared: PreparedRequest): Candidates {
    const trust = layer === 'resource' && prepared.needsResourcePolicy === 'trust';
    const place = trust ? layers.length : placeOf[layer];
    const known = plan.candidates[place];
    if (known !== undefined) return known;
    const found = candidatesAmong(
      this.documents(layer, prepared),
      layer,
      this.levels(layer),
      prepared.action.lower,
    );
    plan.candidates[place] = found;
    return found;
  }
}

function candidatesAmong(
  documents: readonly CompiledPolicy[],
  layer: Layer,
  levels: number | undefined,
  action: string,
): Candidates {
  const denies: CompiledStatement[] = [];
  const lists: CompiledStatement[][] = Array.from({ length: levels ?? 1 }, () => []);
  let invalid: string | undefined;
  for (const policy of documents) {
    invalid ??= policy.invalid?.name;
    for (const statement of policy.statements) {
      if (!coversAction(statement, action)) continue;
      if (statement.effect === 'Deny') denies.push(statement);
      else lists[statement.level ?? 0]?.push(statement);
    }
  }
  // RCPFullAWSAccess stands at every level, whatever else does.
  const allows =
    layer === 'rcp' ? [] : lists.filter((list) => !list.some(({ unconditional }) => unconditional));
  return { invalid, denies, allows };
}

const placeOf = Object.fromEntries(layers.map((layer, place) => [layer, place])) as Readonly<
  Record<Layer, number>
>;

const keptPlans = 4096;

interface Placed {
  readonly document: JsonValue;
  readonly policyIndex: number;
  readonly level?: number;
}

/** The documents of a layer with their places; undefined where the layer has none. */
function placedDocuments(layer: Layer, policies: PolicySet): readonly Placed[] | undefined {
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
