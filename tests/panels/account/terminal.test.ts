import { describe, expect, test } from 'vitest';
import {
  loadManagedPolicies,
  type LoadState,
} from '../../../src/panels/account/controller/managed-policies.ts';
import { completed, recalled, withChoice } from '../../../src/panels/account/terminal/completing.ts';
import { keyMeaning } from '../../../src/panels/account/terminal/key-meaning.ts';
import { callerName, callersOf, trailRows } from '../../../src/panels/account/trail/rows.ts';
import { paneAfter } from '../../../src/ui/kit/pane-keys.ts';
import { account, call, freshWorld } from '../../account/fresh-world.ts';

describe('a line that is completed', () => {
  const typed = { line: 'aws ia --x', caret: 6 };
  test('takes the only choice, and a space', () => {
    expect(completed(typed, { start: 4, choices: ['iam'] })).toEqual({ line: 'aws iam --x', caret: 8 });
  });
  test('takes the letters that all choices share, and no less than was typed', () => {
    expect(
      completed({ line: 'aws iam get-', caret: 12 }, { start: 8, choices: ['get-user', 'get-user-policy'] }),
    ).toEqual({ line: 'aws iam get-user', caret: 16 });
    expect(completed(typed, { start: 4, choices: ['iam', 'iaz'] })).toBe(typed);
  });
  test('takes the choice that was chosen', () => {
    expect(withChoice({ line: 'cat ', caret: 4 }, { start: 4, choices: [] }, 'a.json').line).toBe(
      'cat a.json ',
    );
  });
  test('earlier lines come back, then what was being typed', () => {
    expect([0, 1, 2, 3].map((places) => recalled(['a', 'b'], places, 'draft'))).toEqual([
      'draft',
      'b',
      'a',
      'draft',
    ]);
  });
});

describe('the API log', () => {
  const ana = `arn:aws:iam::${account}:user/ana`;
  const { world: peopled } = call(freshWorld(), 'iam:CreateUser', { UserName: 'ana' });
  const { world } = call(peopled, 'iam:ListUsers', {}, { as: ana, region: 'eu-west-1' });
  const all = { text: '', who: '', refusedOnly: false };
  const names = (filter: Partial<typeof all>): readonly string[] =>
    trailRows(world.log, { ...all, ...filter }).map(({ operation }) => operation);

  test('shows every call but the start, and filters by text, caller and result', () => {
    expect(names({})).toEqual(['CreateUser', 'ListUsers']);
    expect(names({ text: 'EU-WEST' })).toEqual(['ListUsers']);
    expect(names({ text: 'iam:create' })).toEqual(['CreateUser']);
    expect(names({ text: 'accessdenied' })).toEqual(['ListUsers']);
    expect(names({ who: ana })).toEqual(['ListUsers']);
    expect(names({ refusedOnly: true })).toEqual(['ListUsers']);
    expect(names({ text: 'nothing' })).toEqual([]);
  });
  test('names who called', () => {
    expect(callersOf(world.log)).toEqual([`arn:aws:iam::${account}:root`, ana]);
    expect(callerName(ana)).toBe('ana');
    expect(callerName(`arn:aws:iam::${account}:root`)).toBe('root');
    expect(callerName(`arn:aws:sts::${account}:assumed-role/ops/shift`)).toBe('ops/shift');
    expect(callerName('lambda.amazonaws.com')).toBe('lambda.amazonaws.com');
  });
});

test('F6 goes round the panes', () => {
  const key = (name: string, shiftKey = false) => ({ key: name, shiftKey });
  expect(paneAfter(key('F6'), 1, 3)).toBe(2);
  expect(paneAfter(key('F6'), 2, 3)).toBe(0);
  expect(paneAfter(key('F6', true), 0, 3)).toBe(2);
  expect(paneAfter(key('F6'), -1, 3)).toBe(0);
  expect(paneAfter(key('F5'), 1, 3)).toBeUndefined();
});

test('AWS’s managed policies come together; what does not come is told, and asked for again', async () => {
  let broken = true;
  const arns = Array.from({ length: 20 }, (_, at) => `arn:aws:iam::aws:policy/P${at}`);
  const library = {
    index: () =>
      Promise.resolve({
        value: {
          date: '',
          policiesDate: '',
          services: [],
          managedPolicies: arns.map((arn) => ({ arn, name: arn.slice(24), versionId: 'v1' })),
        },
      }),
    service: () => Promise.resolve({ problem: 'unknown' as const }),
    managedPolicy: (arn: string) =>
      Promise.resolve(
        broken && arn.endsWith('7')
          ? { problem: 'unavailable' as const }
          : { value: { arn, versionId: 'v1', document: {} } },
      ),
  };
  const told: LoadState[] = [];
  expect((await loadManagedPolicies(library, (loadState) => told.push(loadState))).size).toBe(18);
  expect(told.at(-1)).toEqual({ state: 'failed', done: 18, all: 20 });
  broken = false;
  expect((await loadManagedPolicies(library, (loadState) => told.push(loadState))).size).toBe(20);
  expect(told.at(-1)).toEqual({ state: 'ready', done: 20, all: 20 });
});

describe('a key in the line', () => {
  const line = { asked: false, open: false, selected: false, released: false };
  const key = (name: string, more: { ctrlKey?: true; shiftKey?: true; isComposing?: true } = {}) => ({
    key: name,
    ctrlKey: false,
    shiftKey: false,
    isComposing: false,
    ...more,
  });
  test('Enter runs, and goes on in the next line while a quote is open', () => {
    expect(keyMeaning(key('Enter'), line)).toBe('run');
    expect(keyMeaning(key('Enter'), { ...line, open: true })).toBeUndefined();
    expect(keyMeaning(key('Enter'), { ...line, open: true, asked: true })).toBe('run');
    expect(keyMeaning(key('Enter', { shiftKey: true }), line)).toBeUndefined();
    expect(keyMeaning(key('Enter', { isComposing: true }), line)).toBeUndefined();
  });
  test('Tab completes until Esc gives it back, and never with Shift or in an answer', () => {
    expect(keyMeaning(key('Tab'), line)).toBe('complete');
    expect(keyMeaning(key('Escape'), line)).toBe('release');
    expect(keyMeaning(key('Tab'), { ...line, released: true })).toBeUndefined();
    expect(keyMeaning(key('Tab', { shiftKey: true }), line)).toBeUndefined();
    expect(keyMeaning(key('Tab'), { ...line, asked: true })).toBeUndefined();
  });
  test('the rest is a shell’s', () => {
    expect(keyMeaning(key('ArrowUp'), line)).toBe('earlier');
    expect(keyMeaning(key('ArrowDown'), line)).toBe('later');
    expect(keyMeaning(key('l', { ctrlKey: true }), line)).toBe('clear');
    expect(keyMeaning(key('c', { ctrlKey: true }), line)).toBe('interrupt');
    expect(keyMeaning(key('c', { ctrlKey: true }), { ...line, selected: true })).toBeUndefined();
    expect(keyMeaning(key('a'), line)).toBeUndefined();
  });
});
