import type { PolicyType } from './document.ts';
import { lowerCase } from '../text/lower-case.ts';
import { shapes, statementElements, topElements } from './elements.ts';
import { checkActions, checkCondition, checkResources, checkVariables } from './grammar-elements.ts';
import { checkPrincipal } from './grammar-principal.ts';
import type { Issue } from '../json/issue.ts';
import { nodeOf, memberOf } from '../json/node.ts';
import type { JsonNode, JsonObjectNode, JsonValue } from '../json/json.ts';
import { newReport, type Report } from './report.ts';

/**
 * What is wrong with a document as a policy of its type. An error is what IAM refuses when the policy is saved; a
 * warning is what it takes although it hardly means what it says. Any JSON value is answered, none throws.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function checkPolicy(value: JsonValue, type: PolicyType): readonly Issue[] {
  const node = nodeOf(value);
  if (node !== undefined) return checkPolicyNode(node, type);
  return [{ code: 'TOO_DEEP', severity: 'error', path: '', values: { limit: 32 } }];
}

/** As `checkPolicy`, on a node: the issues then have places. */
export function checkPolicyNode(node: JsonNode, type: PolicyType): readonly Issue[] {
  const report = newReport();
  checkKeys(node, report);
  if (node.kind !== 'object') {
    report.error('POLICY_NOT_AN_OBJECT', node);
    return report.issues;
  }
  for (const { key, value } of node.members) {
    if (!topElements.includes(key)) report.error('INVALID_POLICY_ELEMENT', value, { element: key });
  }
  const variables = checkVersion(node, type, report);
  checkId(node, type, report);
  const statement = memberOf(node, 'Statement');
  if (statement === undefined) report.error('MISSING_STATEMENT', node);
  else {
    const statements = statement.kind === 'array' ? statement.items : [statement];
    for (const one of statements) checkStatement(one, type, variables, report);
    checkSids(statements, type, report);
  }
  return report.issues;
}

/** Keys of one object that are the same but for letter case; those that are wholly the same its JSON cannot hold. */
function checkKeys(node: JsonNode, report: Report): void {
  if (node.kind === 'array') for (const item of node.items) checkKeys(item, report);
  if (node.kind !== 'object') return;
  const seen = new Map<string, string>();
  for (const { key, keyRange, value } of node.members) {
    const known = seen.get(lowerCase(key));
    if (known !== undefined && known !== key)
      report.error('DUPLICATE_KEYS_WITH_DIFFERENT_CASE', keyRange ? { ...value, range: keyRange } : value, {
        key,
        other: known,
      });
    seen.set(lowerCase(key), key);
    checkKeys(value, report);
  }
}

function checkVersion(node: JsonObjectNode, type: PolicyType, report: Report): boolean {
  const version = memberOf(node, 'Version');
  if (version === undefined) {
    if (type === 'rcp') report.error('RCP_VERSION_REQUIRED', node);
    else report.warning('MISSING_VERSION', node);
    return false;
  }
  const value = version.kind === 'leaf' ? version.value : undefined;
  if (value !== '2012-10-17' && value !== '2008-10-17')
    report.error('INVALID_VERSION', version, { found: typeof value === 'string' ? value : '' });
  else if (value === '2008-10-17' && type === 'rcp') report.error('RCP_VERSION_REQUIRED', version);
  return value === '2012-10-17';
}

function checkId(node: JsonObjectNode, type: PolicyType, report: Report): void {
  const id = memberOf(node, 'Id');
  if (id === undefined) return;
  if (id.kind !== 'leaf' || typeof id.value !== 'string')
    report.error('DATA_TYPE_MISMATCH', id, { element: 'Id' });
  else if (!shapes[type].id) report.warning('ID_NOT_USED', id);
}

function checkSids(statements: readonly JsonNode[], type: PolicyType, report: Report): void {
  const seen = new Set<string>();
  for (const statement of statements) {
    const sid = memberOf(statement, 'Sid');
    if (sid?.kind !== 'leaf' || typeof sid.value !== 'string') continue;
    if (seen.has(sid.value)) {
      if (shapes[type].principal === 'required' && type !== 'trust')
        report.warning('UNIQUE_SIDS_RECOMMENDED', sid, { sid: sid.value });
      else report.error('UNIQUE_SIDS_REQUIRED', sid, { sid: sid.value });
    }
    seen.add(sid.value);
  }
}

function checkStatement(node: JsonNode, type: PolicyType, variables: boolean, report: Report): void {
  if (node.kind !== 'object') {
    report.error('STATEMENT_NOT_AN_OBJECT', node);
    return;
  }
  for (const { key, value } of node.members) {
    if (!statementElements.includes(key)) report.error('INVALID_POLICY_ELEMENT', value, { element: key });
  }
  checkSid(node, type, report);
  checkEffect(node, type, report);
  checkPrincipals(node, type, report);
  checkActionElements(node, type, report);
  checkResourceElements(node, type, report);
  const condition = memberOf(node, 'Condition');
  if (condition !== undefined) checkCondition(condition, report);
  checkVariables(node, variables, report);
}

function checkSid(node: JsonObjectNode, type: PolicyType, report: Report): void {
  const sid = memberOf(node, 'Sid');
  if (sid === undefined) return;
  if (sid.kind !== 'leaf' || typeof sid.value !== 'string')
    report.error('DATA_TYPE_MISMATCH', sid, { element: 'Sid' });
  else if (!/^[A-Za-z0-9]*$/.test(sid.value) && type !== 'resource' && type !== 'vpcEndpoint')
    report.error('UNSUPPORTED_SID', sid, { sid: sid.value });
}

function checkEffect(node: JsonObjectNode, type: PolicyType, report: Report): void {
  const effect = memberOf(node, 'Effect');
  if (effect === undefined) report.error('MISSING_EFFECT', node);
  else if (effect.kind !== 'leaf' || (effect.value !== 'Allow' && effect.value !== 'Deny'))
    report.error('INVALID_EFFECT', effect, { found: effect.kind === 'leaf' ? String(effect.value) : '' });
  else if (effect.value === 'Allow' && type === 'rcp') report.error('RCP_SYNTAX_ERROR_ALLOW', effect);
}

function checkPrincipals(node: JsonObjectNode, type: PolicyType, report: Report): void {
  const principal = memberOf(node, 'Principal');
  const notPrincipal = memberOf(node, 'NotPrincipal');
  const shape = shapes[type];
  if (shape.principal === 'forbidden') {
    for (const found of [principal, notPrincipal]) {
      if (found !== undefined)
        report.error(type === 'scp' ? 'SCP_SYNTAX_ERROR_PRINCIPAL' : 'UNSUPPORTED_PRINCIPAL', found);
    }
    return;
  }
  if (principal !== undefined && notPrincipal !== undefined)
    report.error('UNSUPPORTED_ELEMENT_COMBINATION', notPrincipal, {
      first: 'Principal',
      second: 'NotPrincipal',
    });
  if (principal === undefined && notPrincipal === undefined) report.error('MISSING_PRINCIPAL', node);
  if (notPrincipal !== undefined) {
    if (!shape.notPrincipal)
      report.error(
        type === 'trust' ? 'ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL' : 'UNSUPPORTED_PRINCIPAL',
        notPrincipal,
      );
    const effect = memberOf(node, 'Effect');
    if (effect?.kind === 'leaf' && effect.value === 'Allow')
      report.error('ALLOW_WITH_NOT_PRINCIPAL', notPrincipal);
    checkPrincipal(notPrincipal, type, report);
  }
  if (principal !== undefined) checkPrincipal(principal, type, report);
}

function checkActionElements(node: JsonObjectNode, type: PolicyType, report: Report): void {
  const action = memberOf(node, 'Action');
  const notAction = memberOf(node, 'NotAction');
  if (action !== undefined && notAction !== undefined)
    report.error('UNSUPPORTED_ELEMENT_COMBINATION', notAction, { first: 'Action', second: 'NotAction' });
  if (action === undefined && notAction === undefined) report.error('MISSING_ACTION', node);
  if (notAction !== undefined) {
    if (!shapes[type].notAction) report.error('RCP_SYNTAX_ERROR_NOTACTION', notAction);
    checkActions(notAction, 'NotAction', type, report);
  }
  if (action !== undefined) checkActions(action, 'Action', type, report);
}

function checkResourceElements(node: JsonObjectNode, type: PolicyType, report: Report): void {
  const resource = memberOf(node, 'Resource');
  const notResource = memberOf(node, 'NotResource');
  if (shapes[type].resource === 'forbidden') {
    for (const found of [resource, notResource]) {
      if (found !== undefined) report.error('ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE', found);
    }
    return;
  }
  if (resource !== undefined && notResource !== undefined)
    report.error('UNSUPPORTED_ELEMENT_COMBINATION', notResource, {
      first: 'Resource',
      second: 'NotResource',
    });
  if (resource === undefined && notResource === undefined) report.error('MISSING_RESOURCE', node);
  if (resource !== undefined) checkResources(resource, 'Resource', type, report);
  if (notResource !== undefined) checkResources(notResource, 'NotResource', type, report);
}
