import { origin, type PolicyDocument, type PolicyType } from '../policy/document.ts';
import { checkPolicy, checkPolicyNode } from '../policy/grammar.ts';
import type { Issue } from '../json/issue.ts';
import { nodeOf, withPlaces } from '../json/node.ts';
import { parseJson } from '../json/parse.ts';
import { isJsonObject, type JsonNode, type JsonValue } from '../json/json.ts';
import { checks } from './checks.ts';
import type { Finding } from './finding.ts';
import { grammarFindings } from './grammar.ts';
import type { LintReference } from './lint-reference.ts';
import { viewPolicy } from './view.ts';

/**
 * What is wrong with a policy, or could be better: the checks of IAM Access Analyzer and Parliament that the document and
 * the reference data decide, and traps that the documentation warns of. In the order of the text. Total: any JSON value is
 * answered.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html
 */
export function lint(
  policy: PolicyDocument | JsonValue,
  type: PolicyType,
  reference: LintReference,
): readonly Finding[] {
  const node = nodeOf(policy);
  if (node === undefined) return grammarFindings(checkPolicy(policy, type), type);
  const known = isJsonObject(policy) ? (policy as PolicyDocument)[origin] : undefined;
  return lintNode(withPlaces(node, known?.ranges, known?.keyRanges), [], type, reference);
}

/** As `lint`, on a text: a text that is no policy, or no JSON, has its errors named and is checked as far as it was read. */
export function lintText(text: string, type: PolicyType, reference: LintReference): readonly Finding[] {
  const { node, issues } = parseJson(text);
  return node === undefined ? grammarFindings(issues, type) : lintNode(node, issues, type, reference);
}

function lintNode(
  node: JsonNode,
  issues: readonly Issue[],
  type: PolicyType,
  reference: LintReference,
): readonly Finding[] {
  const policy = viewPolicy(node, type);
  const grammar = grammarFindings([...issues, ...checkPolicyNode(node, type)], type, node);
  const found = checks.flatMap(({ check, severity, types, find }): readonly Finding[] => {
    if (find === undefined || types?.includes(type) === false) return [];
    return find(policy, reference).map(
      ({ node: { path, range: whole }, range = whole, values = {}, fix }) => ({
        check,
        severity,
        path,
        ...(range && { range }),
        values,
        ...(fix && { fix }),
      }),
    );
  });
  return [...grammar, ...found].sort((one, other) => startOffset(one) - startOffset(other));
}

function startOffset({ range }: Finding): number {
  return range?.start ?? 0;
}
