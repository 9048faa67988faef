import type { JsonNode } from '#iam';

/** The text of a member of an object; `''` where there is none. */
export function memberText(node: JsonNode, key: string): string {
  const value = node.kind === 'object' ? node.members.find((member) => member.key === key)?.value : undefined;
  return value?.kind === 'leaf' && typeof value.value === 'string' ? value.value : '';
}
