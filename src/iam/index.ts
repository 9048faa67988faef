/**
 * The policy language and its evaluation, as AWS documents it. The first of this room's four doors; the others are
 * `#iam/lint`, `#iam/language` and `#iam/reference`.
 */

// JSON texts, with the place of every node.
export type { Issue } from './json/issue.ts';
export {
  isJsonObject,
  type JsonNode,
  type JsonObject,
  type JsonValue,
  type SourceRange,
} from './json/json.ts';
export { memberOf, valueOf, type JsonLimits } from './json/node.ts';
export { parseJson, type ParsedJson } from './json/parse.ts';

// Policy documents: read, checked as IAM checks them when they are saved, printed.
export {
  origin,
  policyTypes,
  withOrigin,
  type PolicyDocument,
  type PolicyOrigin,
  type PolicyType,
} from './policy/document.ts';
export { checkPolicy } from './policy/grammar.ts';
export { parsePolicy, type ParsedPolicy } from './policy/parse.ts';
export { printPolicy } from './policy/print.ts';
export { policyQuota, policySize } from './policy/quota.ts';

// Requests, and who makes them.
export { withChanges, type ContextChanges } from './request/changes.ts';
export { parsePrincipal, type Principal } from './request/principal.ts';
export type {
  AccessRequest,
  ContextValue,
  Credentials,
  PolicySet,
  RequestContext,
} from './request/request.ts';

// Decisions, and what explains them.
export { accessDeniedMessage } from './evaluation/access-denied.ts';
export { authorizer, evaluate, type Authorizer } from './evaluation/evaluate.ts';
export {
  layers,
  type Decision,
  type ElementResult,
  type Evaluation,
  type GateName,
  type GateOutcome,
  type GateResult,
  type Layer,
  type StatementResult,
} from './evaluation/trace.ts';

// Texts: credentials and account ids in them, names compared as AWS compares them, patterns.
export { accountIdsIn, withExampleAccounts } from './credentials/accounts.ts';
export { detectAwsKeys, redactAwsKeys, type DetectedKey } from './credentials/detect.ts';
export { matchesArn } from './pattern/arn-glob.ts';
export { matchesWildcard } from './pattern/wildcard.ts';
export { lowerCase } from './text/lower-case.ts';
export { remembering } from './text/remember.ts';
export { isoSeconds } from './text/time.ts';

// The parts of a statement as decisions match them, for those who reason about all requests at once (`#proof`).
export { compileConditions, conditionMatches, type CompiledCondition } from './conditions/conditions.ts';
export { dateSeconds } from './conditions/date.ts';
export { parseIpRange, type IpRange } from './conditions/ip.ts';
export { placedDocuments } from './evaluation/policies.ts';
export { actionName, prepareRequest } from './evaluation/prepare.ts';
export { compilePolicy, coversResource, type CompiledStatement } from './evaluation/statement.ts';
export { compileAction, matchesAction, type ActionPattern } from './pattern/action.ts';
export { compileArnGlob } from './pattern/arn-glob.ts';
export { anyOne, anyRun, colon, fieldOne, fieldRun, type Token } from './pattern/glob-tokens.ts';
export { compileResource, lacksVariable, matchesResource } from './pattern/resource.ts';
export { compileText, formCache, formFor, globOf, literalText } from './pattern/variables.ts';
export { compileGlob } from './pattern/wildcard.ts';
export { callerOf } from './request/caller.ts';
export { contextMap, type ContextMap } from './request/context.ts';
