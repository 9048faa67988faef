import { existsSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { AccessRequest } from '#iam';
import { runTranscript } from '#account';
import {
  answerOf,
  handedOver,
  missionDocuments,
  regrade,
  solutionOf,
  starsOf,
  type Answer,
  type Result,
  type Scenario,
  type Step,
} from '#scenario';
import { scenario as en } from '#ui/i18n/en/scenario.ts';
import { fill, type Messages } from '#ui/i18n/format/messages.ts';
import { awsPolicies } from './aws-policies.ts';
import { catalogueFor } from './catalogue-actions.ts';
import { readFolder, scenarioFolders } from './scenario-files.ts';

/**
 * `npm run play -- MISSION FILE`: puts an answer to a mission. A `.json` file is the policy text of its writing step, a
 * `.txt` file lines of a transcript typed after the set-up; all other steps are answered rightly. Prints what the lines
 * print; the last line is the verdict. Exit 0: solved; 1: not; 2: unreadable.
 */
function fail(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}

const [mission = '', file = ''] = process.argv.slice(2);
if (mission === '' || file === '') fail('Say which mission and which file: npm run play -- MISSION FILE');
if (!existsSync(file)) fail(`${file}: there is no such file`);
const kind = extname(file);
if (kind !== '.json' && kind !== '.txt') fail(`${file}: a policy is a .json file, a transcript a .txt file`);
const known = scenarioFolders('scenarios').map(readFolder);
const scenario =
  known.find((one) => one.scenario?.id === mission)?.scenario ??
  fail(
    `${mission}: there is no such mission; there are ${known.map((one) => one.scenario?.id ?? '').join(', ')}`,
  );
const managed = awsPolicies();
/** A moment of 2026: the account is handed over then. */
const handedOverAt = 1_767_225_600_000;

/** The answer that the file holds to a step; undefined where the step is not of its kind. */
function answerTo(step: Scenario['steps'][number], given: Scenario, text: string): Answer | undefined {
  if (kind === '.json' && (step.kind === 'write' || step.kind === 'fix')) return { kind: step.kind, text };
  if (kind === '.json' || step.kind !== 'operate') return undefined;
  const handed = handedOver(step, given, managed, handedOverAt);
  const { printed, state } = runTranscript(text, handed.state);
  for (const { line, output, errors } of printed)
    for (const shown of [line, output, errors.replace(/^\n/, '')]) if (shown !== '') console.log(shown);
  return answerOf(state.world, handed);
}

const text = readFileSync(file, 'utf8');
const own = scenario.steps.map((step) => answerTo(step, scenario, text));
if (own.every((answer) => answer === undefined))
  fail(
    `${mission} has no step that a ${kind} file answers: its steps are ${scenario.steps.map((step) => step.kind).join(', ')}`,
  );
const right = solutionOf(scenario, managed).answers;
const answers = own.flatMap((answer, index) => answer ?? right[index] ?? []);
const stored = {
  scenarioId: scenario.id,
  scenarioVersion: scenario.version,
  // As it would come back from where it is kept.
  answers: JSON.parse(JSON.stringify(answers)) as unknown[],
};
const actions = catalogueFor(missionDocuments(scenario, { answers }));
const verdict = regrade(scenario, stored, { actions, managed });
if ('issue' in verdict) {
  const { code, where, values } = verdict.issue;
  const messages: Messages = en;
  fail(`${where}: ${fill(messages[`scenario.issue.${code}`] ?? code, values, 'en')}`);
}
/** One thing that is wrong: what kind, the goal, request or pair it is about, the trap that speaks of it, the request. */
interface Failing {
  readonly kind: string;
  readonly element: string | null;
  readonly trap: string | null;
  readonly request: AccessRequest | null;
}

function failing(result: Result, step: Step | undefined): readonly Failing[] {
  const plain = (what: string, element: string, trap: string | null = null): Failing => ({
    ...{ kind: what, element, trap },
    request: null,
  });
  switch (result.kind) {
    case 'predict':
      return result.predictions
        .filter(({ correct }) => !correct)
        .map(({ requestId, trap }) => plain('prediction', requestId, trap));
    case 'assign':
      return result.pairs.filter(({ correct }) => !correct).map(({ need }) => plain('pair', need));
    case 'operate':
      return (step?.kind === 'operate' ? step.goals : [])
        .filter(({ id }) => !result.reached.includes(id))
        .map(({ id }) => plain('goal', id, result.sprung[0]));
    default:
      return [
        ...(result.invalidPolicy === undefined ? [] : [plain('invalid', result.invalidPolicy)]),
        // Which element of the policy is at fault is not computed yet.
        ...result.failures.map(({ kind: what, trap, request }) => ({
          ...{ kind: what, element: null, trap: trap ?? null, request },
        })),
      ];
  }
}
const failures = verdict.steps.flatMap((result, index) => failing(result, scenario.steps[index]));
const undecided = verdict.steps.flatMap((result) => ('undecided' in result ? result.undecided : []));
const stars = starsOf(verdict, { first: true, hints: 0 });
console.log(JSON.stringify({ mission, solved: verdict.solved, stars, failures, undecided }));
process.exitCode = verdict.solved ? 0 : 1;
