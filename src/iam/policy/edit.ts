import { isJsonObject, type JsonMember, type JsonNode, type JsonValue } from '../json/json.ts';
import { elementRank, printLine, printWithin } from './print.ts';

/**
 * Changes of a policy's text that leave every character alone which they are not about. Each takes the text and nodes that
 * were read from it, and returns the new text; nodes without a place (of a plain value) change nothing.
 */

type Container = Extract<JsonNode, { kind: 'object' | 'array' }>;

/** Another value in a node's place. */
export function setValue(text: string, node: JsonNode, value: JsonValue): string {
  const { range } = node;
  if (range === undefined) return text;
  const indent = indentAt(text, range.start);
  return splice(text, range.start, range.end, valueText(text, value, indent, text.includes('\n')));
}

/** Another name for a member. */
export function renameMember(text: string, { keyRange }: JsonMember, name: string): string {
  return keyRange === undefined ? text : splice(text, keyRange.start, keyRange.end, JSON.stringify(name));
}

/** One more member, where AWS's order of elements has it; a name that AWS does not order goes to the end. */
export function addMember(
  text: string,
  object: Extract<JsonNode, { kind: 'object' }>,
  key: string,
  value: JsonValue,
): string {
  const rank = elementRank(key);
  const next = object.members.findIndex((member) => elementRank(member.key) > rank);
  return insertChild(text, object, next < 0 ? object.members.length : next, value, key);
}

/** One more value in a list, at its end or before another. What stands alone becomes the first of a list, as it is written. */
export function addItem(text: string, node: JsonNode, value: JsonValue, at?: number): string {
  if (node.kind === 'array') return insertChild(text, node, at ?? node.items.length, value);
  const { range } = node;
  if (range === undefined) return text;
  const { start, end } = range;
  const added = valueText(text, value, indentAt(text, start), text.slice(start, end).includes('\n'));
  return splice(text, start, end, `[${text.slice(start, end)}${comma(text)}${added}]`);
}

/** A list without one of its values, or an object without one of its members. */
export function removeChild(text: string, container: Container, index: number): string {
  const places = childPlaces(container);
  const [place, before, next] = [places[index], places[index - 1], places[index + 1]];
  const { range } = container;
  if (place === undefined || range === undefined) return text;
  if (next !== undefined) return splice(text, place.start, next.start, '');
  if (before !== undefined) return splice(text, before.end, place.end, '');
  return splice(text, range.start + 1, range.end - 1, '');
}

/** Two neighbours in a list, each in the place of the other. */
export function swapWithNext(
  text: string,
  array: Extract<JsonNode, { kind: 'array' }>,
  index: number,
): string {
  const places = childPlaces(array);
  const [one, other] = [places[index], places[index + 1]];
  if (one === undefined || other === undefined) return text;
  const swapped = [
    text.slice(other.start, other.end),
    text.slice(one.end, other.start),
    text.slice(one.start, one.end),
  ];
  return splice(text, one.start, other.end, swapped.join(''));
}

function insertChild(text: string, container: Container, at: number, value: JsonValue, key?: string): string {
  const { range } = container;
  if (range === undefined) return text;
  const places = childPlaces(container);
  const lines = text.includes('\n');
  const write = (indent: string, broken: boolean): string => {
    const name = key === undefined ? '' : JSON.stringify(key) + (isCompact(text) ? ':' : ': ');
    return name + valueText(text, value, indent, broken);
  };
  const next = places[at];
  if (next !== undefined) {
    const indent = indentAt(text, next.start);
    const own = ownLine(text, next.start);
    const after = own ? `,${newline(text)}${indent}` : comma(text);
    return splice(text, next.start, next.start, write(indent, own) + after);
  }
  const last = places.at(-1);
  if (last !== undefined) {
    const indent = indentAt(text, last.start);
    const own = ownLine(text, last.start);
    const lead = own ? `,${newline(text)}${indent}` : comma(text);
    const broken = own || text.slice(last.start, last.end).includes('\n');
    return splice(text, last.end, last.end, lead + write(indent, broken));
  }
  const outer = indentAt(text, range.start);
  const inner = `${outer}${outer.startsWith('\t') ? '\t' : '  '}`;
  const single = container.kind === 'array' && !isJsonObject(value);
  const inside =
    lines && !single
      ? `${newline(text)}${inner}${write(inner, true)}${newline(text)}${outer}`
      : write(outer, false);
  return splice(text, range.start + 1, range.end - 1, inside);
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Where the values of a list, or the members of an object with their names, stand. */
function childPlaces(container: Container): readonly Place[] {
  if (container.kind === 'array') return container.items.flatMap(({ range }) => range ?? []);
  return container.members.flatMap(({ keyRange, value: { range } }) =>
    keyRange === undefined || range === undefined ? [] : { start: keyRange.start, end: range.end },
  );
}

function valueText(text: string, value: JsonValue, indent: string, broken: boolean): string {
  if (isCompact(text)) return JSON.stringify(value);
  return broken ? printWithin(value, indent).replaceAll('\n', newline(text)) : printLine(value);
}

/** A text without any space between its names and values is kept so. */
function isCompact(text: string): boolean {
  return /^\{"[^"\\]*":\S/.test(text) && !text.includes('\n');
}

function comma(text: string): string {
  return isCompact(text) ? ',' : ', ';
}

function newline(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** The white space with which the line of an offset begins. */
function indentAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  let end = start;
  while (text[end] === ' ' || text[end] === '\t') end += 1;
  return text.slice(start, end);
}

/** Whether only white space stands before an offset on its line, and the line is not the first. */
function ownLine(text: string, offset: number): boolean {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return start > 0 && text.slice(start, offset).trim() === '';
}

function splice(text: string, start: number, end: number, written: string): string {
  return text.slice(0, start) + written + text.slice(end);
}
