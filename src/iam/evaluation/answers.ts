import { exemption } from './exemption.ts';
import type { Candidates, CompiledPolicies, Coverage } from './policies.ts';
import type { PreparedRequest } from './prepare.ts';
import { principalMatch, stronger, type Grant } from './principal-match.ts';
import { applies, type CompiledStatement } from './statement.ts';
import { layerIndex, type Layer } from './trace.ts';

/** One request put to a policy set. Its answers, below, are looked up when asked for and no further than it takes. */
export interface Question {
  readonly compiled: CompiledPolicies;
  readonly coverage: Coverage;
  readonly prepared: PreparedRequest;
}

/** The statements of a layer that cover the request's action; undefined where it has no documents or no say. */
export function candidatesIn(
  { compiled, coverage, prepared }: Question,
  layer: Layer,
): Candidates | undefined {
  const candidates = coverage.candidates[layerIndex(layer)];
  if (candidates === undefined) return undefined;
  const exempt = exemption(layer, prepared, compiled.policies.managementAccount);
  return exempt === undefined ? candidates : undefined;
}

/** The first layer, in the documented order, one of whose Deny statements applies. */
export function denyingLayer(question: Question): Layer | undefined {
  for (const layer of question.coverage.denying) {
    const denies = candidatesIn(question, layer)?.denies;
    if (denies !== undefined && someApplies(denies, question.prepared)) return layer;
  }
  return undefined;
}

/** The first layer with a document that IAM would refuse. */
export function invalidLayer(question: Question): Layer | undefined {
  for (const layer of question.coverage.invalid)
    if (candidatesIn(question, layer) !== undefined) return layer;
  return undefined;
}

/**
 * Whether the layer says yes; undefined where no such policy has a say. RCPs are not asked: RCPFullAWSAccess stands at
 * every level, whatever else does.
 */
export function layerAllows(question: Question, layer: Exclude<Layer, 'rcp'>): boolean | undefined {
  const candidates = candidatesIn(question, layer);
  if (candidates === undefined) return undefined;
  for (const list of candidates.open) if (!someApplies(list, question.prepared)) return false;
  return true;
}

/** How the resource-based policy's strongest Allow names the caller. */
export function grantOf(question: Question): Grant {
  let grant: Grant = 'none';
  for (const list of candidatesIn(question, 'resource')?.allows ?? [])
    for (const statement of list)
      if (statement.principal !== undefined && applies(statement, question.prepared))
        grant = stronger(grant, principalMatch(statement.principal, question.prepared));
  return grant;
}

function someApplies(statements: readonly CompiledStatement[], prepared: PreparedRequest): boolean {
  for (const statement of statements) if (applies(statement, prepared)) return true;
  return false;
}
