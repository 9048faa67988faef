import { describe, expect, test } from 'vitest';
import { meets } from '../../src/panels/mission/check-row.ts';
import { statementKey } from '../../src/panels/trace/statements/statement-words.ts';
import { Session } from '../../src/screens/mission/session.svelte.ts';
import { Workspace } from '../../src/screens/mission/workspace.svelte.ts';
import { graded } from '../graded.ts';
import { scenario, solution, startLines } from './mission-scenario.ts';

const start = startLines.join('\n');
const marker = '[removed]';
// Made of pieces, so that no tool takes this file for one that holds a key.
const pastedKey = ['AK', 'IA', 'QX7MNLPWZ3VBTR5K'].join('');

function workspace(texts: Readonly<Record<string, string>> = {}): Workspace {
  return new Workspace(scenario, { texts });
}
const proved = (...asked: Parameters<typeof graded>) =>
  Promise.resolve({ answer: graded(...asked), restarted: false });

async function predicted(): Promise<Session> {
  const session = new Session(scenario, { texts: {} }, undefined, proved);
  session.workspace.predict('without', 'implicitDeny');
  session.workspace.predict('off', 'allowed');
  await session.check();
  session.open('policy');
  return session;
}

describe('the texts', () => {
  test('an earlier visit’s draft stands in the place of the first text', () => {
    expect(workspace({ bruno: solution }).texts()).toEqual({ bruno: solution });
    expect(workspace().texts()).toEqual({ bruno: start });
  });

  test('a policy of the world is read-only', () => {
    const desk = workspace({ ceiling: '{}' });
    expect(desk.edit('ceiling', '{}', marker)).toBeUndefined();
    expect(desk.buffers.find(({ id }) => id === 'ceiling')?.text).toContain('"Dev"');
  });

  test('broken JSON keeps the last good answer and says that it is stale', () => {
    const desk = workspace();
    const before = desk.evaluations.get('check/off')?.decision;
    desk.edit('bruno', `${start},`, marker);
    expect(desk.stale).toBe(true);
    expect(desk.buffer?.parsed.issues.length).toBeGreaterThan(0);
    expect(desk.evaluations.get('check/off')?.decision).toBe(before);
    desk.edit('bruno', solution, marker);
    expect(desk.stale).toBe(false);
    expect(desk.evaluations.get('check/off')?.decision).toBe('implicitDeny');
  });

  test('Reset can be undone, until something else is typed', () => {
    const desk = workspace({ bruno: solution });
    expect(desk.reset()).toEqual({ bruno: start });
    expect(desk.undoReset()).toEqual({ bruno: solution });
    expect(desk.mayUndoReset).toBe(false);
    desk.reset();
    desk.edit('bruno', 'typed', marker);
    expect(desk.mayUndoReset).toBe(false);
  });

  test('a pasted AWS key is nowhere on the desk, also not behind Reset', () => {
    const desk = workspace();
    const taken = desk.edit('bruno', start.replace('Create', pastedKey), marker);
    expect(taken).toContain(marker);
    expect(desk.keyRemoved).toBe(true);
    desk.reset();
    desk.undoReset();
    expect(JSON.stringify([desk.texts(), desk.buffers, desk.attempt()])).not.toContain(pastedKey);
  });

  test('a text of any kind never throws', () => {
    const desk = workspace();
    for (const text of ['', '[', '\ud800', '{"__proto__":{}}', '['.repeat(50_000), 'null']) {
      expect(desk.edit('bruno', text, marker)).toBe(text);
      expect(desk.evaluation).toBeDefined();
    }
  });
});

describe('caret and trace', () => {
  test('the caret’s statement is outlined in the trace, and a trace row leads to its lines', () => {
    const desk = workspace();
    desk.choose('check/off');
    desk.moveCaret(start.indexOf('Manage'));
    const manage = desk.evaluation?.matched.find(({ source }) => source.sid === 'Manage');
    expect(manage && statementKey(manage)).toBe(desk.statement);
    if (manage !== undefined) desk.show(manage);
    expect(desk.reveal).toMatchObject({ startLine: 5, endLine: 5 });
    expect(desk.marks.map(({ kind }) => kind)).toEqual(['apart', 'caret', 'allow']);
  });

  test('a row of a world policy opens that policy', () => {
    const desk = workspace();
    desk.choose('check/with');
    const dev = desk.evaluation?.gates
      .flatMap(({ statements }) => statements)
      .find(({ source }) => source.sid === 'Dev');
    if (dev !== undefined) desk.show(dev);
    expect(desk.buffer?.id).toBe('ceiling');
  });
});

test('turning a context key changes the decision shown, and choosing another request forgets it', () => {
  const desk = workspace();
  desk.choose('check/with');
  desk.whatIf('iam:PermissionsBoundary', null);
  expect(desk.evaluation?.decision).toBe('implicitDeny');
  expect(desk.base?.decision).toBe('allowed');
  desk.choose('check/off');
  expect(desk.changed).toBe(false);
});

describe('predictions', () => {
  test('what was stored comes back, and what cannot be read is left out', () => {
    const kept = JSON.stringify({ without: 'implicitDeny', off: 'perhaps', other: 'allowed' });
    expect(new Workspace(scenario, { texts: {}, predictions: kept }).predictions).toEqual({
      without: 'implicitDeny',
    });
    expect(new Workspace(scenario, { texts: {}, predictions: '{' }).predictions).toEqual({});
    expect(new Workspace(scenario, { texts: {}, predictions: 'null' }).predictions).toEqual({});
  });

  test('nothing is graded or counted before every request has a prediction', async () => {
    const session = new Session(scenario, { texts: {} }, undefined, proved);
    session.workspace.predict('off', 'allowed');
    expect(await session.check()).toEqual({ kind: 'predictFirst', missing: 1 });
    expect(session.snapshot.context.attempts).toBe(0);
    expect(session.revealed).toBe(false);
  });

  test('the policy opens after the predictions were checked', async () => {
    const session = new Session(scenario, { texts: {} }, undefined, proved);
    session.open('policy');
    expect(session.step).toBe('predict');
    expect((await predicted()).step).toBe('policy');
  });

  test('predictions are about the first policy, also after it was mended', async () => {
    const session = await predicted();
    session.workspace.edit('bruno', solution, marker);
    expect(session.workspace.evaluations.get('predict/off')?.decision).toBe('allowed');
    expect(session.workspace.evaluations.get('check/off')?.decision).toBe('implicitDeny');
  });
});

describe('a Check', () => {
  test('that fails puts the counterexample first, chooses it, and marks the statement that decides', async () => {
    const session = await predicted();
    await session.check();
    const { workspace: desk } = session;
    expect(desk.shown[0]).toMatchObject({ kind: 'counterexample', id: 'off', expected: 'denied' });
    expect(desk.selected?.key).toBe(desk.shown[0]?.key);
    expect(desk.marks.find(({ kind }) => kind === 'fault')).toMatchObject({ startLine: 5 });
    expect(session.failureOf(desk.selected?.key)?.kind).toBe('excess');
  });

  test('a mended counterexample stays in view as met, and the next Check solves', async () => {
    const session = await predicted();
    await session.check();
    session.workspace.edit('bruno', solution, marker);
    session.edited();
    const [first] = session.workspace.shown;
    expect(meets('denied', session.workspace.evaluations.get(first?.key ?? '')?.decision ?? 'allowed')).toBe(
      true,
    );
    expect(session.workspace.misses).toBe(false);
    await session.check();
    expect(session.solved).toBe(true);
    expect(session.snapshot.context.attempts).toBe(3);
    expect(session.workspace.shown.some(({ kind }) => kind === 'counterexample')).toBe(false);
  });

  test('of a text that is no policy says which policy, and counts', async () => {
    const session = await predicted();
    session.workspace.edit('bruno', '{', marker);
    expect(await session.check()).toMatchObject({ kind: 'invalid', policy: 'bruno' });
  });

  test('hands out plain values that a structured clone takes', async () => {
    const session = await predicted();
    const outcome = await session.check();
    expect(() => structuredClone(outcome)).not.toThrow();
  });
});
