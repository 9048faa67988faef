import { isJsonObject, type JsonValue } from './json.ts';

const order: readonly string[] = [
  ...['Version', 'Id', 'Statement', 'Sid', 'Effect', 'Principal', 'NotPrincipal'],
  ...['Action', 'NotAction', 'Resource', 'NotResource', 'Condition'],
];
const width = 90;

/** A document as text: two spaces, AWS's order of elements, short lists on one line. Reads back as the same value. */
export function printPolicy(document: JsonValue): string {
  return print(document, 0, 0);
}

function rank(key: string): number {
  const place = order.indexOf(key);
  return place < 0 ? order.length : place;
}

function print(value: JsonValue, indent: number, depth: number): string {
  const inner = ' '.repeat(indent + 2);
  const outer = ' '.repeat(indent);
  if (Array.isArray(value)) {
    const items = value as readonly JsonValue[];
    const line = `[${items.map((item) => JSON.stringify(item)).join(', ')}]`;
    const flat = items.every((item) => typeof item !== 'object' || item === null);
    if (flat && line.length + indent <= width) return line;
    return `[\n${items.map((item) => inner + print(item, indent + 2, depth + 1)).join(',\n')}\n${outer}]`;
  }
  if (!isJsonObject(value)) return JSON.stringify(value);
  const entries = Object.entries(value);
  if (entries.length === 0) return '{}';
  // Only the policy and its statements have an order of their own; keys of a condition keep theirs.
  const sorted = depth <= 2 ? entries.toSorted(([left], [right]) => rank(left) - rank(right)) : entries;
  const members = sorted.map(
    ([key, member]) => `${inner}${JSON.stringify(key)}: ${print(member, indent + 2, depth + 1)}`,
  );
  return `{\n${members.join(',\n')}\n${outer}}`;
}
