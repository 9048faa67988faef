import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { settings as english } from '../../../src/ui/i18n/en/settings.ts';
import { settings as spanish } from '../../../src/ui/i18n/es/settings.ts';
import { fill } from '../../../src/ui/i18n/format/messages.ts';
import { isBackup, readBackup, type BackupProblem } from '../../../src/storage/read-backup.ts';
import { placeOfPath } from '../../../src/storage/json-place.ts';
import { attempt, browser, held, tab } from '../fixture.ts';
import { golden } from './golden.ts';

const caseSchema = v.strictObject({
  name: v.string(),
  /** The whole file, or what is changed in a good one. */
  text: v.optional(v.string()),
  version: v.optional(v.picklist([1, 2])),
  replace: v.optional(v.tuple([v.string(), v.string()])),
  /** Characters in the place of `LONG`. */
  long: v.optional(v.number()),
  /** Characters that are left. */
  cut: v.optional(v.number()),
  code: v.string(),
  values: v.optional(v.record(v.string(), v.union([v.string(), v.number()]))),
});
const file = readFileSync(new URL('cases.json', import.meta.url), 'utf8');
const cases = v.parse(v.array(caseSchema), JSON.parse(file));

function fileOf({ name, text, version, replace, long, cut }: (typeof cases)[number]): string {
  if (text !== undefined) return text;
  const good = golden(version ?? 2);
  const [from, to] = replace ?? ['', ''];
  if (!good.includes(from)) throw new Error(`${name}: the good file holds no ${from}`);
  return good.replace(from, () => to.replace('LONG', 'x'.repeat(long ?? 0))).slice(0, cut);
}
/** What the settings say of it, in both languages. */
function sentences({ code, values }: BackupProblem): readonly string[] {
  return [['en', english] as const, ['es', spanish] as const].map(([language, words]) =>
    fill(words[`settings.problem.${code}`], { file: 'a.json', ...values }, language),
  );
}

describe('a file that is no backup', () => {
  test.each(cases.map((one) => [one.name, one] as const))('%s', async (_, one) => {
    const text = fileOf(one);
    const problem = readBackup(text);
    if (isBackup(problem)) throw new Error('it was read');
    expect(problem).toMatchObject({ code: one.code, values: one.values ?? {} });
    for (const sentence of sentences(problem)) {
      expect(sentence).not.toMatch(/\{\w+\}|undefined/);
      expect(sentence).toContain('a.json');
      for (const value of Object.values(one.values ?? {})) expect(sentence).toContain(String(value));
    }
    const here = tab(browser());
    await here.recordAttempt(attempt('z'));
    const before = await held(here);
    expect(await here.preview(text)).toEqual(problem);
    expect(await held(here)).toEqual(before);
    here.close();
  });
});

test.each([
  [
    'of 40 MB is too large',
    `"${'x'.repeat(40 * 1024 * 1024)}"`,
    { code: 'tooLarge', values: { size: 41, limit: 32 } },
  ],
  ['that opens 100,000 lists is too deep', '['.repeat(100_000), { code: 'tooDeep', values: { limit: 32 } }],
])('a file %s', (_, text, problem) => {
  expect(readBackup(text)).toMatchObject(problem);
});

test('the place that is named is the place of the value, of every value there is', () => {
  const text = golden(2);
  const paths: (readonly (string | number)[])[] = [];
  function collect(value: unknown, path: readonly (string | number)[]): void {
    paths.push(path);
    if (Array.isArray(value)) value.forEach((one, index) => collect(one, [...path, index]));
    else if (typeof value === 'object' && value !== null)
      for (const [key, one] of Object.entries(value)) collect(one, [...path, key]);
  }
  collect(JSON.parse(text), []);
  expect(paths.length).toBe(40);
  for (const path of paths) {
    const { line, column } = placeOfPath(text, path);
    const rest = text
      .split('\n')
      .slice(line - 1)
      .join('\n')
      .slice(column - 1);
    const value: unknown = path.reduce<unknown>(
      (at, step) => (at as Record<string | number, unknown>)[step],
      JSON.parse(text),
    );
    const printed = JSON.stringify(value, null, 1).split('\n')[0] ?? '';
    expect(rest.startsWith(printed), path.join('.')).toBe(true);
  }
});
