import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { en } from '../../src/ui/i18n/en/index.ts';
import { more as moreEnglish } from '../../src/ui/i18n/en/more.ts';
import { scenario as scenarioEnglish } from '../../src/ui/i18n/en/scenario.ts';
import { writing as writingEnglish } from '../../src/ui/i18n/en/writing.ts';
import { es } from '../../src/ui/i18n/es/index.ts';
import { more as moreSpanish } from '../../src/ui/i18n/es/more.ts';
import { scenario as scenarioSpanish } from '../../src/ui/i18n/es/scenario.ts';
import { writing as writingSpanish } from '../../src/ui/i18n/es/writing.ts';
import type { Message, Messages } from '../../src/ui/i18n/format/messages.ts';

const english: Messages = { ...en, ...moreEnglish, ...writingEnglish, ...scenarioEnglish };
const spanish: Messages = { ...es, ...moreSpanish, ...writingSpanish, ...scenarioSpanish };

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}
function places(message: Message | undefined): readonly string[] {
  const forms = message === undefined ? [] : typeof message === 'string' ? [message] : Object.values(message);
  return [...new Set((forms as string[]).flatMap((form) => form.match(/\{\w+\}/g) ?? []))].toSorted();
}

describe('the catalogues', () => {
  test('say the same things with the same places, in both languages', () => {
    expect(Object.keys(spanish).toSorted()).toEqual(Object.keys(english).toSorted());
    for (const key of Object.keys(english)) expect(places(spanish[key]), key).toEqual(places(english[key]));
  });

  test('hold no key that nothing says', () => {
    const sources = [...filesUnder('src'), ...filesUnder('scripts')]
      .filter((file) => /\.(ts|svelte)$/.test(file) && !file.includes('i18n/e'))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    const named = new Set(sources.match(/(?<=['"`])[a-z]+(?:\.[\w-]+)+(?=['"`])/g));
    // A key made from a code: whatever begins as the template does may be said.
    const prefixes = sources.match(/(?<=`)[a-z]+\.(?:[\w.]+\.)?(?=\$\{)/g) ?? [];
    const unused = Object.keys(english).filter(
      (key) => !named.has(key) && !prefixes.some((prefix) => key.startsWith(prefix)),
    );
    expect(unused).toEqual([]);
  });

  test('never belittle: no “just”, “simply” or “obviously”', () => {
    for (const [key, message] of Object.entries(english))
      expect(JSON.stringify(message), key).not.toMatch(/\b(?:just|simply|obviously)\b/i);
  });
});
