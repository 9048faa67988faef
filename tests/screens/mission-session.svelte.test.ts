import { afterEach, describe, expect, test, vi } from 'vitest';
import type { MissionPast } from '#panels/mission/frame/mission-past.ts';
import { meets } from '#panels/mission/policy/check-row.ts';
import { PredictWork } from '#panels/mission/predict/predict-work.svelte.ts';
import { stepPanel } from '#panels/mission/step/step-panel.ts';
import { WriteWork } from '#panels/mission/write/write-work.svelte.ts';
import { announce } from '#screens/mission/announce.ts';
import { Session, type Grader } from '#screens/mission/session.svelte.ts';
import { graded } from '../graded.ts';
import { say } from '../panels/say.ts';
import { scenario, solution, startLines, texts } from '../panels/mission/ceiling-mission.ts';

// What shows a step is not asked here.
const Step = (() => ({})) as never;
const panels = [
  stepPanel<'predict', PredictWork>({ open: (given) => new PredictWork(given), Step }),
  stepPanel<'write' | 'fix', WriteWork>({ open: (given) => new WriteWork(given), Step }),
];
const marker = '[removed]';
const proved: Grader = (...asked) => Promise.resolve({ answer: graded(...asked), restarted: false });

interface Opened {
  readonly session: Session;
  readonly predicting: PredictWork;
  readonly writing: WriteWork;
}
function opened(grade: Grader = proved, past?: MissionPast): Opened {
  const session = new Session(scenario, panels, { drafts: {}, keep: () => undefined }, past, grade);
  const [predicting, writing] = session.works;
  return {
    session,
    predicting: predicting as unknown as PredictWork,
    writing: writing as unknown as WriteWork,
  };
}
/** The mission with its predictions checked, and the second step open. */
async function predicted(grade?: Grader): Promise<Opened> {
  const mission = opened(grade);
  mission.predicting.predict('without', 'implicitDeny');
  mission.predicting.predict('off', 'allowed');
  await mission.session.check();
  mission.session.open(1);
  return mission;
}

afterEach(() => void vi.restoreAllMocks());

describe('the steps of a mission', () => {
  test('nothing is graded or counted before every part of the answer is there', async () => {
    const { session, predicting } = opened();
    predicting.predict('off', 'allowed');
    const outcome = await session.check();
    expect(outcome).toEqual({ kind: 'missing' });
    expect(announce(outcome, session, texts, say)).toBe(say('mission.say.predictFirst', { count: 1 }));
    expect(session.snapshot.context.attempts).toBe(0);
    expect([session.walk, session.verdict, predicting.result]).toEqual([0, undefined, undefined]);
  });

  test('a step opens after the one before was checked', async () => {
    const { session } = opened();
    expect(session.kinds).toEqual(['predict', 'fix']);
    session.open(1);
    expect([session.current, session.mayOpen(1)]).toEqual([0, false]);
    expect((await predicted()).session.current).toBe(1);
  });

  test('predictions are about the first policy, also after it was mended', async () => {
    const { predicting, writing } = await predicted();
    writing.type('bruno', solution, marker);
    expect(predicting.workspace.evaluations.get('predict/off')?.decision).toBe('allowed');
    expect(writing.workspace.evaluations.get('check/off')?.decision).toBe('implicitDeny');
  });

  test('a result stays while another step is checked, and steps that were checked stay open', async () => {
    const { session, predicting } = await predicted();
    const { result } = predicting;
    expect(result?.solved).toBe(true);
    await session.check();
    expect(predicting.result).toBe(result);
    session.open(0);
    expect(session.work).toBe(session.works[0]);
    expect(session.mayOpen(1)).toBe(true);
  });

  test('an earlier visit’s Checks and hints count, no more of them than the texts hold', () => {
    const { session } = opened(proved, { attempts: 3, hints: 9 });
    expect(session.snapshot.context).toMatchObject({ attempts: 3, shown: 2 });
    const fresh = opened().session;
    fresh.hint();
    expect(fresh.snapshot.context.shown).toBe(1);
  });
});

describe('a Check', () => {
  test('that fails puts the counterexample first, chooses it, and marks the statement that decides', async () => {
    const { session, writing } = await predicted();
    const outcome = await session.check();
    const { workspace } = writing;
    expect(workspace.shown[0]).toMatchObject({ kind: 'counterexample', id: 'off', expected: 'denied' });
    expect(workspace.selected?.key).toBe(workspace.shown[0]?.key);
    expect(workspace.marks.find(({ kind }) => kind === 'fault')).toMatchObject({ startLine: 5 });
    expect(writing.failureOf(workspace.selected?.key)?.kind).toBe('excess');
    expect(announce(outcome, session, texts, say)).toContain('Counterexample 1 of');
  });

  test('a mended counterexample stays in view as met, and the next Check solves', async () => {
    const { session, writing } = await predicted();
    await session.check();
    writing.type('bruno', solution, marker);
    session.edited();
    const { workspace } = writing;
    const [first] = workspace.shown;
    expect(meets('denied', workspace.evaluations.get(first?.key ?? '')?.decision ?? 'allowed')).toBe(true);
    expect(workspace.misses).toBe(false);
    const outcome = await session.check();
    expect(session.solved).toBe(true);
    expect(session.snapshot.context.attempts).toBe(3);
    expect(session.walk).toBe(3);
    expect(workspace.shown.some(({ kind }) => kind === 'counterexample')).toBe(false);
    expect(announce(outcome, session, texts, say)).toBe(
      say('mission.solved', { medals: [say('app.medal.works'), say('app.medal.tight')].join(', ') }),
    );
  });

  test('of a text that is no policy says which policy, and counts', async () => {
    const { session, writing } = await predicted();
    writing.type('bruno', '{', marker);
    const outcome = await session.check();
    expect(writing.result).toMatchObject({ invalidPolicy: 'bruno' });
    expect(announce(outcome, session, texts, say)).toBe(say('mission.say.invalid'));
    expect(session.snapshot.context.attempts).toBe(2);
  });

  test('hands out plain values that a structured clone takes', async () => {
    const { session } = await predicted();
    const outcome = await session.check();
    expect(outcome.kind).toBe('graded');
    expect(() => structuredClone(outcome)).not.toThrow();
  });

  test('that took a second attempt says so', async () => {
    const { session } = await predicted();
    const outcome = await session.check();
    const twice = outcome.kind === 'graded' ? { ...outcome, restarted: true } : outcome;
    expect(announce(twice, session, texts, say)).toContain(say('mission.say.restarted'));
  });

  test('that our own fault stops counts nothing, and the mission goes on', async () => {
    const told = vi.spyOn(console, 'error').mockReturnValue(undefined);
    const mission = await predicted();
    const fault = new Error('our own');
    const broken = await predicted(() => Promise.reject(fault));
    expect(told).toHaveBeenCalledWith(fault);
    expect(broken.session.snapshot).toMatchObject({ value: 'working', context: { attempts: 0 } });
    const outcome = await broken.session.check();
    expect(outcome).toEqual({ kind: 'broken' });
    expect(announce(outcome, mission.session, texts, say)).toBe(say('mission.say.broken'));
  });

  test('is not begun twice, and comes to nothing once the learner has left', async () => {
    const { session, predicting } = opened();
    predicting.predict('without', 'implicitDeny');
    predicting.predict('off', 'allowed');
    const both = [session.check(), session.check()];
    session.leave();
    expect(await Promise.all(both)).toEqual([{ kind: 'none' }, { kind: 'none' }]);
    expect(announce({ kind: 'none' }, session, texts, say)).toBe('');
    expect(predicting.result).toBeUndefined();
  });

  test('that breaks after the learner has left comes to nothing, too', async () => {
    vi.spyOn(console, 'error').mockReturnValue(undefined);
    const { session, predicting } = opened(() => Promise.reject(new Error('late')));
    predicting.predict('without', 'implicitDeny');
    predicting.predict('off', 'allowed');
    const first = session.check();
    session.leave();
    expect(await first).toEqual({ kind: 'none' });
  });
});

test('Reset puts the open step back, and forgets the verdict', async () => {
  const { session, writing } = await predicted();
  writing.type('bruno', solution, marker);
  await session.check();
  session.reset();
  expect(writing.answer.text).toBe(startLines.join('\n'));
  expect([session.verdict, session.solved]).toEqual([undefined, false]);
});
