import {
  printPolicy,
  type AccessRequest,
  type JsonValue,
  type Layer,
  type PolicySet,
  type RequestContext,
} from '#iam';

/** One policy of a question: its layer, its text as typed, and its level from the organization's root for SCPs and RCPs. */
export interface PolicySlot {
  readonly id: string;
  readonly layer: Layer;
  readonly text: string;
  readonly level?: number;
}

/** Any request against any policies: what the explainer shows, and what a link to it carries. */
export interface ExplainQuestion {
  readonly request: AccessRequest;
  readonly policies: readonly PolicySlot[];
}

/** The question what a request is answered, with every policy that applies to it. */
export function questionAbout(request: AccessRequest, policies: PolicySet): ExplainQuestion {
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
  return { request, policies: slots };
}

/** Characters: a longer address is cut by browsers and by whoever passes it on. */
const maxLength = 60_000;
const layers: readonly string[] = [
  'identity',
  'boundary',
  'session',
  'resource',
  'scp',
  'rcp',
  'vpcEndpoint',
];

/** A question as base64url of its JSON: it travels in the address's fragment and never reaches a server. */
export function packQuestion(question: ExplainQuestion): string {
  const bytes = new TextEncoder().encode(JSON.stringify(question));
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The question in a link, or undefined where the link is cut, too long, or not one of ours. Never throws. */
export function unpackQuestion(packed: string): ExplainQuestion | undefined {
  if (packed.length > maxLength || !/^[\w-]+$/.test(packed)) return undefined;
  try {
    const binary = atob(packed.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    return readQuestion(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The question in a JSON text, or undefined where it is none. Never throws; what is not ours is left out. */
export function readQuestion(text: string | undefined): ExplainQuestion | undefined {
  if (text === undefined || text.length > maxLength) return undefined;
  try {
    return questionOf(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function questionOf(value: unknown): ExplainQuestion | undefined {
  if (!isRecord(value) || !isRecord(value['request']) || !Array.isArray(value['policies'])) return undefined;
  const { principal, action, resource, resourceAccount, principalRole, context } = value['request'];
  if (typeof principal !== 'string' || typeof action !== 'string' || typeof resource !== 'string')
    return undefined;
  const policies = value['policies'].slice(0, 40).flatMap(readSlot);
  return {
    request: {
      principal,
      action,
      resource,
      ...(typeof resourceAccount === 'string' ? { resourceAccount } : {}),
      ...(typeof principalRole === 'string' ? { principalRole } : {}),
      context: readContext(context),
    },
    policies,
  };
}

function readSlot(value: unknown, index: number): PolicySlot[] {
  if (!isRecord(value)) return [];
  const { layer, text, level } = value;
  if (typeof layer !== 'string' || !layers.includes(layer) || typeof text !== 'string') return [];
  const id = `p${index}`;
  return [
    {
      id,
      layer: layer as Layer,
      text,
      ...(typeof level === 'number' && level >= 0 && level < 9 ? { level } : {}),
    },
  ];
}

function readContext(value: unknown): RequestContext {
  if (!isRecord(value)) return {};
  const entries = Object.entries(value).filter(
    ([key, entry]) =>
      key !== '__proto__' &&
      (typeof entry === 'string' || (Array.isArray(entry) && entry.every((one) => typeof one === 'string'))),
  );
  return Object.fromEntries(entries) as RequestContext;
}
