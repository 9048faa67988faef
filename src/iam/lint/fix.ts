import type { JsonMember, JsonNode, SourceRange } from '../json/json.ts';
import type { Fix, TextEdit } from './finding.ts';
import type { Entry } from './view.ts';

/** A text in the place of a value; none where the document has no text. */
export function replaceWith({ range }: JsonNode, text: string): Fix | undefined {
  if (range === undefined) return undefined;
  return { code: 'replace', values: { text }, edits: [{ range, text: JSON.stringify(text) }] };
}

/** Another name for a member: an element, an operator, a condition key. */
export function rename({ keyRange }: JsonMember, text: string): Fix | undefined {
  if (keyRange === undefined) return undefined;
  return { code: 'rename', values: { text }, edits: [{ range: keyRange, text: JSON.stringify(text) }] };
}

/** A value taken out of its list, with one comma. A list's only value stays: an empty list would mean something else. */
export function removeFrom({ node, text, siblings }: Entry): Fix | undefined {
  const place = siblings.indexOf(node);
  const { range } = node;
  const edits = edit(
    span(range, siblings[place + 1]?.range) ?? spanAfter(siblings[place - 1]?.range, range),
    '',
  );
  return edits.length === 0 ? undefined : { code: 'remove', values: { text }, edits };
}

/** A member put before all others of an object that has some. */
export function insertBefore(members: readonly JsonMember[], text: string): Fix | undefined {
  const range = members[0]?.keyRange;
  if (range === undefined) return undefined;
  const { start, startLine, startColumn } = range;
  const place = { start, end: start, startLine, startColumn, endLine: startLine, endColumn: startColumn };
  return { code: 'insert', values: { text }, edits: edit(place, `${text}, `) };
}

function edit(range: SourceRange | undefined, text: string): readonly TextEdit[] {
  return range === undefined ? [] : [{ range, text }];
}

/** From the beginning of one to the beginning of the next. */
function span(one: SourceRange | undefined, next: SourceRange | undefined): SourceRange | undefined {
  if (one === undefined || next === undefined) return undefined;
  return { ...one, end: next.start, endLine: next.startLine, endColumn: next.startColumn };
}

/** From the end of the one before to the end of one. */
function spanAfter(before: SourceRange | undefined, one: SourceRange | undefined): SourceRange | undefined {
  if (before === undefined || one === undefined) return undefined;
  return { ...one, start: before.end, startLine: before.endLine, startColumn: before.endColumn };
}
