import { operatorNames } from '../conditions/operators.ts';
import type { PolicyType } from '../policy/document.ts';
import { statementElements, topElements } from '../policy/elements.ts';
import type { Issue } from '../json/issue.ts';
import type { JsonMember, JsonNode } from '../json/json.ts';
import { lowerCase } from '../text/lower-case.ts';
import type { Finding, Fix } from './finding.ts';
import { insertBefore, rename, replaceWith } from './fix.ts';
import { grammarChecks, syntaxCheck } from './grammar-checks.ts';
import { membersOf } from './view.ts';

const checkOf = new Map(grammarChecks.flatMap((check) => check.issues.map((code) => [code, check] as const)));

/**
 * What the parser and the grammar found, under the names of AWS's checks. Whatever IAM refuses is an error; what it takes
 * is as grave as AWS's check.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html
 */
export function grammarFindings(
  issues: readonly Issue[],
  type: PolicyType,
  node?: JsonNode,
): readonly Finding[] {
  const members = node === undefined ? new Map<string, Place>() : placesOf(node);
  return issues.map(({ code, severity, path, range, values }) => {
    const check = checkOf.get(code) ?? syntaxCheck;
    const place = members.get(path);
    const fix = place === undefined ? undefined : fixes[code]?.(place, type);
    return {
      check: check.check,
      severity: severity === 'error' ? severity : check.severity,
      path,
      ...(range && { range }),
      values,
      ...(fix && { fix }),
      issue: code,
    };
  });
}

/** A node, the member it is the value of or stands in the list of, and the members of the block around that. */
interface Place {
  readonly node: JsonNode;
  readonly member?: JsonMember;
  readonly block?: JsonMember;
}

function placesOf(node: JsonNode, around: Omit<Place, 'node'> = {}, found = new Map<string, Place>()) {
  found.set(node.path, { node, ...around });
  if (node.kind === 'array') for (const item of node.items) placesOf(item, around, found);
  for (const member of membersOf(node))
    placesOf(member.value, { member, ...(around.member && { block: around.member }) }, found);
  return found;
}

const elements: readonly string[] = [...topElements, ...statementElements];

/** The name of a list that is meant, where only letter case is wrong. */
function inRightCase(names: readonly string[], written: string): string | undefined {
  return names.find((name) => lowerCase(name) === lowerCase(written));
}

function renamed(names: readonly string[]): (place: Place) => Fix | undefined {
  return ({ member }) => {
    const name = member && inRightCase(names, member.key);
    return member && name !== undefined ? rename(member, name) : undefined;
  };
}

/** Fixes by issue: those that do what the writer meant, whoever she is. */
const fixes: Readonly<Record<string, (place: Place, type: PolicyType) => Fix | undefined>> = {
  INVALID_POLICY_ELEMENT: renamed(elements),
  INVALID_CONDITION_OPERATOR: renamed(operatorNames),
  INVALID_EFFECT: ({ node }) => {
    const name = node.kind === 'leaf' ? inRightCase(['Allow', 'Deny'], String(node.value)) : undefined;
    return name === undefined ? undefined : replaceWith(node, name);
  },
  INVALID_VERSION: ({ node }) => replaceWith(node, '2012-10-17'),
  MISSING_VERSION: ({ node }) => insertBefore(membersOf(node), '"Version": "2012-10-17"'),
  RCP_VERSION_REQUIRED: ({ node }) => (node.kind === 'leaf' ? replaceWith(node, '2012-10-17') : undefined),
  INVALID_ARN_SERVICE_CASE: ({ node }) => {
    const [arn, partition, service, ...rest] = String(node.kind === 'leaf' && node.value).split(':');
    return replaceWith(node, [arn, partition, lowerCase(String(service)), ...rest].join(':'));
  },
  NULL_WITH_IF_EXISTS: ({ member }) => member && rename(member, 'Null'),
  // An operator is renamed where nothing else stands under it.
  WILDCARD_WITHOUT_LIKE_OPERATOR: ({ block }) =>
    block && membersOf(block.value).length === 1 && !block.key.includes('IgnoreCase')
      ? rename(block, block.key.replace('Equals', 'Like'))
      : undefined,
  RCP_SYNTAX_ERROR_PRINCIPAL: ({ node }) => replaceWith(node, '*'),
};
