/** A JSON value as `JSON.parse` gives it. Learner documents are never trusted to be more than this. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** A stretch of source text: offsets in UTF-16 code units (end exclusive), lines and columns from 1. */
export interface SourceRange {
  readonly start: number;
  readonly end: number;
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/**
 * A node of a JSON text with its place in it. Objects keep their members in source order, duplicates included.
 * `path` is an RFC 6901 JSON pointer (`/Statement/0/Action/1`); the root is the empty string.
 */
export type JsonNode = JsonObjectNode | JsonArrayNode | JsonLeafNode;
interface NodeBase {
  readonly path: string;
  /** Absent where the node came from a plain value and not from a text. */
  readonly range?: SourceRange;
}
export interface JsonObjectNode extends NodeBase {
  readonly kind: 'object';
  readonly members: readonly JsonMember[];
}
interface JsonArrayNode extends NodeBase {
  readonly kind: 'array';
  readonly items: readonly JsonNode[];
}
interface JsonLeafNode extends NodeBase {
  readonly kind: 'leaf';
  readonly value: string | number | boolean | null;
}
export interface JsonMember {
  readonly key: string;
  readonly keyRange?: SourceRange;
  readonly value: JsonNode;
}

export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
