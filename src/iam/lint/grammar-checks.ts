import type { Check, Severity } from './finding.ts';

/** A check with the issues that it stands for. */
interface GrammarCheck extends Check {
  readonly issues: readonly string[];
}

/** Malformed JSON; each way of being it is an issue of its own, and every issue without a check of its own is one. */
export const syntaxCheck: GrammarCheck = {
  check: 'JSON_SYNTAX_ERROR',
  severity: 'error',
  issues: ['TRAILING_COMMA'],
};

type Row = readonly [check: string, severity?: Severity, ...issues: string[]];

/** AWS's checks that `parsePolicy` decides. An issue has the check's name where no other stands beside it. */
const rows: readonly Row[] = [
  ['DATA_TYPE_MISMATCH', 'error', 'DATA_TYPE_MISMATCH', 'POLICY_NOT_AN_OBJECT', 'STATEMENT_NOT_AN_OBJECT'],
  ['DUPLICATE_KEYS_WITH_DIFFERENT_CASE'],
  ['INVALID_ACTION', 'error', 'ACTION_WITHOUT_SERVICE', 'ACTION_WITH_TWO_COLONS', 'ACTION_WITHOUT_NAME'],
  ['INVALID_ARN_ACCOUNT'],
  ['INVALID_ARN_PREFIX'],
  ['INVALID_ARN_SERVICE_CASE'],
  ['INVALID_SERVICE', 'error', 'WILDCARD_IN_ARN_SERVICE'],
  ['INVALID_CONDITION_KEY_FORMAT'],
  ['INVALID_CONDITION_OPERATOR'],
  ['INVALID_EFFECT'],
  ['INVALID_PARTITION'],
  ['INVALID_POLICY_ELEMENT'],
  ['INVALID_PRINCIPAL_FORMAT'],
  ['INVALID_PRINCIPAL_KEY'],
  ['INVALID_PRINCIPAL_ARN'],
  ['GROUP_AS_PRINCIPAL'],
  ['INVALID_SERVICE_IN_ACTION'],
  ['INVALID_VERSION', 'error', 'INVALID_VERSION', 'RCP_VERSION_REQUIRED'],
  ['MISSING_ACTION'],
  ['MISSING_ARN_FIELD'],
  ['ARN_REGION_NOT_ALLOWED'],
  ['MISSING_EFFECT'],
  ['MISSING_PRINCIPAL'],
  ['MISSING_RESOURCE'],
  ['MISSING_STATEMENT'],
  ['NULL_WITH_IF_EXISTS'],
  ['SCP_SYNTAX_ERROR_PRINCIPAL'],
  ['UNIQUE_SIDS_REQUIRED'],
  ['UNSUPPORTED_ACTION_IN_POLICY'],
  ['UNSUPPORTED_ELEMENT_COMBINATION'],
  ['UNSUPPORTED_PRINCIPAL'],
  ['UNSUPPORTED_SID'],
  ['UNSUPPORTED_WILDCARD_IN_PRINCIPAL'],
  ['MISSING_BRACE_IN_VARIABLE'],
  ['MISSING_QUOTE_IN_VARIABLE'],
  ['UNSUPPORTED_SPACE_IN_VARIABLE'],
  ['EMPTY_VARIABLE'],
  ['VARIABLE_UNSUPPORTED_IN_ELEMENT'],
  ['VARIABLE_UNSUPPORTED_IN_VERSION'],
  ['INVALID_SERVICE_PRINCIPAL_FORMAT'],
  ['FEDERATED_PRINCIPAL_NOT_SUPPORTED'],
  ['ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL'],
  ['ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL'],
  ['ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE'],
  ['INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY'],
  ['RCP_SYNTAX_ERROR_PRINCIPAL'],
  ['RCP_SYNTAX_ERROR_ALLOW'],
  ['RCP_SYNTAX_ERROR_NOTACTION'],
  ['RCP_SYNTAX_ERROR_ACTION'],
  ['ALLOW_WITH_NOT_PRINCIPAL', 'securityWarning'],
  ['INVALID_ROLE_REFERENCE', 'warning'],
  ['INVALID_USER_REFERENCE', 'warning'],
  ['MISSING_VERSION', 'warning'],
  ['UNIQUE_SIDS_RECOMMENDED', 'warning'],
  ['WILDCARD_WITHOUT_LIKE_OPERATOR', 'warning'],
  ['ID_NOT_USED', 'warning'],
  ['EMPTY_ARRAY_ACTION', 'suggestion'],
  ['EMPTY_ARRAY_RESOURCE', 'suggestion'],
];

/**
 * The checks that stand for issues of `parsePolicy`.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html
 */
export const grammarChecks: readonly GrammarCheck[] = [
  syntaxCheck,
  ...rows.map(([check, severity = 'error', ...issues]) => ({
    check,
    severity,
    issues: issues.length === 0 ? [check] : issues,
  })),
];
