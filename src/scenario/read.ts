import * as v from 'valibot';
import { parseJson } from '#iam';
import { scenarioIssue, type ScenarioIssue } from './scenario-issue.ts';
import { scenarioSchema, type Scenario } from './schema.ts';

export type ReadScenario =
  | { readonly scenario: Scenario; readonly issues: readonly [] }
  | { readonly issues: readonly ScenarioIssue[] };

const limits = { maxLength: 524_288, maxDepth: 32, maxIssues: 20 };

/**
 * Reads the text of a scenario file, shipped or from a stranger. Total: duplicate keys, `__proto__`, unknown keys,
 * values of the wrong shape and references to nothing are issues that say what and where.
 */
export function readScenario(text: string, file: string): ReadScenario {
  const { node, issues } = parseJson(text, limits);
  const [broken] = issues;
  if (broken !== undefined || node === undefined) {
    const { startLine: line = 1, startColumn: column = 1 } = broken?.range ?? {};
    return {
      issues: [scenarioIssue('notJson', file, { line, column, problem: broken?.code ?? 'jsonEmpty' })],
    };
  }
  const parsed = v.safeParse(scenarioSchema, JSON.parse(text));
  if (!parsed.success) return { issues: parsed.issues.map((issue) => schemaIssue(issue, file)) };
  const problems = references(parsed.output, file);
  return problems.length > 0 ? { issues: problems } : { scenario: parsed.output, issues: [] };
}

function schemaIssue(issue: v.BaseIssue<unknown>, file: string): ScenarioIssue {
  const path = v.getDotPath(issue) ?? '';
  const where = path === '' ? file : `${file}: ${path}`;
  if (issue.type === 'strict_object' && issue.expected === 'never')
    return scenarioIssue('unknownKey', where, { key: path.split('.').at(-1) ?? '' });
  if (issue.received === 'undefined')
    return scenarioIssue('missingKey', where, { key: path.split('.').at(-1) ?? '' });
  return scenarioIssue('wrongValue', where, {
    expected: issue.expected ?? issue.type,
    received: issue.received,
  });
}

/** Every id that names a policy, principal or request of the scenario must name one that is there, once. */
function references(scenario: Scenario, file: string): readonly ScenarioIssue[] {
  const { world, requests, goal, operate, predict = [], start, solution, traps } = scenario;
  const found: ScenarioIssue[] = [];
  const known = (names: readonly string[], where: string): ReadonlySet<string> => {
    names.forEach((name, index) => {
      if (names.indexOf(name) !== index)
        found.push(scenarioIssue('duplicateId', `${file}: ${where}`, { id: name }));
    });
    return new Set(names);
  };
  const policies = known(
    world.policies.map(({ id }) => id),
    'world.policies',
  );
  const principals = known(
    world.principals.map(({ id }) => id),
    'world.principals',
  );
  const asked = known(
    requests.map(({ id }) => id),
    'requests',
  );
  known(
    traps.map(({ id }) => id),
    'traps',
  );
  const must = (names: ReadonlySet<string>, used: readonly (string | undefined)[], where: string) => {
    for (const name of used)
      if (name !== undefined && !names.has(name))
        found.push(scenarioIssue('unknownReference', `${file}: ${where}`, { id: name }));
  };
  for (const { id, policies: some = [], boundary, session = [] } of world.principals)
    must(policies, [...some, boundary, ...session], `world.principals.${id}`);
  for (const { name, policies: some } of world.groups ?? []) must(policies, some, `world.groups.${name}`);
  for (const { arn, policy } of world.resources ?? []) must(policies, [policy], `world.resources.${arn}`);
  for (const { id, scps = [], rcps = [] } of world.accounts)
    must(policies, [...scps.flat(), ...rcps.flat()], `world.accounts.${id}`);
  for (const { id, principal } of requests) must(principals, [principal], `requests.${id}`);
  must(asked, predict, 'predict');
  must(
    policies,
    [...start.buffers, ...solution].map(({ policy }) => policy),
    'start, solution',
  );
  must(policies, [goal?.policy], 'goal.policy');
  must(principals, goal?.domain.principals ?? [], 'goal.domain.principals');
  for (const { id, when } of traps) if ('predicted' in when) must(asked, [when.predicted], `traps.${id}`);
  const written = scenario.kind.some((kind) => kind === 'write' || kind === 'fix');
  if ((written && goal === undefined) || scenario.kind.includes('operate') !== (operate !== undefined))
    found.push(scenarioIssue('goalMissing', file));
  if (operate === undefined && requests.length === 0)
    found.push(scenarioIssue('wrongValue', `${file}: requests`, { expected: '>=1', received: '0' }));
  known(operate?.goals.map(({ id }) => id) ?? [], 'operate.goals');
  if (scenario.kind.includes('predict') && predict.length === 0)
    found.push(scenarioIssue('tooFewPredictions', file));
  return found;
}
