import type { PolicyType } from './document.ts';
import type { JsonNode } from '../json/json.ts';
import { strings, type Report } from './report.ts';

const keys: readonly string[] = ['AWS', 'Service', 'Federated', 'CanonicalUser'];

/**
 * The Principal or NotPrincipal element: `*`, or a map of kinds to names without partial wildcards.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function checkPrincipal(node: JsonNode, type: PolicyType, report: Report): void {
  if (node.kind === 'leaf' && node.value === '*') {
    if (type === 'trust') report.error('ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL', node);
    return;
  }
  if (type === 'rcp') {
    report.error('RCP_SYNTAX_ERROR_PRINCIPAL', node);
    return;
  }
  if (node.kind !== 'object') {
    report.error('INVALID_PRINCIPAL_FORMAT', node);
    return;
  }
  for (const { key, value } of node.members) {
    if (!keys.includes(key)) {
      report.error('INVALID_PRINCIPAL_KEY', value, { key });
      continue;
    }
    if (key === 'Federated' && type !== 'trust') report.error('FEDERATED_PRINCIPAL_NOT_SUPPORTED', value);
    for (const { node: place, text } of strings(value, report, 'Principal'))
      checkName(key, text, place, report);
  }
}

function checkName(key: string, text: string, node: JsonNode, report: Report): void {
  if (key === 'AWS') checkAwsPrincipal(text, node, report);
  else if (text.includes('*') || text.includes('?'))
    report.error('UNSUPPORTED_WILDCARD_IN_PRINCIPAL', node, { text });
  else if (key === 'Service' && !/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(text))
    report.error('INVALID_SERVICE_PRINCIPAL_FORMAT', node, { text });
  else if (key === 'Federated' && !isProvider(text))
    report.error('INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY', node, { text });
}

function isProvider(text: string): boolean {
  return (
    /^[a-z0-9.-]+\.[a-z]+$/.test(text) ||
    /^arn:[a-z-]+:iam::\d{12}:(?:saml-provider|oidc-provider)\/.+$/.test(text)
  );
}

function checkAwsPrincipal(text: string, node: JsonNode, report: Report): void {
  if (text === '*' || /^\d{12}$/.test(text)) return;
  if (text.includes('*') || text.includes('?'))
    report.error('UNSUPPORTED_WILDCARD_IN_PRINCIPAL', node, { text });
  else if (/^arn:[a-z-]+:iam::\d{12}:group\//.test(text)) report.error('GROUP_AS_PRINCIPAL', node, { text });
  else if (/^A(?:IDA|ROA)[A-Z0-9]{13,}$/.test(text))
    report.warning(text.startsWith('AIDA') ? 'INVALID_USER_REFERENCE' : 'INVALID_ROLE_REFERENCE', node, {
      text,
    });
  else if (
    !/^arn:[a-z-]+:(?:iam|sts)::\d{12}:(?:root|(?:user|role|assumed-role|federated-user)\/.+)$/.test(text)
  )
    report.error('INVALID_PRINCIPAL_ARN', node, { text });
}
