import { describe, expect, test } from 'vitest';
import { auditScenario, grade, readScenario, readTexts, solutionOf } from '../../src/scenario/index.ts';
import type { AuditReference, Scenario } from '../../src/scenario/index.ts';

interface Need {
  readonly id: string;
  readonly right: readonly string[];
}
const needs: readonly Need[] = [
  { id: 'person', right: ['password'] },
  { id: 'program', right: ['role', 'key'] },
];
const mechanisms = ['password', 'key', 'role'];

/** A mission of one step with these needs and mechanisms, as its file would be read. */
function read(step: object): ReturnType<typeof readScenario> {
  const file = {
    id: '90-ways-in',
    version: 1,
    act: 0,
    number: 90,
    minutes: 5,
    concepts: ['credentials'],
    requires: [],
    examTags: [],
    seedLines: [],
    world: { accounts: [{ id: '111122223333', name: 'Puerto Labs' }] },
    steps: [{ kind: 'assign', needs, mechanisms, ...step }],
    hints: 1,
  };
  return readScenario(JSON.stringify(file), 'scenario.json');
}
function mission(step: object = {}): Scenario {
  const found = read(step);
  if (!('scenario' in found)) throw new Error(JSON.stringify(found.issues));
  return found.scenario;
}
const reference: AuditReference = { actionsFor: () => [], managed: new Map() };
function check(scenario: Scenario, pairs: Readonly<Record<string, string>>) {
  return grade(scenario, { answers: [{ kind: 'assign', pairs }] }, { actions: [], managed: new Map() });
}

describe('a mission of pairs', () => {
  test.each<[string, Readonly<Record<string, string>>, readonly boolean[]]>([
    ['one right mechanism for each need solves it', { person: 'password', program: 'role' }, [true, true]],
    ['another right mechanism does too', { person: 'password', program: 'key' }, [true, true]],
    ['a wrong mechanism is wrong for its need alone', { person: 'key', program: 'key' }, [false, true]],
    ['a need without a mechanism is not met', { person: 'password' }, [true, false]],
    ['a mechanism that nobody offered meets no need', { person: 'badge', program: 'role' }, [false, true]],
    [
      'a need that nobody has changes nothing',
      { person: 'password', program: 'role', cat: 'key' },
      [true, true],
    ],
    ['no pair at all meets nothing', {}, [false, false]],
  ])('%s', (_name, pairs, correct) => {
    const { solved, medals, steps } = check(mission(), pairs);
    expect(solved).toBe(correct.every(Boolean));
    expect(medals).toEqual(solved ? ['works'] : []);
    expect(steps).toEqual([
      {
        kind: 'assign',
        solved,
        exact: solved,
        pairs: needs.map(({ id }, index) => ({
          need: id,
          ...(pairs[id] !== undefined && { chosen: pairs[id] }),
          correct: correct[index],
        })),
      },
    ]);
  });

  test('its solution solves it', () => {
    const scenario = mission();
    const attempt = solutionOf(scenario, new Map());
    expect(grade(scenario, attempt, { actions: [], managed: new Map() }).solved).toBe(true);
  });
});

describe('a file of pairs', () => {
  test.each<[string, object, string, string]>([
    ['names a mechanism twice', { mechanisms: [...mechanisms, 'key'] }, 'duplicateId', 'key'],
    ['names a need twice', { needs: [...needs, needs[0]] }, 'duplicateId', 'person'],
    [
      'calls a mechanism right twice',
      { needs: [{ id: 'person', right: ['key', 'key'] }] },
      'duplicateId',
      'key',
    ],
    [
      'calls a mechanism right that is not offered',
      { needs: [{ id: 'person', right: ['badge'] }] },
      'unknownReference',
      'badge',
    ],
  ])('that %s is refused, and says which', (_name, step, code, id) => {
    expect(read(step).issues).toMatchObject([{ code, values: { id } }]);
  });

  test.each<[string, object]>([
    ['has a need without a right mechanism', { needs: [{ id: 'person', right: [] }] }],
    ['offers one mechanism', { mechanisms: ['password'], needs: [{ id: 'person', right: ['password'] }] }],
    ['has no need', { needs: [] }],
    ['says more than pairs need', { hint: 'key' }],
  ])('that %s is refused', (_name, step) => {
    expect(read(step).issues.length).toBeGreaterThan(0);
  });
});

describe('the audit of pairs', () => {
  test.each<[string, object, readonly string[]]>([
    [
      'a need that every mechanism meets',
      {
        mechanisms: ['role', 'key'],
        needs: [
          { id: 'a', right: ['key'] },
          { id: 'b', right: ['role', 'key'] },
        ],
      },
      ['needAlwaysMet b'],
    ],
    [
      'a mechanism that is right for nothing',
      {
        needs: [
          { id: 'a', right: ['key'] },
          { id: 'b', right: ['role'] },
        ],
      },
      ['mechanismNeverRight password'],
    ],
    [
      'two mechanisms that no need decides between',
      {
        needs: [
          { id: 'a', right: ['password'] },
          { id: 'b', right: ['key', 'role'] },
        ],
      },
      ['mechanismsAlike key'],
    ],
    [
      'nothing where each need can be got wrong and each mechanism is right somewhere',
      { needs: [...needs, { id: 'both', right: ['key'] }] },
      [],
    ],
  ])('finds %s', (_name, step, found) => {
    const [audit] = auditScenario(mission(step), reference);
    expect(audit?.issues.map(({ code, values }) => `${code} ${values['id'] ?? ''}`)).toEqual(found);
  });

  test('counts needs, mechanisms and reasons', () => {
    const [audit] = auditScenario(mission(), reference);
    expect(audit?.figures).toEqual({ needs: 2, mechanisms: 3, reasons: 6 });
  });
});

test('the texts of pairs have a reason for every pair, right or wrong, and for no other', () => {
  const reasons = needs.flatMap(({ id }) => mechanisms.map((mechanism) => `${id}/${mechanism}`));
  const markdown = (pairs: readonly string[]) =>
    [
      '# Ways in\nOne line.\n## Brief\nChoose.\n## Hints\n1. Look.\n## Why\nBecause.',
      '## Needs\n- `person`: A person.\n- `program`: A program.',
      `## Mechanisms\n${mechanisms.map((id) => `- \`${id}\`: **${id}**: what it is.`).join('\n')}`,
      `## Reasons\n${pairs.map((pair) => `- \`${pair}\`: So it is.`).join('\n')}`,
    ].join('\n');
  const read = (pairs: readonly string[]) =>
    readTexts(markdown(pairs), mission(), 'en.md').issues.map(
      ({ code, values }) => `${code} ${values['id'] ?? ''}`,
    );
  expect(read(reasons)).toEqual([]);
  expect(read(reasons.slice(1))).toEqual([`missingText ${reasons[0] ?? ''}`]);
  expect(read([...reasons, 'person/badge'])).toEqual(['unknownText person/badge']);
});
