import { lowerCase } from '../text/lower-case.ts';
import type { AccessRequest, ContextValue } from './request.ts';

/** Changes to a request's context, by key; null takes the key away. */
export type ContextChanges = Readonly<Record<string, ContextValue | null>>;

/** The request with changes applied; keys are compared as AWS compares them, in any case. */
export function withChanges(request: AccessRequest, changes: ContextChanges): AccessRequest {
  const changed = new Set(Object.keys(changes).map(lowerCase));
  const unchanged = Object.entries(request.context ?? {}).filter(([key]) => !changed.has(lowerCase(key)));
  const added = Object.entries(changes).filter((entry): entry is [string, ContextValue] => entry[1] !== null);
  return { ...request, context: Object.fromEntries([...unchanged, ...added]) };
}
