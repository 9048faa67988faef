import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  catalogueEntry,
  catalogueIssues,
  entryOf,
  entryStates,
  nextEntry,
  readScenario,
  readTexts,
  sameStructure,
  type CatalogueEntry,
  type Scenario,
} from '#scenario';
import { markdown, scenario, texts, writeStep } from './fixture.ts';

const text = JSON.stringify(scenario);
function changed(change: (copy: Record<string, unknown>) => void): string {
  const copy = JSON.parse(text) as Record<string, unknown>;
  change(copy);
  return JSON.stringify(copy);
}
/** The step that writes a policy. */
function stepOf(copy: Record<string, unknown>): unknown {
  return (copy['steps'] as readonly unknown[])[1];
}
function policyOf(copy: Record<string, unknown>): object {
  return (copy['world'] as { readonly policies: readonly [object] }).policies[0];
}
function issue(file: string) {
  return readScenario(file, 'scenario.json').issues[0];
}

describe('a scenario file', () => {
  test('that is whole is read as it stands', () => {
    expect(readScenario(text, 'scenario.json')).toEqual({ scenario, issues: [] });
  });

  test.each<[string, string, object]>([
    [
      'an unknown key is named with its place',
      changed((copy) => Object.assign(stepOf(copy) as object, { wanted: 1 })),
      { code: 'unknownKey', where: 'scenario.json: steps.1.wanted', values: { key: 'wanted' } },
    ],
    [
      'a missing key is named',
      changed((copy) => delete copy['world']),
      { code: 'missingKey', values: { key: 'world' } },
    ],
    [
      'a value of the wrong kind is named',
      changed((copy) => (copy['act'] = 'one')),
      { code: 'wrongValue', where: 'scenario.json: act' },
    ],
    [
      'broken JSON has a line and a column',
      `${text.slice(0, 40)}\n`,
      { code: 'notJson', values: { line: 2 } },
    ],
    ['a key that stands twice is not read over', `{"id":"a","id":"b"}`, { code: 'notJson' }],
    [
      'a step of no known kind is refused',
      changed((copy) => Object.assign(stepOf(copy) as object, { kind: 'guess' })),
      { code: 'wrongValue', where: 'scenario.json: steps.1.kind' },
    ],
    [
      'a step without a kind is refused',
      changed((copy) => (copy['steps'] = [null])),
      { code: 'wrongValue', where: 'scenario.json: steps.0' },
    ],
    [
      'a policy with a document and lines is refused',
      changed((copy) => Object.assign(policyOf(copy), { lines: ['{}'] })),
      { code: 'wrongValue', where: 'scenario.json: world.policies.0' },
    ],
    [
      'a scenario without steps is refused',
      changed((copy) => (copy['steps'] = [])),
      { code: 'wrongValue', where: 'scenario.json: steps' },
    ],
    ['an empty file is refused', '', { code: 'notJson', values: { line: 1, column: 1 } }],
    ['a poisoned key is refused', text.replace('"version"', '"__proto__":{"polluted":1},"version"'), {}],
    [
      'a policy that does not exist is named',
      changed((copy) => Object.assign(stepOf(copy) as object, { policy: 'nobody' })),
      { code: 'unknownReference', values: { id: 'nobody' } },
    ],
    [
      'a request that stands twice is named',
      changed((copy) => (copy['requests'] as unknown[]).push((copy['requests'] as unknown[])[0])),
      { code: 'duplicateId', values: { id: 'read' } },
    ],
  ])('%s', (_, file, expected) => {
    expect(issue(file)).toMatchObject(expected);
    expect('scenario' in readScenario(file, 'scenario.json')).toBe(false);
  });

  test('is never taken, and never throws, whatever bytes it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (bytes) => {
        expect(readScenario(bytes, 'x').issues.length).toBeGreaterThan(0);
      }),
    );
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('of 10 MB is refused by its size', () => {
    expect(issue(`"${'x'.repeat(10_000_000)}"`)).toMatchObject({ code: 'notJson' });
  });

  test('nested 100,000 deep is refused without running out of stack', () => {
    expect(issue('['.repeat(100_000))).toMatchObject({ code: 'notJson' });
  });
});

describe('the texts of a scenario', () => {
  test('are read under their headings', () => {
    expect(readTexts(markdown, scenario, 'en.md')).toEqual({ texts, issues: [] });
    expect(readTexts(markdown.replaceAll('\n', '\r\n'), scenario, 'en.md')).toEqual({ texts, issues: [] });
  });

  test.each<[string, string, string]>([
    ['missingHeading', '## Why', '## Whynot'],
    ['unknownHeading', '## Why', '## Porqué'],
    ['missingText', '- `delete`: Ana deletes `cat.jpg`\n', ''],
    ['unknownText', '- `delete`:', '- `erase`:'],
    ['hintCount', '1. An ARN', 'An ARN'],
    ['missingText', '# Read the media', '#'],
    ['missingText', 'One line.', ''],
    ['missingText', 'Ana reads.', ''],
    ['missingText', 'Because.', ''],
    ['unknownText', '- `delete`: Ana', '- Ana'],
  ])('%s is said with its file', (code, from, to) => {
    const { issues } = readTexts(markdown.replace(from, to), scenario, 'en.md');
    expect(issues.map((one) => one.code)).toContain(code);
    for (const { where } of issues) expect(where).toContain('en.md');
  });

  test('want a section twice or one that no step wants: neither is taken', () => {
    const codes = (more: string) =>
      readTexts(`${markdown}\n${more}`, scenario, 'en.md').issues.map(({ code, values }) => [code, values]);
    expect(codes('## Brief\nAgain.')).toEqual([['unknownHeading', { heading: 'Brief' }]]);
    expect(codes('## Goals\n- `a`: A.')).toEqual([['unknownHeading', { heading: 'Goals' }]]);
  });

  test('of a section that needs no entry may leave it out', () => {
    const none: Scenario = { ...scenario, requests: [], steps: [{ ...writeStep, traps: [] }] };
    const without = markdown.replace(/## Requests[^#]*/, '').replace(/## Traps[^#]*/, '');
    const read = readTexts(without, none, 'en.md');
    expect(read.issues).toEqual([]);
    expect('texts' in read && read.texts.entries).toEqual({ Traps: {} });
  });

  test('of two steps under one heading stand together, in the order of the steps', () => {
    const steps = [writeStep, { ...writeStep, traps: [{ id: 'other', failure: 'excess' as const }] }];
    const both: Scenario = { ...scenario, steps };
    const one = markdown.replace('- `thought-allowed`: Nothing', '- `other`: Nothing');
    const read = readTexts(one, both, 'en.md');
    expect(read.issues).toEqual([]);
    expect('texts' in read && Object.keys(read.texts.entries['Traps'] ?? {})).toEqual([
      'bucket-arn',
      'neighbour',
      'other',
    ]);
    expect(readTexts(markdown, both, 'en.md').issues).toEqual([
      { code: 'unknownText', where: 'en.md: Traps', values: { id: 'thought-allowed' } },
      { code: 'missingText', where: 'en.md: Traps', values: { id: 'other' } },
    ]);
  });

  test('answer for an entry by its heading and id, and for none with nothing', () => {
    expect(entryOf(texts, 'Requests', 'read')).toBe('Ana reads `cat.jpg`');
    expect(entryOf(texts, 'Goals', 'read')).toBeUndefined();
    expect(entryOf(texts, 'Requests', undefined)).toBeUndefined();
  });

  test('of two languages have the same parts, or it is seen', () => {
    expect(sameStructure(texts, { ...texts, title: 'Otro', why: 'Porque sí.' })).toBe(true);
    expect(sameStructure(texts, { ...texts, lists: { ...texts.lists, 'Must be denied': [] } })).toBe(false);
    expect(sameStructure(texts, { ...texts, hints: [] })).toBe(false);
    expect(sameStructure(texts, { ...texts, entries: { ...texts.entries, Traps: {} } })).toBe(false);
    expect(sameStructure(texts, { ...texts, why: '```\ncode\n```' })).toBe(false);
  });
});

describe('the catalogue', () => {
  function entry(id: string, number: number, ...requires: string[]): CatalogueEntry {
    const title = { en: id, es: id };
    const none = { minutes: 1, summary: title, kinds: ['predict' as const] };
    return { ...none, id, number, act: 0, requires, title };
  }
  const entries = [entry('a', 1), entry('b', 2, 'a'), entry('c', 3, 'b')];

  test('locks what builds on an unsolved mission, and opens it when that is solved', () => {
    const states = (solved: string[], started: string[] = []) =>
      Object.fromEntries(entryStates(entries, solved, started));
    expect(states([])).toEqual({ a: 'open', b: 'locked', c: 'locked' });
    expect(states(['a'], ['c'])).toEqual({ a: 'solved', b: 'open', c: 'started' });
  });

  test('goes on with what was begun, else with the first that is open', () => {
    const next = (solved: string[], started: string[], current?: string) =>
      nextEntry(entries, entryStates(entries, solved, started), current)?.id;
    expect(next([], [])).toBe('a');
    expect(next(['a'], ['c'])).toBe('c');
    expect(next(['a'], [], 'a')).toBe('b');
    expect(next(['a', 'b', 'c'], [])).toBeUndefined();
  });

  test('shows of a scenario what can be known without opening it', () => {
    expect(catalogueEntry(scenario, { en: texts, es: { ...texts, title: 'Leer' } })).toEqual({
      ...{ id: '90-read-media', act: 1, number: 90, minutes: 5, requires: [] },
      kinds: ['predict', 'write'],
      title: { en: 'Read the media', es: 'Leer' },
      summary: { en: 'One line.', es: 'One line.' },
    });
  });

  test('finds no circle in what builds on one thing by two ways', () => {
    const shape = [entry('a', 1), entry('b', 2, 'a'), entry('c', 3, 'a'), entry('d', 4, 'b', 'c')];
    expect(catalogueIssues(shape)).toEqual([]);
  });

  test('refuses an unknown prerequisite, a circle and an id that stands twice', () => {
    const codes = (...some: CatalogueEntry[]) => catalogueIssues(some).map(({ code }) => code);
    expect(codes(...entries)).toEqual([]);
    expect(codes(entry('a', 1, 'z'))).toEqual(['unknownReference']);
    expect(codes(entry('a', 1, 'b'), entry('b', 2, 'a'))).toEqual(['cycle', 'cycle']);
    expect(codes(entry('a', 1), entry('a', 2))).toEqual(['duplicateId']);
  });
});
