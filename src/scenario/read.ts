import * as v from 'valibot';
import { parseJson } from '#iam';
import { namesOf, scenarioIssue, type ScenarioIssue } from './file/issue.ts';
import { kindOf } from './kinds/index.ts';
import { scenarioSchema, type Scenario } from './schema.ts';
import { worldIssues } from './world/references.ts';

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

/** Every id that names something of the scenario must name one that is there, once. */
function references(scenario: Scenario, file: string): readonly ScenarioIssue[] {
  const { world, requests, steps } = scenario;
  const traps = steps.flatMap((step) => ('traps' in step ? step.traps.map(({ id }) => id) : []));
  return [
    ...worldIssues(world, requests, file),
    ...namesOf(traps, `${file}: traps`).issues,
    ...steps.flatMap((step, index) => kindOf(step).references(step, scenario, `${file}: steps.${index}`)),
  ];
}
