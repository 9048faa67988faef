import { parseOperator } from '../conditions/operators.ts';
import type { PolicyType } from './document.ts';
import { partitions, trustActions } from './elements.ts';
import type { JsonNode, JsonObjectNode } from '../json/json.ts';
import { memberOf } from '../json/node.ts';
import { strings, type Report } from './report.ts';

/**
 * Action and NotAction: `service:Name` with exactly one colon, or `*`.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
 */
export function checkActions(node: JsonNode, element: string, type: PolicyType, report: Report): void {
  const all = strings(node, report, element);
  if (node.kind === 'array' && node.items.length === 0) report.error('EMPTY_ARRAY_ACTION', node, { element });
  for (const { node: place, text } of all) {
    if (text === '*') {
      if (type === 'rcp') report.error('RCP_SYNTAX_ERROR_ACTION', place, { text });
      else if (type === 'trust') report.error('UNSUPPORTED_ACTION_IN_POLICY', place, { text });
      continue;
    }
    const [vendor = '', name, ...more] = text.split(':');
    if (name === undefined) report.error('ACTION_WITHOUT_SERVICE', place, { text });
    else if (more.length > 0) report.error('ACTION_WITH_TWO_COLONS', place, { text });
    else if (!/^[A-Za-z0-9-]+$/.test(vendor))
      report.error('INVALID_SERVICE_IN_ACTION', place, { service: vendor });
    else if (name === '') report.error('ACTION_WITHOUT_NAME', place, { text });
    else if (type === 'trust' && !isTrustAction(text))
      report.error('UNSUPPORTED_ACTION_IN_POLICY', place, { text });
  }
}

function isTrustAction(text: string): boolean {
  const lower = text.toLowerCase();
  return trustActions.includes(lower) || (lower.startsWith('sts:') && /[*?]/.test(lower));
}

/**
 * Resource and NotResource: `*` or an ARN; short ARNs are padded in identity policies and refused in session policies.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function checkResources(node: JsonNode, element: string, type: PolicyType, report: Report): void {
  if (node.kind === 'array' && node.items.length === 0)
    report.error('EMPTY_ARRAY_RESOURCE', node, { element });
  for (const { node: place, text } of strings(node, report, element)) {
    if (text === '*') continue;
    const fields = text.split(':');
    const [prefix, partition = '', service = '', region = '', account = ''] = fields;
    if (prefix !== 'arn') report.error('INVALID_ARN_PREFIX', place, { text });
    else if (!/[*?$]/.test(partition) && !partitions.includes(partition))
      report.error('INVALID_PARTITION', place, { text, partition });
    else if (/[*?]/.test(service)) report.error('WILDCARD_IN_ARN_SERVICE', place, { text });
    else if (service !== service.toLowerCase()) report.error('INVALID_ARN_SERVICE_CASE', place, { text });
    else if (fields.length < 6 && type === 'session') report.error('MISSING_ARN_FIELD', place, { text });
    else if (fields.length >= 6 && (service === 'iam' || service === 's3') && region !== '' && region !== '*')
      report.error('ARN_REGION_NOT_ALLOWED', place, { text, service });
    else if (fields.length >= 6 && account !== '' && !/^\d{12}$|^aws$|[*?$]/.test(account))
      report.error('INVALID_ARN_ACCOUNT', place, { text, account });
  }
}

/**
 * Condition: operators that IAM knows, each with keys of the form `service:name` and values that are no objects.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html
 */
export function checkCondition(node: JsonNode, report: Report): void {
  if (node.kind !== 'object') {
    report.error('DATA_TYPE_MISMATCH', node, { element: 'Condition' });
    return;
  }
  for (const { key: operator, value: block } of node.members) {
    if (/^(?:For(?:All|Any)Values?:)?NullIfExists$/.test(operator))
      report.error('NULL_WITH_IF_EXISTS', block);
    else if (parseOperator(operator) === undefined)
      report.error('INVALID_CONDITION_OPERATOR', block, { operator });
    if (block.kind === 'object') checkBlock(operator, block, report);
    else report.error('DATA_TYPE_MISMATCH', block, { element: operator });
  }
}

function checkBlock(operator: string, block: JsonObjectNode, report: Report): void {
  for (const { key, value } of block.members) {
    if (!/^[^:\s]+:.+$/.test(key)) report.error('INVALID_CONDITION_KEY_FORMAT', value, { key });
    const items = value.kind === 'array' ? value.items : [value];
    for (const item of items) {
      if (item.kind !== 'leaf' || item.value === null)
        report.error('DATA_TYPE_MISMATCH', item, { element: key });
      else if (
        /(?:^|:)String(?:Not)?Equals/.test(operator) &&
        typeof item.value === 'string' &&
        /[*?]/.test(item.value.replaceAll(/\$\{[*?$]\}/g, ''))
      )
        report.warning('WILDCARD_WITHOUT_LIKE_OPERATOR', item, { operator, value: item.value });
    }
  }
}

/** Variables stand in Resource and Condition values only, and only with Version 2012-10-17. */
export function checkVariables(statement: JsonObjectNode, variables: boolean, report: Report): void {
  for (const element of ['Resource', 'NotResource', 'Condition']) {
    const node = memberOf(statement, element);
    if (node !== undefined) checkVariablesIn(node, variables, report);
  }
  for (const element of ['Action', 'NotAction', 'Principal', 'NotPrincipal']) {
    const node = memberOf(statement, element);
    for (const leaf of node === undefined ? [] : leavesOf(node)) {
      if (leaf.text.includes('${')) report.warning('VARIABLE_UNSUPPORTED_IN_ELEMENT', leaf.node, { element });
    }
  }
}

function leavesOf(node: JsonNode): readonly { readonly node: JsonNode; readonly text: string }[] {
  if (node.kind === 'array') return node.items.flatMap(leavesOf);
  if (node.kind === 'object') return node.members.flatMap(({ value }) => leavesOf(value));
  return typeof node.value === 'string' ? [{ node, text: node.value }] : [];
}

function checkVariablesIn(node: JsonNode, variables: boolean, report: Report): void {
  for (const { node: place, text } of leavesOf(node)) {
    if (!text.includes('${')) continue;
    if (!variables) {
      report.warning('VARIABLE_UNSUPPORTED_IN_VERSION', place, { text });
      continue;
    }
    for (const piece of text.split('${').slice(1)) {
      const end = piece.indexOf('}');
      const inside = piece.slice(0, end);
      if (end < 0) report.warning('MISSING_BRACE_IN_VARIABLE', place, { text });
      else if (inside === '') report.warning('EMPTY_VARIABLE', place, { text });
      else if (inside.includes(',') && !/^[^,]+, '[^']*'$/.test(inside))
        report.warning('MISSING_QUOTE_IN_VARIABLE', place, { text });
      else if (!inside.includes(',') && inside.includes(' '))
        report.warning('UNSUPPORTED_SPACE_IN_VARIABLE', place, { text });
    }
  }
}
