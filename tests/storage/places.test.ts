import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { localPlaces } from '../../src/storage/places.ts';

function codeOf(file: string): string {
  return readFileSync(`src/${file}`, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$|<!--[\s\S]*?-->/gm, '');
}
/** The code without its comments, which speak of places too. */
const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(?:ts|svelte)$/.test(file))
  .map((file) => ({ file, text: codeOf(file) }));
function naming(pattern: RegExp): readonly string[] {
  return files.flatMap(({ file, text }) => (pattern.test(text) ? [file] : []));
}

test('nothing is kept but in the database and in localStorage, and there in the places that are listed', () => {
  expect(naming(/\b(?:sessionStorage|document\.cookie|navigator\.storage\.getDirectory|caches\.)/)).toEqual(
    [],
  );
  expect(naming(/\bindexedDB\b/).filter((file) => !file.startsWith('storage'))).toEqual([]);
  const keeping = naming(/\blocalStorage\b/);
  expect(keeping.map((file) => basename(file)).sort()).toEqual([
    'kept.ts',
    'preferences.ts',
    'progress.ts',
    'security-key.ts',
  ]);
  const keys = keeping.flatMap((file) => {
    const text = codeOf(file);
    const whole = [...text.matchAll(/'(deny-by-default\.[\w-]+)'/g)].map(([, key]) => key);
    const names = /type Preference = ([^;]+);/.exec(text)?.[1] ?? '';
    return [...whole, ...[...names.matchAll(/'(\w+)'/g)].map(([, name]) => `deny-by-default.${name}`)];
  });
  expect([...keys, 'deny-by-default.ledger'].sort()).toEqual(Object.keys(localPlaces).sort());
});
