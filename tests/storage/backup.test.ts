import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BackupProblem, Progress } from '../../src/storage/index.ts';
import { isBackup, readBackup } from '../../src/storage/read-backup.ts';
import { attempt, browser, held, tab } from './fixture.ts';

const golden = JSON.stringify({
  format: 'deny-by-default-backup',
  formatVersion: 1,
  made: 1_000,
  attempts: [
    attempt('a', { solved: true, medals: ['works'] }),
    attempt('b', { scenarioId: 'other', when: 5 }),
  ],
  drafts: [{ scenarioId: '09-first-allow', key: 'ana', text: '{ }', when: 900 }],
});

async function take(progress: Progress, text: string): Promise<boolean> {
  const preview = await progress.preview(text);
  if ('code' in preview) throw new Error(preview.code);
  return progress.restore(preview);
}
function problem(text: string): BackupProblem | undefined {
  const read = readBackup(text);
  return isBackup(read) ? undefined : read;
}

describe('a backup', () => {
  test('brings everything back after all was erased, whatever it was', async () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      .filter((one) => !['__proto__', 'constructor', 'prototype'].includes(one));
    const record = fc.record({
      uuid: fc.uuid(),
      scenarioId: name,
      when: fc.nat(1e6),
      solved: fc.boolean(),
      hints: fc.nat(4),
      texts: fc.dictionary(name, fc.string({ unit: 'grapheme' })),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(record, { maxLength: 6 }),
        fc.array(fc.tuple(name, name, fc.string()), { maxLength: 4 }),
        async (attempts, drafts) => {
          const one = tab(browser());
          for (const each of attempts) await one.recordAttempt(attempt(each.uuid, each));
          for (const [scenario, key, text] of drafts) one.saveDraft(scenario, key, text);
          await one.flush();
          const before = await held(one);
          const missions = await one.missions();
          const text = await one.backup();
          expect(await one.erase()).toBe(true);
          expect(await held(one)).toEqual({ attempts: [], drafts: [] });
          expect(await take(one, text)).toBe(true);
          expect(await held(one)).toEqual(before);
          const order = (list: readonly { scenarioId: string }[]) =>
            list.toSorted((left, right) => (left.scenarioId < right.scenarioId ? -1 : 1));
          expect(order(await one.missions())).toEqual(order(missions));
          one.close();
        },
      ),
      { numRuns: 25 },
    );
  });

  test('taken twice is taken once, and the order of two makes no difference', async () => {
    const other = golden
      .replace('"uuid":"b"', '"uuid":"c"')
      .replace('"{ }","when":900', '"later","when":950');
    const results = await Promise.all(
      [
        [golden, other],
        [other, golden],
        [golden, golden, other, other],
      ].map(async (texts) => {
        const one = tab(browser());
        for (const text of texts) await take(one, text);
        const state = await held(one);
        one.close();
        return state;
      }),
    );
    expect(results[1]).toEqual(results[0]);
    expect(results[2]).toEqual(results[0]);
    expect(results[0]?.drafts[0]?.text).toBe('later');
  });

  test('says beforehand what it would add, and can be undone', async () => {
    const one = tab(browser());
    await one.recordAttempt(attempt('a', { solved: true, medals: ['works'] }));
    const before = await held(one);
    expect(await one.preview(golden)).toMatchObject({ newAttempts: 1, newDrafts: 1, missions: 2 });
    expect(await take(one, golden)).toBe(true);
    expect((await held(one)).attempts.length).toBe(2);
    expect(await one.undo()).toBe(true);
    expect(await held(one)).toEqual(before);
    one.close();
  });

  test('never takes the place of a text that was typed later', async () => {
    const one = tab(browser());
    one.saveDraft('09-first-allow', 'ana', 'mine');
    await one.flush();
    await take(one, golden);
    expect(await one.drafts('09-first-allow')).toEqual({ ana: 'mine' });
    one.close();
  });
});

describe('a file that is no backup', () => {
  test.each<[string, string, object]>([
    [
      'of a newer version is said to be newer',
      golden.replace('"formatVersion":1', '"formatVersion":2'),
      { code: 'newer', values: { version: 2 } },
    ],
    [
      'that is cut off is named with line and column',
      golden.slice(0, 60),
      { code: 'notJson', values: { line: 1, column: 61 } },
    ],
    ['that is something else', '{"hello": 1}', { code: 'notBackup' }],
    ['that is a list', '[]', { code: 'notBackup' }],
    ['that is empty', '', { code: 'notJson', values: { line: 1, column: 1 } }],
    [
      'with a key that poisons',
      golden.replace('"texts":{', '"texts":{"__proto__":"x",'),
      { code: 'forbiddenKey', values: { key: '__proto__' } },
    ],
    [
      'with a value out of range',
      golden.replace('"hints":0', '"hints":-1'),
      { code: 'wrongValue', values: { path: 'attempts.0.hints' } },
    ],
    [
      'with a key nobody knows',
      golden.replace('"hints":0', '"hints":0,"extra":1'),
      { code: 'wrongValue', values: { path: 'attempts.0.extra' } },
    ],
    ['nested too deep', '['.repeat(100_000), { code: 'tooDeep' }],
    ['of 10 MB', `"${'x'.repeat(10_000_000)}"`, { code: 'tooLarge', values: { size: 10 } }],
  ])('%s', (_, text, expected) => {
    expect(problem(text)).toMatchObject(expected);
  });

  test('with any one field left out or changed is refused, and nothing here changes', async () => {
    const one = tab(browser());
    await one.recordAttempt(attempt('z'));
    const before = await held(one);
    const value = JSON.parse(golden) as Record<string, unknown>;
    const rows = value['attempts'] as Record<string, unknown>[];
    const fields = [
      ...Object.keys(value).map((key) => [value, key] as const),
      ...Object.keys(rows[0]!).map((key) => [rows[0]!, key] as const),
    ];
    for (const [holder, key] of fields)
      for (const wrong of [undefined, null, { nested: true }]) {
        const right = holder[key];
        if (wrong === undefined) Reflect.deleteProperty(holder, key);
        else holder[key] = key === 'texts' || key === 'predictions' ? [wrong] : wrong;
        const preview = await one.preview(JSON.stringify(value));
        expect('code' in preview, `${key} as ${JSON.stringify(wrong)}`).toBe(true);
        holder[key] = right;
      }
    expect(await held(one)).toEqual(before);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    one.close();
  });

  test('never throws, whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.json(),
          fc.nat(golden.length).map((end) => golden.slice(0, end)),
        ),
        (text) => {
          const read = readBackup(text);
          expect(isBackup(read)).toBe(text === golden);
        },
      ),
    );
  });
});
