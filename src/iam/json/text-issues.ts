import type { Issue } from './issue.ts';
import type { SourceRange } from './json.ts';

/** The lines of a text, to turn offsets into places. */
export interface Lines {
  readonly range: (start: number, end: number) => SourceRange;
}

/** Prepares the line starts of a text once; a range then costs two binary searches. */
export function lineIndex(text: string): Lines {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const lineAndColumn = (offset: number): { readonly line: number; readonly column: number } => {
    let low = 0;
    let lineStart = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      const start = starts[middle];
      if (start !== undefined && start <= offset) {
        low = middle;
        lineStart = start;
      } else high = middle - 1;
    }
    return { line: low + 1, column: offset - lineStart + 1 };
  };
  const range = (start: number, end: number): SourceRange => {
    const [first, last] = [lineAndColumn(start), lineAndColumn(end)];
    return {
      start,
      end,
      startLine: first.line,
      startColumn: first.column,
      endLine: last.line,
      endColumn: last.column,
    };
  };
  return { range };
}

const smartQuotes = '“”„‟‘’‚‛«»';

/**
 * The characters that IAM does not take: policies hold tab, line feed, carriage return and U+0020 to U+00FF. The first
 * ten are reported, with a code of their own for curly quotes, the byte order mark and lone surrogates.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
export function textIssues(text: string, lines: Lines): readonly Issue[] {
  const issues: Issue[] = [];
  let at = 0;
  let point = text.codePointAt(at);
  while (point !== undefined && issues.length < 10) {
    const start = at;
    at += point > 0xffff ? 2 : 1;
    if (!isTaken(point))
      issues.push({
        code: codeOf(point),
        severity: 'error',
        path: '',
        range: lines.range(start, at),
        values: { character: `U+${point.toString(16).toUpperCase().padStart(4, '0')}` },
      });
    point = text.codePointAt(at);
  }
  return issues;
}

function isTaken(point: number): boolean {
  return (point >= 0x20 && point <= 0xff) || point === 9 || point === 10 || point === 13;
}

function codeOf(point: number): string {
  if (smartQuotes.includes(String.fromCodePoint(point))) return 'SMART_QUOTES';
  if (point === 0xfeff) return 'BYTE_ORDER_MARK';
  return point >= 0xd800 && point <= 0xdfff ? 'LONE_SURROGATE' : 'ILLEGAL_CHARACTER';
}
