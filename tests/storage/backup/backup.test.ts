import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonValue } from '../../../src/storage/json-value.ts';
import type { Progress } from '../../../src/storage/index.ts';
import { isBackup, readBackup } from '../../../src/storage/read-backup.ts';
import { attempt, attemptOfVersion1, browser, held, tab } from '../fixture.ts';
import { golden } from './golden.ts';

const [golden1, golden2] = [golden(1), golden(2)];

async function take(progress: Progress, text: string): Promise<boolean> {
  const preview = await progress.preview(text);
  if ('code' in preview) throw new Error(preview.code);
  return progress.restore(preview);
}
describe('a backup', () => {
  test('brings everything back after all was erased, whatever it was', async () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      .filter((one) => !['__proto__', 'constructor', 'prototype'].includes(one));
    // A zero below zero is written as zero.
    const json = fc
      .json({ depthSize: 'small' })
      .map((text) => JSON.parse(text.replace(/-0(?![.\d])/g, '0')) as JsonValue)
      .filter((value) => !/"(?:__proto__|constructor|prototype)":/.test(JSON.stringify(value)));
    const record = fc.record({
      uuid: fc.uuid(),
      scenarioId: name,
      when: fc.nat(1e6),
      solved: fc.boolean(),
      hints: fc.nat(4),
      answers: fc.array(json, { maxLength: 3 }),
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
    const later = golden1.replace('"{ }"', '"later"').replace('"when": 900', '"when": 950');
    const results = await Promise.all(
      [
        [golden2, later],
        [later, golden2],
        [golden2, golden2, later, later],
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

  test.each([1, 2] as const)('of version %i is restored row by row as it was', async (version) => {
    const one = tab(browser());
    expect(await take(one, golden(version))).toBe(true);
    one.close();
    const file = JSON.parse(golden(version)) as { attempts: { uuid: string }[]; drafts: unknown[] };
    const { attempts, drafts } = await held(one);
    const byName = (rows: readonly { uuid: string }[]) =>
      rows.toSorted((left, right) => (left.uuid < right.uuid ? -1 : 1));
    expect(byName(attempts)).toEqual(byName(file.attempts));
    expect(drafts).toEqual(file.drafts);
  });

  test('is written in the format of today, also of attempts of version 1', async () => {
    const one = tab(browser());
    await take(one, golden1);
    const text = await one.backup();
    expect(JSON.parse(text)).toMatchObject({ formatVersion: 2, attempts: [{ uuid: 'b' }, { uuid: 'a' }] });
    const other = tab(browser());
    expect(await take(other, text)).toBe(true);
    expect(await held(other)).toEqual(await held(one));
    for (const each of [one, other]) each.close();
  });

  test('says beforehand what it would add, and can be undone', async () => {
    const one = tab(browser());
    await one.recordAttempt(attemptOfVersion1('a', { solved: true, medals: ['works'] }));
    const before = await held(one);
    expect(await one.preview(golden1)).toMatchObject({ newAttempts: 1, newDrafts: 1, missions: 2 });
    expect(await take(one, golden1)).toBe(true);
    expect((await held(one)).attempts.length).toBe(2);
    expect(await one.undo()).toBe(true);
    expect(await held(one)).toEqual(before);
    one.close();
  });

  test('never takes the place of a text that was typed later', async () => {
    const one = tab(browser());
    one.saveDraft('09-first-allow', 'ana', 'mine');
    await one.flush();
    await take(one, golden1);
    expect(await one.drafts('09-first-allow')).toEqual({ ana: 'mine' });
    one.close();
  });
});

describe('a file that is no backup', () => {
  test.each([1, 2] as const)(
    'of version %i with any one field left out or changed is refused',
    async (version) => {
      const one = tab(browser());
      await one.recordAttempt(attempt('z'));
      const before = await held(one);
      const value = JSON.parse(golden(version)) as Record<string, unknown>;
      const rows = value['attempts'] as Record<string, unknown>[];
      const fields = [
        ...Object.keys(value).map((key) => [value, key] as const),
        ...Object.keys(rows[0]!).map((key) => [rows[0]!, key] as const),
      ];
      for (const [holder, key] of fields)
        for (const wrong of [undefined, null, { nested: true }]) {
          const right = holder[key];
          if (wrong === undefined) Reflect.deleteProperty(holder, key);
          else holder[key] = ['texts', 'predictions'].includes(key) ? [wrong] : wrong;
          const preview = await one.preview(JSON.stringify(value));
          expect('code' in preview, `${key} as ${JSON.stringify(wrong)}`).toBe(true);
          holder[key] = right;
        }
      expect(await held(one)).toEqual(before);
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
      one.close();
    },
  );

  test('never throws, whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.json(),
          fc.nat(golden2.length).map((end) => golden2.slice(0, end)),
        ),
        (text) => {
          const read = readBackup(text);
          expect(isBackup(read)).toBe(text === golden2);
        },
      ),
    );
  });
});
