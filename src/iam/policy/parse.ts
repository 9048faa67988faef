import { origin, type PolicyDocument, type PolicyType } from './document.ts';
import { checkPolicyNode } from './grammar.ts';
import type { Issue } from '../json/issue.ts';
import { keyRangesOf, rangesOf, valueOf } from '../json/node.ts';
import { parseJson } from '../json/parse.ts';
import { isJsonObject, type JsonNode } from '../json/json.ts';

/** A policy text, read. `document` is there exactly when IAM would take the text: no issue is an error. */
export interface ParsedPolicy {
  readonly document?: PolicyDocument;
  readonly node?: JsonNode;
  readonly issues: readonly Issue[];
}

/**
 * Reads a policy text of a type: its JSON, its grammar, and the place of every node, which ride along with the
 * document. Total: a text that is no policy yields issues.
 */
export function parsePolicy(text: string, type: PolicyType): ParsedPolicy {
  const { node, issues: jsonIssues } = parseJson(text);
  if (node === undefined) return { issues: jsonIssues };
  const issues = [...jsonIssues, ...checkPolicyNode(node, type)];
  const value = valueOf(node);
  if (!isJsonObject(value) || issues.some(({ severity }) => severity === 'error')) return { node, issues };
  return {
    node,
    issues,
    document: { ...value, [origin]: { ranges: rangesOf(node), keyRanges: keyRangesOf(node) } },
  };
}
