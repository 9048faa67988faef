import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { runTranscript } from '#account';
import { printPolicy, type JsonObject } from '#iam';
import { mutants } from '#proof';
import {
  answerOf,
  goalsReached,
  handedOver,
  readAttempt,
  regrade,
  solutionOf,
  textOf,
  trapsSprung,
  type Answer,
  type Attempt,
  type Result,
  type Scenario,
  type Step,
  type StepOf,
  type StoredAttempt,
} from '#scenario';
import { decisions } from '../../src/scenario/kinds/predict/spec.ts';
import { readFolder, scenarioFolders } from '../../scripts/scenario-files.ts';
import { seeded } from '../account/fresh-world.ts';
import { auditReference, graded, referenceFor } from '../graded.ts';
import { attempt, scenario, writeStep } from './fixture.ts';

const { managed } = auditReference;
const begun = 1_790_000_000_000;
const waysEach = 20;

type Random = () => number;

/** An answer that somebody might hand in, and what was seen of the account while it was operated. */
interface Made {
  readonly answer: Answer;
  readonly seen?: Partial<Result>;
}

function pick<Item>(items: readonly Item[], random: Random): Item | undefined {
  return items[Math.floor(random() * items.length)];
}
function shuffled<Item>(items: readonly Item[], random: Random): readonly Item[] {
  return items
    .map((item) => [random(), item] as const)
    .toSorted(([left], [right]) => left - right)
    .map(([, item]) => item);
}

/** The account operated by lines of a transcript. */
function operated(step: StepOf<'operate'>, setting: Scenario, lines: readonly string[]): Made {
  const handed = handedOver(step, setting, managed, begun);
  const { state } = runTranscript(lines.join('\n'), handed.state);
  return {
    answer: answerOf(state.world, handed),
    seen: {
      reached: goalsReached(state.world, state.account, handed.given, step),
      sprung: trapsSprung(state.world, handed.given, step),
    },
  };
}

/** Random predictions or pairs; a mutant of the solution, or of one of its mutants; some lines of the way, in any order. */
function anyAnswer(step: Step, setting: Scenario, random: Random): Made {
  if (step.kind === 'predict') {
    const given = step.requests.flatMap((id) => {
      const decision = pick([...decisions, undefined], random);
      return decision === undefined ? [] : [[id, decision] as const];
    });
    return { answer: { kind: 'predict', predictions: Object.fromEntries(given) } };
  }
  if (step.kind === 'operate') {
    const all = [...step.way, ...step.traps.map(({ spring }) => ({ lines: spring }))];
    const parts = shuffled(all, random).filter(() => random() < 0.7);
    const lines = parts.flatMap((part) => (random() < 0.7 ? part.lines : shuffled(part.lines, random)));
    return operated(step, setting, lines);
  }
  if (step.kind === 'assign') {
    const chosen = step.needs.flatMap(({ id }) => {
      const mechanism = pick([...step.mechanisms, undefined], random);
      return mechanism === undefined ? [] : [[id, mechanism] as const];
    });
    return { answer: { kind: 'assign', pairs: Object.fromEntries(chosen) } };
  }
  if (!('document' in step.solution)) return { answer: { kind: step.kind, text: '{' } };
  const own = step.solution.document as JsonObject;
  const once = pick(mutants(own), random)?.document ?? own;
  const document = random() < 0.5 ? once : (pick(mutants(once), random)?.document ?? once);
  return { answer: { kind: step.kind, text: printPolicy(document) } };
}

function stored(given: Scenario, { answers }: Attempt): StoredAttempt {
  const whole = { scenarioId: given.id, scenarioVersion: given.version, answers };
  return JSON.parse(JSON.stringify(whole)) as StoredAttempt;
}

/** How an attempt was graded when it was handed in, and whether it is graded so again from what was stored. */
function gradedTwice(
  given: Scenario,
  made: readonly Made[],
): { readonly solved: boolean; readonly same: boolean } {
  const handedIn = { answers: made.map(({ answer }) => answer) };
  const then = graded(given, handedIn);
  const again = regrade(given, stored(given, handedIn), referenceFor(given, handedIn));
  const asSeen = made.every(({ seen }, index) =>
    Object.entries(seen ?? {}).every(([name, value]) =>
      isDeepStrictEqual(then.steps[index]?.[name as keyof Result], value),
    ),
  );
  return { solved: then.solved, same: asSeen && isDeepStrictEqual(again, then) };
}

const shipped = scenarioFolders('scenarios').map((folder) => readFolder(folder).scenario!);

describe('a Check that was stored', () => {
  test.each(shipped.map((one) => [one.id, one] as const))(
    'is graded again as it was: the reference way of %s',
    (_, given) => {
      const { answers } = solutionOf(given, managed);
      const made = given.steps.map((step, index): Made =>
        step.kind === 'operate'
          ? operated(
              step,
              given,
              step.way.flatMap(({ lines }) => lines),
            )
          : { answer: answers[index]! },
      );
      expect(gradedTwice(given, made)).toEqual({ solved: true, same: true });
      expect(graded(given, { answers }).solved).toBe(true);
    },
  );

  test('is graded again as it was: twenty ways of every mission that are mostly wrong', () => {
    const random = seeded(20_261_129);
    const ways = shipped.flatMap((given) =>
      Array.from({ length: waysEach }, (_way, index) => {
        const made = given.steps.map((step) => anyAnswer(step, given, random));
        return { id: `${given.id} ${index}`, ...gradedTwice(given, made) };
      }),
    );
    expect(ways.filter(({ same }) => !same).map(({ id }) => id)).toEqual([]);
    expect(ways).toHaveLength(shipped.length * waysEach);
    expect(ways.filter(({ solved }) => !solved).length).toBeGreaterThan(ways.length * 0.8);
  });
});

describe('a Check that version 1 of the app stored', () => {
  const text = textOf(writeStep.solution);
  const whole = { scenarioId: scenario.id, scenarioVersion: 1 };
  const reference = referenceFor(scenario, attempt(text));

  test('held predictions and texts: it is graded again as an attempt with them', () => {
    const predictions = { read: 'implicitDeny' };
    expect(regrade(scenario, { ...whole, predictions, texts: { ana: text } }, reference)).toEqual(
      graded(scenario, attempt(text)),
    );
  });

  test('may lack some of them: nothing was written there', () => {
    expect(readAttempt(scenario, whole)).toEqual({ answers: attempt('', {}).answers });
  });

  test('of an account held no calls, and says so', () => {
    const operate = shipped.find(({ steps }) => steps[0]?.kind === 'operate')!;
    expect(
      readAttempt(operate, { scenarioId: operate.id, scenarioVersion: operate.version, texts: {} }),
    ).toEqual({
      issue: { code: 'callsNotKept', where: `${operate.id} ${operate.version}`, values: {} },
    });
  });
});

describe('a stored Check that cannot be graded says what is wrong, and where', () => {
  const answers = attempt('{}').answers;
  const whole = { scenarioId: scenario.id, scenarioVersion: 1, answers };
  const where = '90-read-media 1';
  const [predicted, written] = answers;

  test.each<[string, StoredAttempt, object]>([
    [
      'of another mission',
      { ...whole, scenarioId: '91' },
      { code: 'otherScenario', where: '91 1', values: { id: '90-read-media' } },
    ],
    [
      'of a version that is gone',
      { ...whole, scenarioVersion: 3 },
      { code: 'versionGone', where: '90-read-media 3', values: { version: 3, now: 1 } },
    ],
    [
      'a decision that is none',
      { ...whole, answers: [{ kind: 'predict', predictions: { read: 'perhaps' } }, written] },
      { code: 'wrongAnswer', where, values: { step: 1, path: 'predictions.read' } },
    ],
    [
      'a member that no answer has',
      { ...whole, answers: [predicted, { kind: 'write', text: '', more: 1 }] },
      { code: 'wrongAnswer', where, values: { step: 2, path: 'more' } },
    ],
    [
      'an answer of another kind',
      { ...whole, answers: [written, written] },
      { code: 'wrongAnswer', where, values: { step: 1, path: 'kind' } },
    ],
    [
      'an answer of no kind',
      { ...whole, answers: [predicted, { kind: 'guess' }] },
      { code: 'wrongAnswer', where, values: { step: 2, path: 'kind' } },
    ],
    [
      'no answer at all',
      { ...whole, answers: [null, written] },
      { code: 'wrongAnswer', where, values: { step: 1, path: 'kind' } },
    ],
    [
      'an answer too few',
      { ...whole, answers: [predicted] },
      { code: 'wrongAnswer', where, values: { step: 2, path: 'answers' } },
    ],
    [
      'an answer too many',
      { ...whole, answers: [predicted, written, written] },
      { code: 'wrongAnswer', where, values: { step: 3, path: 'kind' } },
    ],
    [
      'a prediction of version 1 that is none',
      { ...whole, answers: undefined, predictions: { read: 'perhaps' } },
      { code: 'wrongAnswer', where, values: { step: 1, path: 'predictions.read' } },
    ],
  ])('%s', (_, kept, issue) => {
    expect(readAttempt(scenario, kept)).toEqual({ issue });
    expect(regrade(scenario, kept, { actions: [], managed })).toEqual({ issue });
  });
});
