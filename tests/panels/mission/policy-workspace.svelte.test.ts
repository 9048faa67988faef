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
    const opened = workspace({ ceiling: '{}' });
    expect(opened.edit('ceiling', '{}', marker)).toBeUndefined();
    expect(opened.buffers.find(({ id }) => id === 'ceiling')?.text).toContain('"Dev"');
  });

  test('broken JSON keeps the last good answer and says that it is stale', () => {
    const opened = workspace();
    const before = opened.evaluations.get('check/off')?.decision;
    opened.edit('bruno', `${start},`, marker);
    expect(opened.stale).toBe(true);
    expect(opened.buffer?.parsed.issues.length).toBeGreaterThan(0);
    expect(opened.evaluations.get('check/off')?.decision).toBe(before);
    opened.edit('bruno', solution, marker);
    expect(opened.stale).toBe(false);
    expect(opened.evaluations.get('check/off')?.decision).toBe('implicitDeny');
  });

  test('Reset can be undone, until something else is typed', () => {
    const opened = workspace({ bruno: solution });
    opened.reset();
    expect(opened.own?.text).toBe(start);
    opened.undoReset();
    expect(opened.own?.text).toBe(solution);
    expect(opened.mayUndoReset).toBe(false);
    opened.reset();
    opened.edit('bruno', 'typed', marker);
    expect(opened.mayUndoReset).toBe(false);
  });

  test('a pasted AWS key is nowhere in the workspace, also not behind Reset', () => {
    const opened = workspace();
    const taken = opened.edit('bruno', start.replace('Create', pastedKey), marker);
    expect(taken).toContain(marker);
    expect(opened.keyRemoved).toBe(true);
    opened.reset();
    opened.undoReset();
    expect(JSON.stringify([opened.own, opened.buffers])).not.toContain(pastedKey);
  });

  test('a text of any kind never throws', () => {
    const opened = workspace();
    for (const text of ['', '[', '\ud800', '{"__proto__":{}}', '['.repeat(50_000), 'null']) {
      expect(opened.edit('bruno', text, marker)).toBe(text);
      expect(opened.evaluation).toBeDefined();
    }
  });
});

describe('caret and trace', () => {
  test('the caret’s statement is outlined in the trace, and a trace row leads to its lines', () => {
    const opened = workspace();
    opened.choose('check/off');
    opened.moveCaret(start.indexOf('Manage'));
    const manage = opened.evaluation?.matched.find(({ source }) => source.sid === 'Manage');
    expect(manage && statementKey(manage)).toBe(opened.statement);
    if (manage !== undefined) opened.show(manage);
    expect(opened.reveal).toMatchObject({ startLine: 5, endLine: 5 });
    expect(opened.marks.map(({ kind }) => kind)).toEqual(['apart', 'caret', 'allow']);
  });

  test('a row of a world policy opens that policy', () => {
    const opened = workspace();
    opened.choose('check/with');
    const dev = opened.evaluation?.gates
      .flatMap(({ statements }) => statements)
      .find(({ source }) => source.sid === 'Dev');
    if (dev !== undefined) opened.show(dev);
    expect(opened.buffer?.id).toBe('ceiling');
  });
});

test('turning a context key changes the decision shown, and choosing another request forgets it', () => {
  const opened = workspace();
  opened.choose('check/with');
  opened.whatIf('iam:PermissionsBoundary', null);
  expect(opened.evaluation?.decision).toBe('implicitDeny');
  expect(opened.base?.decision).toBe('allowed');
  opened.choose('check/off');
  expect(opened.changed).toBe(false);
});

describe('where all policies are only read', () => {
  const opened = (): PolicyWorkspace =>
    new PolicyWorkspace(scenario, { kind: 'predict', requests: [{ id: 'off' }, { id: 'gone' }] });

  test('none can be edited or reset, and a request that is not there is not shown', () => {
    const reading = opened();
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
    const opened = workspace();
    opened.failed(failures);
    const rows = checkRows(opened, texts, say);
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
    const opened = workspace();
    opened.failed(failures);
    expect([opened.selected?.key, opened.misses]).toEqual(['counterexample/0', true]);
    opened.failed([]);
    expect([opened.selected?.key, opened.misses]).toEqual(['check/with', false]);
  });

  test('which a Check made up are said in plain words', () => {
    const opened = workspace();
    const { kind, request, decision } = failures[0]!;
    opened.failed([{ kind, request, decision }]);
    expect(checkRows(opened, texts, say)[0]?.sentence).toContain(
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
