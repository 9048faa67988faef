import type { JsonMember, JsonNode, JsonObject, JsonValue, SourceRange } from './json.ts';

export interface JsonLimits {
  /** Characters; the API field of every policy document ends at 131,072. */
  readonly maxLength: number;
  readonly maxDepth: number;
  readonly maxIssues: number;
}

export const policyLimits: JsonLimits = { maxLength: 131_072, maxDepth: 32, maxIssues: 100 };

/** Escapes one part of a JSON pointer (RFC 6901). */
export function pointerPart(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** The value of a member by its name, the first of that name; undefined where the node has none or is no object. */
export function memberOf(node: JsonNode, key: string): JsonNode | undefined {
  return node.kind === 'object' ? node.members.find((member) => member.key === key)?.value : undefined;
}

/** The plain value of a node; of duplicate keys the last stays, as in `JSON.parse` (they are errors anyway). */
export function valueOf(node: JsonNode): JsonValue {
  if (node.kind === 'leaf') return node.value;
  if (node.kind === 'array') return node.items.map(valueOf);
  return Object.fromEntries(node.members.map(({ key, value }) => [key, valueOf(value)]));
}

/** The place of a node and of all nodes in it, by JSON pointer; those of a plain value have none. */
export function rangesOf(node: JsonNode, ranges = new Map<string, SourceRange>()): Map<string, SourceRange> {
  if (node.range !== undefined) ranges.set(node.path, node.range);
  if (node.kind === 'array') for (const item of node.items) rangesOf(item, ranges);
  if (node.kind === 'object') for (const { value } of node.members) rangesOf(value, ranges);
  return ranges;
}

/** The place of the name of each member in a node, by JSON pointer of the member. */
export function keyRangesOf(
  node: JsonNode,
  ranges = new Map<string, SourceRange>(),
): Map<string, SourceRange> {
  if (node.kind === 'array') for (const item of node.items) keyRangesOf(item, ranges);
  if (node.kind === 'object')
    for (const { keyRange, value } of node.members) {
      if (keyRange !== undefined) ranges.set(value.path, keyRange);
      keyRangesOf(value, ranges);
    }
  return ranges;
}

/** A node with the places that it, and what is in it, have in a text. */
export function withPlaces(
  node: JsonNode,
  ranges: ReadonlyMap<string, SourceRange> | undefined,
  keyRanges: ReadonlyMap<string, SourceRange> | undefined,
): JsonNode {
  const range = ranges?.get(node.path);
  const place = range === undefined ? {} : { range };
  const inside = (one: JsonNode): JsonNode => withPlaces(one, ranges, keyRanges);
  if (node.kind === 'leaf') return { ...node, ...place };
  if (node.kind === 'array') return { ...node, ...place, items: node.items.map(inside) };
  const members = node.members.map(({ key, value }): JsonMember => {
    const keyRange = keyRanges?.get(value.path);
    return { key, ...(keyRange && { keyRange }), value: inside(value) };
  });
  return { ...node, ...place, members };
}

/** The node of a plain value, without places; undefined where it is nested deeper than a policy may be. */
export function nodeOf(value: JsonValue, path = '', depth = 1): JsonNode | undefined {
  if (typeof value !== 'object' || value === null) return { kind: 'leaf', path, value };
  if (depth > policyLimits.maxDepth) return undefined;
  if (Array.isArray(value)) {
    const items = (value as readonly JsonValue[]).map((item, index) =>
      nodeOf(item, `${path}/${index}`, depth + 1),
    );
    return items.includes(undefined)
      ? undefined
      : { kind: 'array', path, items: items as readonly JsonNode[] };
  }
  const members = Object.entries(value as JsonObject).map(([key, member]) => ({
    key,
    value: nodeOf(member, `${path}/${pointerPart(key)}`, depth + 1),
  }));
  if (members.some((member) => member.value === undefined)) return undefined;
  return { kind: 'object', path, members: members as readonly { key: string; value: JsonNode }[] };
}
