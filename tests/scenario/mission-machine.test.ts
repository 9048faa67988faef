import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { initialTransition, transition } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import {
  createMission,
  missionMachine,
  type MissionEvent,
  type MissionSnapshot,
  type Verdict,
} from '#scenario';

const input = { hints: 2 };
const solved: Verdict = { solved: true, medals: ['works'], steps: [] };
const missed: Verdict = { solved: false, medals: [], steps: [] };
const events: readonly MissionEvent[] = [
  ...(['START', 'CHECK', 'HINT', 'RESET', 'EDIT', 'FAILED'] as const).map((type) => ({ type })),
  { type: 'GRADED', verdict: solved },
  { type: 'GRADED', verdict: missed },
];
function replay(...list: readonly MissionEvent[]): MissionSnapshot {
  let [snapshot] = initialTransition(missionMachine, input);
  for (const event of list) [snapshot] = transition(missionMachine, snapshot, event);
  return snapshot;
}

describe('a mission', () => {
  test('can reach every one of its states, and solved is one of them', () => {
    const paths = getShortestPaths(missionMachine, {
      input,
      events,
      serializeState: ({ value, context }) =>
        JSON.stringify([value, context.shown, Math.min(context.attempts, 2)]),
      stopWhen: ({ context }) => context.attempts >= 2,
      limit: 2_000,
    });
    const reached = new Set(paths.map(({ state }) => state.value));
    expect([...reached].toSorted()).toEqual(Object.keys(missionMachine.states).toSorted());
    expect(reached).toContain('solved');
  });

  test('is solved by a Check that says so, and counts the attempt', () => {
    const snapshot = replay({ type: 'START' }, { type: 'CHECK' }, { type: 'GRADED', verdict: solved });
    expect(snapshot.value).toBe('solved');
    expect(snapshot.context).toMatchObject({ attempts: 1, verdict: solved });
  });

  test('keeps the verdict in view while the learner mends the text', () => {
    const snapshot = replay({ type: 'CHECK' }, { type: 'GRADED', verdict: missed }, { type: 'EDIT' });
    expect(snapshot.value).toBe('working');
    expect(snapshot.context.verdict).toBe(missed);
  });

  test('shows no more hints than its texts hold, and begins where an earlier visit ended', () => {
    const many = Array.from({ length: 5 }, () => ({ type: 'HINT' }) as const);
    expect(replay(...many).context.shown).toBe(2);
    const [again] = initialTransition(missionMachine, { hints: 2, shown: 1, attempts: 4 });
    expect(again.context).toMatchObject({ shown: 1, attempts: 4 });
  });

  test('counts nothing for a Check that our own fault stopped', () => {
    expect(replay({ type: 'CHECK' }, { type: 'FAILED' })).toMatchObject({
      value: 'working',
      context: { attempts: 0 },
    });
  });

  test('forgets the verdict with Reset', () => {
    const snapshot = replay({ type: 'CHECK' }, { type: 'GRADED', verdict: solved }, { type: 'RESET' });
    expect(snapshot).toMatchObject({ value: 'working', context: { attempts: 1, verdict: undefined } });
  });

  test('being played tells whoever watches of each step, until it is left', () => {
    const mission = createMission({ hints: 1 });
    const seen: unknown[] = [];
    const { unsubscribe } = mission.subscribe({
      next: ({ value }) => void seen.push(value),
      error: (error) => void seen.push(error),
    });
    mission.send({ type: 'START' });
    mission.send({ type: 'CHECK' });
    expect(mission.getSnapshot().value).toBe('checking');
    unsubscribe();
    mission.send({ type: 'FAILED' });
    expect(seen).toEqual(['working', 'checking']);
    mission.stop();
    expect(mission.getSnapshot().status).toBe('stopped');
  });

  test('takes no verdict it has not asked for, whatever the order of events', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...events), { maxLength: 40 }), (list) => {
        let [snapshot] = initialTransition(missionMachine, input);
        for (const event of list) {
          const before = snapshot;
          [snapshot] = transition(missionMachine, snapshot, event);
          if (snapshot.context.attempts > before.context.attempts) expect(before.value).toBe('checking');
          if (snapshot.value === 'solved') expect(snapshot.context.verdict?.solved).toBe(true);
          expect(snapshot.context.shown).toBeLessThanOrEqual(2);
        }
      }),
    );
  });
});
