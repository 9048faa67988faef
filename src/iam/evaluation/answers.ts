import { exemption } from './exemption.ts';
import { candidatesOf, type Candidates, type CompiledPolicies, type Plan } from './policies.ts';
import type { PreparedRequest } from './prepare.ts';
import { principalMatch, stronger, type Grant } from './principal-match.ts';
import { applies, type CompiledStatement } from './statement.ts';
import { placeOf, type Layer } from './trace.ts';

/** One request put to a policy set. Its answers, below, are looked up when asked for and no further than it takes. */
export interface Question {
  readonly compiled: CompiledPolicies;
  readonly plan: Plan;
  readonly prepared: PreparedRequest;
  /** The layers that have documents and a say over this request, a bit each. */
  readonly asked: number;
}

export function question(compiled: CompiledPolicies, plan: Plan, prepared: PreparedRequest): Question {
  const { managementAccount } = compiled.policies;
  let asked = 0;
  for (const layer of compiled.present)
    if (exemption(layer, prepared, managementAccount) === undefined) asked |= 1 << placeOf(layer);
  return { compiled, plan, prepared, asked };
}

/** The statements of a layer that cover the request's action; undefined where it has no documents or no say. */
export function candidatesIn(
  { compiled, plan, prepared, asked }: Question,
  layer: Layer,
): Candidates | undefined {
  if ((asked & (1 << placeOf(layer))) === 0) return undefined;
  return candidatesOf(compiled, plan, layer, prepared);
}

/** The first layer, in the documented order, one of whose Deny statements applies. */
export function denyingLayer(asking: Question): Layer | undefined {
  for (const layer of asking.compiled.present) {
    const denies = candidatesIn(asking, layer)?.denies;
    if (denies !== undefined && someApplies(denies, asking.prepared)) return layer;
  }
  return undefined;
}

/** The first layer with a document that IAM would refuse; asked after `denyingLayer`, which prepares all documents. */
export function invalidLayer(asking: Question): Layer | undefined {
  if (!asking.compiled.someInvalid) return undefined;
  return asking.compiled.present.find((layer) => candidatesIn(asking, layer)?.invalid !== undefined);
}

/**
 * Whether the layer says yes; undefined where no such policy has a say. RCPs are not asked: RCPFullAWSAccess stands at
 * every level, whatever else does.
 */
export function layerAllows(asking: Question, layer: Exclude<Layer, 'rcp'>): boolean | undefined {
  const candidates = candidatesIn(asking, layer);
  if (candidates === undefined) return undefined;
  const { allows, always } = candidates;
  let level = 0;
  for (const list of allows) {
    if (always[level] !== true && !someApplies(list, asking.prepared)) return false;
    level += 1;
  }
  return true;
}

/** How the resource-based policy's strongest Allow names the caller. */
export function grantOf(asking: Question): Grant {
  let grant: Grant = 'none';
  for (const list of candidatesIn(asking, 'resource')?.allows ?? [])
    for (const statement of list)
      if (statement.principal !== undefined && applies(statement, asking.prepared))
        grant = stronger(grant, principalMatch(statement.principal, asking.prepared));
  return grant;
}

function someApplies(statements: readonly CompiledStatement[], prepared: PreparedRequest): boolean {
  for (const statement of statements) if (applies(statement, prepared)) return true;
  return false;
}
