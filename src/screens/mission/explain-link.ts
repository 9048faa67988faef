import { printPolicy, type AccessRequest, type JsonValue, type Layer, type PolicySet } from '#iam';
import { packQuestion, type PolicySlot } from '../explain/pack.ts';

/** The address that opens a request, with every policy that applies to it, in the explainer. */
export function explainLink(request: AccessRequest, policies: PolicySet): string {
  const { identity, boundary, session, resource, vpcEndpoint, scps, rcps } = policies;
  const slots: PolicySlot[] = [];
  function add(layer: Layer, document: JsonValue | null | undefined, level?: number): void {
    if (document === undefined || document === null) return;
    const id = `p${slots.length}`;
    slots.push({ id, layer, text: printPolicy(document), ...(level !== undefined && { level }) });
  }
  for (const document of identity) add('identity', document);
  add('boundary', boundary);
  for (const document of session ?? []) add('session', document);
  add('resource', resource);
  add('vpcEndpoint', vpcEndpoint);
  scps?.forEach((documents, level) => documents.forEach((document) => add('scp', document, level)));
  rcps?.forEach((documents, level) => documents.forEach((document) => add('rcp', document, level)));
  return `#/explain/${packQuestion({ request, policies: slots })}`;
}
