import { isJsonObject, type JsonValue } from '../json/json.ts';

const order: readonly string[] = [
  ...['Version', 'Id', 'Statement', 'Sid', 'Effect', 'Principal', 'NotPrincipal'],
  ...['Action', 'NotAction', 'Resource', 'NotResource', 'Condition'],
];
const width = 90;

/** How deep each level is set in. */
const unit = '  ';

/** A document as text: two spaces, AWS's order of elements, short lists on one line. Reads back as the same value. */
export function printPolicy(document: JsonValue): string {
  return print(document, '', 0);
}

/** A value within a document, whose first line begins behind `indent`; keeps its own order. */
export function printWithin(value: JsonValue, indent: string): string {
  return print(value, indent, ownOrder);
}

/** A value on one line. */
export function printLine(value: JsonValue): string {
  if (Array.isArray(value)) return `[${(value as readonly JsonValue[]).map(printLine).join(', ')}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([key, member]) => `${JSON.stringify(key)}: ${printLine(member)}`,
  );
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

/** The place of an element in AWS's order; what is none stands behind them. */
export function elementRank(key: string): number {
  const place = order.indexOf(key);
  return place < 0 ? order.length : place;
}

/** Only the policy and its statements have an order of their own; keys of a condition keep theirs. */
const ownOrder = 3;

function print(value: JsonValue, outer: string, depth: number): string {
  const inner = outer + unit;
  if (Array.isArray(value)) {
    const items = value as readonly JsonValue[];
    const line = printLine(items);
    const flat = items.every((item) => typeof item !== 'object' || item === null);
    if (flat && line.length + outer.length <= width) return line;
    return `[\n${items.map((item) => inner + print(item, inner, depth + 1)).join(',\n')}\n${outer}]`;
  }
  if (!isJsonObject(value)) return JSON.stringify(value);
  const entries = Object.entries(value);
  if (entries.length === 0) return '{}';
  const sorted =
    depth < ownOrder
      ? entries.toSorted(([left], [right]) => elementRank(left) - elementRank(right))
      : entries;
  const members = sorted.map(
    ([key, member]) => `${inner}${JSON.stringify(key)}: ${print(member, inner, depth + 1)}`,
  );
  return `{\n${members.join(',\n')}\n${outer}}`;
}
