import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import {
  authorizer,
  checkPolicy,
  compileAction,
  compileConditions,
  compileResource,
  conditionMatches,
  contextMap,
  matchesAction,
  matchesArn,
  matchesResource,
  matchesWildcard,
  type JsonValue,
  type PolicySet,
  type PolicyType,
} from '#iam';
import { conditionMet } from '../tests/oracle/conditions.ts';
import { actionLike, arnLike, like, resourceLike } from '../tests/oracle/matching.ts';
import { oracle } from '../tests/oracle/oracle.ts';

/** Runs conformance case files on engine and oracle; the last line is `N passed, N failed`. Exit 1: a case failed; 2: a file is not of the format. */
const document = v.unknown();
const value = v.union([v.string(), v.array(v.string())]);
const context = v.record(v.string(), value);
const header = { source: v.optional(v.string()) };
const decisionCase = v.strictObject({
  name: v.string(),
  why: v.optional(v.string()),
  contextComplete: v.optional(v.boolean()),
  request: v.strictObject({
    principal: v.string(),
    principalRole: v.optional(v.string()),
    action: v.string(),
    resource: v.string(),
    resourceAccount: v.optional(v.string()),
    context: v.optional(context),
  }),
  policies: v.strictObject({
    identity: v.array(document),
    boundary: v.optional(document),
    session: v.optional(v.nullable(v.array(document))),
    resource: v.optional(document),
    scps: v.optional(v.nullable(v.array(v.array(document)))),
    rcps: v.optional(v.nullable(v.array(v.array(document)))),
    vpcEndpoint: v.optional(document),
    managementAccount: v.optional(v.nullable(v.string())),
  }),
  expect: v.picklist(['allowed', 'explicitDeny', 'implicitDeny', 'denied', 'invalid']),
  decidedBy: v.optional(
    v.picklist(['identity', 'boundary', 'session', 'resource', 'scp', 'rcp', 'vpcEndpoint']),
  ),
});
const wildcardCase = v.strictObject({
  name: v.string(),
  why: v.optional(v.string()),
  pattern: v.string(),
  value: v.string(),
  as: v.optional(v.picklist(['string', 'arn', 'action', 'resource'])),
  expect: v.boolean(),
});
const conditionCase = v.strictObject({
  name: v.string(),
  why: v.optional(v.string()),
  operator: v.string(),
  key: v.string(),
  policyValues: v.unknown(),
  requestValues: v.nullable(value),
  context: v.optional(context),
  expect: v.boolean(),
});
const fileSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('decisions'), ...header, cases: v.array(decisionCase) }),
  v.strictObject({ kind: v.literal('wildcard'), ...header, cases: v.array(wildcardCase) }),
  v.strictObject({ kind: v.literal('condition'), ...header, cases: v.array(conditionCase) }),
]);
type CaseFile = v.InferOutput<typeof fileSchema>;
type DecisionCase = v.InferOutput<typeof decisionCase>;

interface Failure {
  readonly name: string;
  readonly expected: string;
  readonly actual: string;
}

function isInvalid(policies: DecisionCase['policies']): boolean {
  const check = (one: unknown, type: PolicyType): boolean =>
    one !== undefined &&
    one !== null &&
    checkPolicy(one as JsonValue, type).some(({ severity }) => severity === 'error');
  return (
    policies.identity.some((one) => check(one, 'identity')) ||
    (policies.session ?? []).some((one) => check(one, 'session')) ||
    (policies.scps ?? []).flat().some((one) => check(one, 'scp')) ||
    (policies.rcps ?? []).flat().some((one) => check(one, 'rcp')) ||
    check(policies.boundary, 'boundary') ||
    check(policies.resource, 'resource') ||
    check(policies.vpcEndpoint, 'vpcEndpoint')
  );
}

function runDecision(one: DecisionCase): Failure | undefined {
  const { managementAccount, ...layers } = one.policies;
  const policies = {
    ...layers,
    ...(typeof managementAccount === 'string' && { managementAccount }),
  } as unknown as PolicySet;
  const prepared = authorizer(policies);
  const request = { ...one.request, contextComplete: one.contextComplete ?? false } as Parameters<
    typeof prepared.decide
  >[0];
  const evaluation = prepared.evaluate(request);
  const quick = prepared.decide(request);
  const actual = one.expect === 'invalid' && isInvalid(one.policies) ? 'invalid' : evaluation.decision;
  const wanted = one.expect === 'denied' ? actual.endsWith('Deny') : actual === one.expect;
  if (quick !== evaluation.decision)
    return { name: one.name, expected: evaluation.decision, actual: `decide answers ${quick}` };
  if (!wanted)
    return { name: one.name, expected: one.expect, actual: `${actual} (${evaluation.decidedBy ?? '–'})` };
  // The oracle takes what IAM would take; a document that IAM refuses has no decision.
  const naive = actual === 'invalid' || actual === 'cannotEvaluate' ? actual : oracle(request, policies);
  if (naive !== actual)
    return { name: one.name, expected: one.expect, actual: `the oracle answers ${naive}` };
  if (one.decidedBy !== undefined && one.decidedBy !== evaluation.decidedBy)
    return {
      name: one.name,
      expected: `decided by ${one.decidedBy}`,
      actual: `by ${evaluation.decidedBy ?? 'nothing'}`,
    };
  return undefined;
}

const noKeys = new Map<string, string>();

function oracleWildcard({ pattern, value: text, as }: v.InferOutput<typeof wildcardCase>): boolean {
  if (as === 'arn') return arnLike(pattern, text, false, noKeys);
  if (as === 'action') return actionLike(pattern, text);
  if (as === 'resource') return resourceLike(pattern, text, { variables: true, pad: true }, noKeys);
  return like(pattern, text, false, noKeys);
}

function oracleCondition(one: v.InferOutput<typeof conditionCase>): boolean {
  const request = { ...one.context, ...(one.requestValues !== null && { [one.key]: one.requestValues }) };
  const keys = new Map(Object.entries(request).map(([key, each]) => [key.toLowerCase(), each]));
  return conditionMet(one.operator, one.key, one.policyValues as JsonValue, true, keys);
}

function runWildcard({ pattern, value: text, as }: v.InferOutput<typeof wildcardCase>): boolean {
  if (as === 'arn') return matchesArn(pattern, text);
  if (as === 'action') return matchesAction(compileAction(pattern), text.toLowerCase());
  if (as === 'resource')
    return matchesResource(compileResource(pattern, { variables: true, pad: true }), text, contextMap({}));
  return matchesWildcard(pattern, text);
}

function runCondition(one: v.InferOutput<typeof conditionCase>): boolean | string {
  const block = { [one.operator]: { [one.key]: one.policyValues as JsonValue } };
  const { conditions, unsupported } = compileConditions(block, '', true);
  if (unsupported !== undefined) return `not supported: ${unsupported.what}`;
  const request = { ...one.context, ...(one.requestValues !== null && { [one.key]: one.requestValues }) };
  return conditions.every((condition) => conditionMatches(condition, contextMap(request)));
}

function agreed(engine: boolean | string, naive: boolean): boolean | string {
  return engine === naive ? engine : `${String(engine)}, the oracle ${String(naive)}`;
}

function run(file: CaseFile): readonly (Failure | undefined)[] {
  if (file.kind === 'decisions') return file.cases.map(runDecision);
  const answers =
    file.kind === 'wildcard'
      ? file.cases.map((one) => ({ one, actual: agreed(runWildcard(one), oracleWildcard(one)) }))
      : file.cases.map((one) => ({ one, actual: agreed(runCondition(one), oracleCondition(one)) }));
  return answers.map(({ one, actual }) =>
    actual === one.expect
      ? undefined
      : { name: one.name, expected: String(one.expect), actual: String(actual) },
  );
}

function filesIn(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .toSorted()
    .flatMap((name) => filesIn(join(path, name)))
    .filter((file) => file.endsWith('.json'));
}

/** Reads a file, or says in one sentence what is not of the format and where. */
function read(file: string): CaseFile | string {
  try {
    const parsed = v.safeParse(fileSchema, JSON.parse(readFileSync(file, 'utf8')));
    if (parsed.success) return parsed.output;
    const [issue] = parsed.issues;
    return `${file}: ${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`;
  } catch (error) {
    return `${file}: ${error instanceof Error ? error.message : String(error)}`;
  }
}

let passed = 0;
let failed = 0;
const paths = process.argv.slice(2);
for (const path of (paths.length === 0 ? ['tests/cases'] : paths).flatMap(filesIn)) {
  const file = read(path);
  if (typeof file === 'string') {
    console.error(file);
    process.exit(2);
  }
  for (const failure of run(file)) {
    if (failure === undefined) passed += 1;
    else {
      failed += 1;
      console.log(`${path}: ${failure.name}\n  expected ${failure.expected}, got ${failure.actual}`);
    }
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
