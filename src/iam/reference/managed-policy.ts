import type { JsonObject } from '../json/json.ts';
import { checked, isShape, isText, type Decoded } from './decoded.ts';

/** An AWS managed policy: a policy that AWS writes and changes, in its version of the day. */
export interface ManagedPolicy {
  readonly arn: string;
  /** The default version: `v12`. */
  readonly versionId: string;
  readonly document: JsonObject;
}

const isObject = isShape<JsonObject>({});
const isManagedPolicy = isShape<ManagedPolicy>({
  arn: isText,
  versionId: isText,
  document: (value): value is JsonObject => isObject(value) && !Array.isArray(value),
});

/** Reads a managed policy of a pack. Total: a value that is none gives `malformed`. */
export function decodeManagedPolicy(value: unknown): Decoded<ManagedPolicy> {
  return checked(value, isManagedPolicy);
}
