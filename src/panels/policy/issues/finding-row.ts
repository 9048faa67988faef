import { type Issue, type JsonValue, type ParsedPolicy, printPolicy, type SourceRange } from '#iam';
import type { Finding } from '#iam/lint';
import { jsonOf } from '../parsed/json-of.ts';

type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** A line of the list below the editor: what is wrong or could be better, why, and a way to mend it. */
export interface FindingRow {
  readonly severity: Finding['severity'];
  readonly message: string;
  readonly range: SourceRange | undefined;
  readonly why?: string;
  readonly fix?: { readonly title: string; readonly edits: readonly Edit[] };
}
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * What the list says: the issues of the text as it stands, then what the checks found. `fresh` says whether they looked at
 * this very text: only then can their fixes be applied.
 */
export function findingRows(
  issues: readonly Issue[],
  findings: readonly Finding[],
  fresh: boolean,
  say: Say,
): readonly FindingRow[] {
  const rows = [
    ...issues.map((issue): FindingRow => {
      const twin = findings.find(
        (one) => one.issue === issue.code && one.range?.start === issue.range?.start,
      );
      return {
        severity: issue.severity,
        message: say(`issues.${issue.code}`, issue.values),
        range: issue.range,
        ...(fresh && fixOf(twin, say)),
      };
    }),
    ...findings
      .filter(({ issue }) => issue === undefined)
      .map((one): FindingRow => ({
        severity: one.severity,
        message: say(`lint.${one.check}`, one.values),
        range: one.range,
        why: say(`lint.why.${one.check}`),
        ...(fresh && fixOf(one, say)),
      })),
  ];
  return rows.toSorted((left, right) => ranks[left.severity] - ranks[right.severity]);
}

const ranks: Readonly<Record<Finding['severity'], number>> = {
  error: 0,
  securityWarning: 1,
  warning: 2,
  suggestion: 3,
};

function fixOf(finding: Finding | undefined, say: Say): Pick<FindingRow, 'fix'> {
  if (finding?.fix === undefined) return {};
  const { code, values, edits } = finding.fix;
  return {
    fix: {
      title: say(`lint.fix.${code}`, values),
      edits: edits.map(({ range: { start, end }, text }) => ({ start, end, text })),
    },
  };
}

/** The text with some stretches written anew; they do not overlap. */
export function withEdits(text: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((left, right) => right.start - left.start)
    .reduce((written, edit) => written.slice(0, edit.start) + edit.text + written.slice(edit.end), text);
}

/** The text in AWS's order of elements, indented; undefined where it is no JSON. */
export function formatted(text: string, parsed: ParsedPolicy): string | undefined {
  const json = jsonOf(text, parsed);
  return json && printPolicy(json.value as JsonValue);
}
