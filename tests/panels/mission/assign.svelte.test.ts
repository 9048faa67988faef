import { describe, expect, test } from 'vitest';
import { mechanismRows, needRows } from '../../../src/panels/mission/assign/need-rows.ts';
import { AssignWork } from '../../../src/panels/mission/assign/assign-work.svelte.ts';
import type { Scenario, ScenarioTexts, StepOf } from '../../../src/scenario/index.ts';

const step: StepOf<'assign'> = {
  kind: 'assign',
  needs: [
    { id: 'person', right: ['password'] },
    { id: 'program', right: ['role'] },
  ],
  mechanisms: ['password', 'role'],
};
const texts: ScenarioTexts = {
  title: 'Ways in',
  summary: 'One line.',
  brief: 'Choose.',
  hints: [],
  why: 'Because.',
  lists: {},
  entries: {
    Needs: { person: 'A person', program: 'A program' },
    Mechanisms: { password: '**Password**: for `signing in`', role: 'Only a name' },
    Reasons: {
      'person/password': 'A person signs in.',
      'person/role': 'Nobody is known yet.',
      'program/password': 'A program does not sign in.',
      'program/role': 'The service is known.',
    },
  },
};

/** A work on the step, with what it has kept last. */
function begin(kept?: string): { readonly work: AssignWork; readonly draft: () => string | undefined } {
  let draft = kept;
  const work = new AssignWork({
    scenario: {} as Scenario,
    step,
    drafts: kept === undefined ? {} : { '#pairs': kept },
    keep: (key, text) => {
      if (key === '#pairs') draft = text;
    },
  });
  return { work, draft: () => draft };
}
function wrongResult(work: AssignWork): void {
  work.choose('person', 'role');
  work.choose('program', 'role');
  work.graded({
    kind: 'assign',
    solved: false,
    exact: false,
    pairs: [
      { need: 'person', chosen: 'role', correct: false },
      { need: 'program', chosen: 'role', correct: true },
    ],
  });
}

describe('pairs as they are made', () => {
  test('what is chosen is the answer, is kept, and is there at the next visit', () => {
    const { work, draft } = begin();
    expect(work.missing).toBe(2);
    work.choose('person', 'password');
    work.choose('program', 'password');
    work.choose('program', undefined);
    expect([work.missing, work.answer]).toEqual([1, { kind: 'assign', pairs: { person: 'password' } }]);
    expect(begin(draft()).work.answer).toEqual(work.answer);
  });

  test.each([
    ['is no JSON', '{'],
    ['is no object', '7'],
    ['is null', 'null'],
    ['names what the step does not have', '{"person":"badge","cat":"role","program":7}'],
  ])('a draft that %s chooses nothing', (_name, draft) => {
    expect(begin(draft).work.pairs).toEqual({});
  });

  test('a reset clears all and can be undone until something else is chosen', () => {
    const { work, draft } = begin('{"person":"password","program":"role"}');
    expect([work.mayReset, work.mayBringBack]).toEqual([true, false]);
    work.reset();
    expect([work.pairs, draft(), work.mayReset, work.mayBringBack]).toEqual([{}, '{}', false, true]);
    work.bringBack();
    expect([work.pairs, work.mayBringBack]).toEqual([{ person: 'password', program: 'role' }, false]);
    work.reset();
    work.choose('person', 'role');
    expect(work.mayBringBack).toBe(false);
  });
});

describe('rows after a Check', () => {
  test('say whether the chosen pair is right, and the reason of that pair and of no other', () => {
    const { work } = begin();
    wrongResult(work);
    expect(needRows(work, texts)).toEqual([
      {
        id: 'person',
        sentence: 'A person',
        chosen: 'role',
        result: { correct: false, reason: 'Nobody is known yet.' },
      },
      {
        id: 'program',
        sentence: 'A program',
        chosen: 'role',
        result: { correct: true, reason: 'The service is known.' },
      },
    ]);
  });

  test('a result stands only as long as the pair it is about', () => {
    const { work } = begin();
    wrongResult(work);
    work.choose('person', 'password');
    expect(needRows(work, texts).map(({ result }) => result?.correct)).toEqual([undefined, true]);
    work.choose('person', 'role');
    expect(needRows(work, texts).map(({ result }) => result?.correct)).toEqual([false, true]);
  });

  test('a mechanism’s entry is its name and what it is; without a name in bold it is all name', () => {
    expect(mechanismRows(begin().work, texts)).toEqual([
      { id: 'password', name: 'Password', meaning: 'for `signing in`' },
      { id: 'role', name: 'Only a name', meaning: '' },
    ]);
  });
});
