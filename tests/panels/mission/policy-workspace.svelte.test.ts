import { describe, expect, test } from 'vitest';
import { PolicyWorkspace } from '#panels/mission/policy/workspace.svelte.ts';
import { checkRows } from '#panels/mission/policy/check-rows.ts';
import { arnsOf } from '#panels/mission/policy/world-arns.ts';
import { statementKey } from '#panels/trace/statements/statement-words.ts';
import type { ResultOf } from '#scenario';
import { graded } from '../../graded.ts';
import { say } from '../say.ts';
import { scenario, solution, startLines, texts } from './ceiling-mission.ts';

const start = startLines.join('\n');
const marker = '[removed]';
// Made of pieces, so that no tool takes this file for one that holds a key.
const pastedKey = ['AK', 'IA', 'QX7MNLPWZ3VBTR5K'].join('');

/** The policies of the mission's second step. */
function workspace(drafts: Readonly<Record<string, string>> = {}): PolicyWorkspace {
  return new PolicyWorkspace(scenario, {
    kind: 'check',
    requests: [
      { id: 'with', expected: 'allowed' },
      { id: 'without', expected: 'denied' },
      { id: 'off', expected: 'denied' },
    ],
    policy: 'bruno',
    drafts,
  });
}

describe('the texts', () => {
  test('an earlier visit’s draft stands in the place of the first text', () => {
    expect(workspace({ bruno: solution }).own?.text).toBe(solution);
    expect(workspace().own?.text).toBe(start);
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
    desk.reset();
    expect(desk.own?.text).toBe(start);
    desk.undoReset();
    expect(desk.own?.text).toBe(solution);
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
    expect(JSON.stringify([desk.own, desk.buffers])).not.toContain(pastedKey);
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

describe('where all policies are only read', () => {
  const desk = (): PolicyWorkspace =>
    new PolicyWorkspace(scenario, { kind: 'predict', requests: [{ id: 'off' }, { id: 'gone' }] });

  test('none can be edited or reset, and a request that is not there is not shown', () => {
    const reading = desk();
    expect(reading.own).toBeUndefined();
    expect(reading.edit('bruno', '{}', marker)).toBeUndefined();
    reading.reset();
    expect(reading.mayUndoReset).toBe(false);
    expect(reading.shown.map(({ key }) => key)).toEqual(['predict/off']);
    expect(reading.evaluation?.decision).toBe('allowed');
    expect(reading.buffer?.id).toBe('bruno');
  });
});

describe('failures of a Check', () => {
  const { failures } = graded(scenario, { answers: [] }).steps[1] as ResultOf<'fix'>;

  test('stand first in Checks, each request once, and lead to the explainer', () => {
    const desk = workspace();
    desk.failed(failures);
    const rows = checkRows(desk, texts, say);
    expect(rows[0]).toMatchObject({
      key: 'counterexample/0',
      sentence: 'Bruno takes it `off`',
      counterexample: true,
      expected: 'denied',
      decision: 'allowed',
      met: false,
    });
    expect(rows[0]?.explain).toContain('#');
    expect(rows.filter(({ sentence }) => sentence === 'Bruno takes it `off`')).toHaveLength(1);
    expect(rows.find(({ key }) => key === 'check/with')).toMatchObject({ met: true, counterexample: false });
  });

  test('that are gone are no longer chosen', () => {
    const desk = workspace();
    desk.failed(failures);
    expect([desk.selected?.key, desk.misses]).toEqual(['counterexample/0', true]);
    desk.failed([]);
    expect([desk.selected?.key, desk.misses]).toEqual(['check/with', false]);
  });

  test('which a Check made up are said in plain words', () => {
    const desk = workspace();
    const [first] = failures;
    const { requestId: _, ...made } = first!;
    desk.failed([made]);
    expect(checkRows(desk, texts, say)[0]?.sentence).toContain(
      'Bruno: `iam:DeleteRolePermissionsBoundary` on `arn:aws:iam::111122223333:role/dev/fn`',
    );
  });
});

test('what a policy may name of a world: its resources and roles, its users and callers, each once', () => {
  const role = 'arn:aws:iam::111122223333:role/Reader';
  const session = 'arn:aws:sts::111122223333:assumed-role/Reader/one';
  const { world } = scenario;
  expect(
    arnsOf({
      ...world,
      roles: [{ arn: role, trust: 'door' }],
      resources: [{ arn: 'arn:aws:s3:::b' }],
      callers: [...world.callers, { id: 'one', name: 'One', principal: session }],
    }),
  ).toEqual({
    resources: ['arn:aws:s3:::b', role],
    principals: ['arn:aws:iam::111122223333:user/bruno', role],
  });
});
