import type { Issue } from '../json/issue.ts';
import type { JsonNode } from '../json/json.ts';

/** Collects the issues of one document. */
export interface Report {
  readonly issues: Issue[];
  readonly error: (code: string, node: JsonNode, values?: Issue['values']) => void;
  readonly warning: (code: string, node: JsonNode, values?: Issue['values']) => void;
}

export function newReport(): Report {
  const issues: Issue[] = [];
  const add =
    (severity: Issue['severity']) =>
    (code: string, node: JsonNode, values: Issue['values'] = {}): void => {
      if (issues.length >= 100) return;
      issues.push({ code, severity, path: node.path, ...(node.range && { range: node.range }), values });
    };
  return { issues, error: add('error'), warning: add('warning') };
}

/** The strings of an element that takes one string or a list of them; anything else is reported. */
export function strings(
  node: JsonNode,
  report: Report,
  element: string,
): readonly { readonly node: JsonNode; readonly text: string }[] {
  const items = node.kind === 'array' ? node.items : [node];
  return items.flatMap((item) => {
    if (item.kind === 'leaf' && typeof item.value === 'string') return [{ node: item, text: item.value }];
    report.error('DATA_TYPE_MISMATCH', item, { element });
    return [];
  });
}
