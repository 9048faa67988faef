import { describe, expect, test } from 'vitest';
import { medalsOf } from '#panels/mission/frame/medals.ts';
import { OperateWork } from '#panels/mission/operate/operate-work.svelte.ts';
import { predictionRows } from '#panels/mission/predict/prediction-rows.ts';
import { PredictWork } from '#panels/mission/predict/predict-work.svelte.ts';
import { praiseOf } from '#panels/mission/write/praise.ts';
import { WriteWork } from '#panels/mission/write/write-work.svelte.ts';
import { regrade, type Answer, type ResultOf, type Scenario, type StepOf } from '#scenario';
import { readFolder } from '../../../scripts/scenario-files.ts';
import { auditReference, graded } from '../../graded.ts';
import { say } from '../say.ts';
import { fixStep, predictStep, scenario, solution, startLines, texts } from './ceiling-mission.ts';

const start = startLines.join('\n');
const marker = '[removed]';

/** A work of one step, and what it has kept. */
function predicting(drafts: Readonly<Record<string, string>> = {}) {
  const kept: Record<string, string> = { ...drafts };
  const keep = (key: string, text: string): void => void (kept[key] = text);
  return { kept, work: new PredictWork({ scenario, step: predictStep, drafts, keep }) };
}
function writing(drafts: Readonly<Record<string, string>> = {}) {
  const kept: Record<string, string> = { ...drafts };
  const keep = (key: string, text: string): void => void (kept[key] = text);
  return { kept, work: new WriteWork({ scenario, step: fixStep, drafts, keep }) };
}
function result<Kind extends 'predict' | 'fix'>(answer: Answer, of: Scenario = scenario): ResultOf<Kind> {
  const answers =
    answer.kind === 'predict' ? [answer] : [{ kind: 'predict', predictions: {} } as const, answer];
  return graded(of, { answers }).steps[answers.length - 1] as unknown as ResultOf<Kind>;
}

describe('predictions', () => {
  test('that were stored come back, and what cannot be read is left out', () => {
    const kept = JSON.stringify({ without: 'implicitDeny', off: 'perhaps', other: 'allowed' });
    expect(predicting({ '#predictions': kept }).work.predictions).toEqual({ without: 'implicitDeny' });
    for (const broken of ['{', 'null', '7'])
      expect(predicting({ '#predictions': broken }).work.predictions).toEqual({});
  });

  test('are kept as they are made, and the missing ones counted', () => {
    const { work, kept } = predicting();
    expect(work.missing).toBe(2);
    work.predict('without', 'implicitDeny');
    work.predict('off', 'cannotEvaluate');
    expect(work.missing).toBe(1);
    expect(work.missingWords(say)).toContain('1');
    expect(work.answer).toEqual({ kind: 'predict', predictions: { without: 'implicitDeny' } });
    expect(predicting(kept).work.predictions).toEqual(work.predictions);
  });

  test('that were checked show what is decided, and the trap, until another is made', () => {
    const { work } = predicting();
    work.predict('without', 'implicitDeny');
    work.predict('off', 'explicitDeny');
    expect(predictionRows(work, texts).map((row) => row.result)).toEqual([undefined, undefined]);
    const found = result<'predict'>(work.answer);
    work.graded(found, false);
    expect(work.tab).toBe('checks');
    expect(work.workspace.selected?.key).toBe('predict/off');
    expect(work.sayResult(found, texts, say)).toBe('1 of 2 predictions are right.');
    expect(predictionRows(work, texts)).toEqual([
      {
        id: 'without',
        sentence: 'A role without',
        predicted: 'implicitDeny',
        result: { decision: 'implicitDeny', correct: true },
      },
      {
        id: 'off',
        sentence: 'Bruno takes it `off`',
        predicted: 'explicitDeny',
        result: { decision: 'allowed', correct: false, trap: 'Nobody denies it.' },
      },
    ]);
    work.predict('off', 'allowed');
    expect(predictionRows(work, texts)[1]?.result).toBeUndefined();
    work.graded(result<'predict'>(work.answer), true);
    expect([work.tab, work.result?.solved]).toEqual(['why', true]);
  });

  test('cannot be reset, and the part that is asked for is shown', () => {
    const { work } = predicting();
    work.show('policy');
    work.reset();
    expect([work.tab, work.mayReset]).toEqual(['policy', false]);
  });
});

describe('a policy that is mended', () => {
  test('is the text of an earlier visit, and is kept as it is typed', () => {
    const { work, kept } = writing({ bruno: solution });
    expect(work.answer).toEqual({ kind: 'fix', text: solution });
    work.type('bruno', start, marker);
    work.type('ceiling', '{}', marker);
    expect(kept).toEqual({ bruno: start });
    expect(work.missing).toBe(0);
  });

  test('shows the requests of the goal, and what it wants of them', () => {
    const { shown } = writing().work.workspace;
    expect(shown.map(({ key, expected }) => [key, expected])).toEqual([
      ['check/with', 'allowed'],
      ['check/without', 'denied'],
      ['check/off', 'denied'],
    ]);
  });

  test('that is reset is so where it is kept, and what stood there can be brought back', () => {
    const { work, kept } = writing({ bruno: solution });
    work.graded(result<'fix'>(work.answer));
    work.reset();
    expect([kept['bruno'], work.result]).toEqual([start, undefined]);
    work.undoReset();
    expect(kept['bruno']).toBe(solution);
  });

  test('and fails leads to its first counterexample, which is said', () => {
    const { work } = writing();
    const found = result<'fix'>(work.answer);
    work.graded(found);
    expect(work.tab).toBe('why');
    expect(work.failureOf('counterexample/0')).toBe(found.failures[0]);
    expect(work.failureOf('check/off')).toBeUndefined();
    expect(work.failureOf(undefined)).toBeUndefined();
    expect(work.workspace.marks.find(({ kind }) => kind === 'fault')).toMatchObject({ startLine: 5 });
    const { length } = found.failures;
    expect(work.sayResult(found, texts, say)).toBe(
      `Allowed. Counterexample 1 of ${length}: Bruno takes it off`,
    );
  });

  test('and is no policy shows its first fault', () => {
    const { work } = writing();
    work.type('bruno', `${start},`, marker);
    const found = result<'fix'>(work.answer);
    work.graded(found);
    expect(work.tab).toBe('policy');
    expect(work.workspace.reveal).toMatchObject({ startLine: 6 });
    expect(work.sayResult(found, texts, say)).toBe(say('mission.say.invalid'));
  });

  test('and cannot be decided says what stood in the way', () => {
    const { work } = writing();
    work.type('bruno', solution.replace('"iam:CreateRole"', '["iam:CreateRole", "iam:CreateRol"]'), marker);
    const found = result<'fix'>(work.answer);
    work.graded(found);
    expect(found.undecided).toHaveLength(1);
    expect(work.sayResult(found, texts, say)).toContain('iam:CreateRol');
    expect(work.sayResult({ ...found, undecided: [] }, texts, say)).toBe(say('mission.say.notYet'));
  });
});

describe('praise', () => {
  const solved = result<'fix'>({ kind: 'fix', text: solution });
  const { world } = scenario;

  test('says over how much it was proved, and nothing where no medal is missing', () => {
    expect(solved.medals).toEqual(['works', 'tight']);
    expect(praiseOf({ ...solved, medals: ['works', 'tight', 'par'] }, fixStep, world, say)).toEqual({
      proved: say('mission.provedSolved', { count: solved.actions }),
    });
  });

  test('says why Tight or Par is missing', () => {
    const slack = solved.slack ?? { principal: 'anonymous', action: 'iam:GetRole', resource: '*' };
    expect(praiseOf({ ...solved, medals: ['works'], slack }, fixStep, world, say)).toMatchObject({
      proved: say('mission.provedWorks', { count: solved.actions }),
      remark: expect.stringContaining('`iam:GetRole`') as string,
    });
    const par = { statements: 1, characters: 10 };
    expect(praiseOf(solved, { ...fixStep, par }, world, say).remark).toContain('at most 1 statements and 10');
  });

  test('has medals to win only where a policy is written', () => {
    expect(medalsOf(scenario)).toEqual(['works', 'tight', 'par']);
    expect(medalsOf({ ...scenario, steps: [predictStep] })).toEqual(['works']);
  });
});

describe('an account that is operated', () => {
  const { managed } = auditReference;
  const mission = readFolder('scenarios/act-0/05-groups-not-copies').scenario!;
  const step = mission.steps[0] as StepOf<'operate'>;
  const way = step.way.map(({ lines }) => lines.join('\n'));

  function operating(drafts: Readonly<Record<string, string>> = {}) {
    const kept: Record<string, string> = { ...drafts };
    const keep = (key: string, text: string): void => void (kept[key] = text);
    return { kept, work: new OperateWork({ scenario: mission, step, drafts, keep }, managed) };
  }
  function regraded({ answer }: OperateWork): ResultOf<'operate'> {
    const answers = [JSON.parse(JSON.stringify(answer)) as Answer];
    const stored = { scenarioId: mission.id, scenarioVersion: mission.version, answers };
    const verdict = regrade(mission, stored, { actions: [], managed });
    return ('issue' in verdict ? undefined : verdict.steps[0]) as ResultOf<'operate'>;
  }

  test('reaches its goals call by call, and what is handed in comes to the same', () => {
    const { work } = operating();
    const seen = [0, ...way].map((lines) => {
      if (typeof lines === 'string') work.controller.run(lines);
      expect(regraded(work)).toMatchObject({ reached: work.reached, sprung: work.sprung });
      return work.reached.length;
    });
    expect(seen.at(-1)).toBe(step.goals.length);
    expect(seen[0]).toBeLessThan(step.goals.length);
    expect(regraded(work).solved).toBe(true);
  });

  test('goes on at the next visit, with calls that can still be made again', () => {
    const first = operating();
    first.work.controller.run(way[0] ?? '');
    const { work } = operating(first.kept);
    for (const lines of way.slice(1)) work.controller.run(lines);
    expect(work.answer).not.toHaveProperty('from');
    expect(regraded(work).solved).toBe(true);
  });

  test('may take calls back, or begin anew: the answer follows', () => {
    const { work } = operating();
    for (const lines of way) work.controller.run(lines);
    expect(work.mayReset).toBe(true);
    work.controller.undo();
    expect(regraded(work)).toMatchObject({ solved: false, reached: work.reached });
    work.reset();
    expect([work.answer.records, work.mayReset]).toEqual([0, false]);
    expect(regraded(work).reached).toEqual(work.reached);
  });

  test('knows whether the last Check saw it as it is, and says how much is open', () => {
    const { work } = operating();
    const found = regraded(work);
    work.graded();
    expect(work.fresh).toBe(true);
    work.controller.run('aws iam list-users');
    expect(work.fresh).toBe(false);
    const open = step.goals.length - found.reached.length;
    expect(work.sayResult(found, texts, say)).toBe(say('operate.sayOpen', { count: open }));
    work.show('checks');
    expect(work.tab).toBe('account');
    work.show('brief');
    expect([work.tab, work.missing, work.briefStays]).toEqual(['brief', 0, true]);
  });
});
