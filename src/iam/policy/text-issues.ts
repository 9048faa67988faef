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
  const lineOf = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const range = (start: number, end: number): SourceRange => {
    const [first, last] = [lineOf(start), lineOf(end)];
    return {
      start,
      end,
      startLine: first + 1,
      startColumn: start - (starts[first] ?? 0) + 1,
      endLine: last + 1,
      endColumn: end - (starts[last] ?? 0) + 1,
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
  for (let at = 0; at < text.length && issues.length < 10; at += 1) {
    const code = text.charCodeAt(at);
    if ((code >= 0x20 && code <= 0xff) || code === 9 || code === 10 || code === 13) continue;
    const point = text.codePointAt(at) ?? code;
    const length = point > 0xffff ? 2 : 1;
    const kind = smartQuotes.includes(text.charAt(at))
      ? 'SMART_QUOTES'
      : code === 0xfeff
        ? 'BYTE_ORDER_MARK'
        : point >= 0xd800 && point <= 0xdfff
          ? 'LONE_SURROGATE'
          : 'ILLEGAL_CHARACTER';
    issues.push({
      code: kind,
      severity: 'error',
      path: '',
      range: lines.range(at, at + length),
      values: { character: `U+${point.toString(16).toUpperCase().padStart(4, '0')}` },
    });
    at += length - 1;
  }
  return issues;
}
