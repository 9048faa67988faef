/** The policy language and its evaluation, as AWS documents it. The one door of this room. */
export { detectAwsKeys, redactAwsKeys, type DetectedKey } from './credentials/detect.ts';
export { accessDeniedMessage } from './evaluation/access-denied.ts';
export { authorizer, evaluate, type Authorizer } from './evaluation/evaluate.ts';
export type {
  Decision,
  ElementResult,
  Evaluation,
  GateName,
  GateOutcome,
  GateResult,
  Layer,
  StatementResult,
} from './evaluation/trace.ts';
export type { Finding, Fix, Severity, TextEdit } from './lint/finding.ts';
export { lint, lintText } from './lint/lint.ts';
export { lintReference, noReference, type LintReference } from './lint/lint-reference.ts';
export {
  origin,
  policyTypes,
  withOrigin,
  type PolicyDocument,
  type PolicyOrigin,
  type PolicyType,
} from './policy/document.ts';
export { checkPolicy } from './policy/grammar.ts';
export type { Issue } from './json/issue.ts';
export {
  isJsonObject,
  type JsonNode,
  type JsonObject,
  type JsonValue,
  type SourceRange,
} from './json/json.ts';
export type { JsonLimits } from './json/node.ts';
export { parseJson, type ParsedJson } from './json/parse.ts';
export { parsePolicy, type ParsedPolicy } from './policy/parse.ts';
export { printPolicy } from './policy/print.ts';
export { policyQuota, policySize } from './policy/quota.ts';
export { matchesArn } from './pattern/arn-glob.ts';
export { matchesWildcard } from './pattern/wildcard.ts';
export { withChanges, type ContextChanges } from './request/changes.ts';
export { parsePrincipal, type Principal } from './request/principal.ts';
export type {
  AccessRequest,
  ContextValue,
  Credentials,
  PolicySet,
  RequestContext,
} from './request/request.ts';
