import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };

const documents = ['.', 'docs'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name)),
);

/** Names of the scripts that a text tells one to run. */
function scriptsIn(text: string): readonly string[] {
  return [...text.matchAll(/npm run ([\w-]+)/g)].map(([, name = '']) => name);
}

/** Paths of this repository that stand in backticks; `<name>` in one stands for anything, as `*` does. */
function pathsIn(text: string): readonly string[] {
  return [...text.matchAll(/`((?:src|tests|scripts|scenarios|docs)\/[^`\s]*)`/g)].map(([, path = '']) =>
    path.replaceAll(/<[^>]*>/g, '*'),
  );
}

/** Where the links of a text lead, inside the repository. */
function linksIn(text: string): readonly string[] {
  return [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)[^)]*\)/g)].map(([, path = '']) => path);
}

/** Whether a file or folder stands under a path in which `*` stands for anything but `/`. */
function matched(pattern: string): boolean {
  const [folder = ''] = pattern.split('/', 1);
  const parts = pattern.replace(/\/$/, '').split('*');
  const wanted = new RegExp(`^${parts.map((part) => part.replaceAll('.', '\\.')).join('[^/]+')}$`);
  return (
    existsSync(folder) &&
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).some((path) => wanted.test(join(folder, path)))
  );
}

/** Whether there is such a file or folder; each of the names in braces is looked for. */
function stands(path: string): boolean {
  const [, before = '', names = '', after = ''] = /^([^{]*)\{([^}]*)\}(.*)$/.exec(path) ?? [];
  if (names !== '') return names.split(',').every((name) => stands(`${before}${name}${after}`));
  return path.includes('*') ? matched(path) : existsSync(path);
}

describe.each(documents)('%s', (document) => {
  const text = readFileSync(document, 'utf8');

  test('tells one to run only what package.json can run', () => {
    expect(scriptsIn(text).filter((name) => !(name in packageJson.scripts))).toEqual([]);
  });

  test('names only files and folders that are there', () => {
    expect(pathsIn(text).filter((path) => !stands(path))).toEqual([]);
  });

  test('links to pages that are there', () => {
    expect(linksIn(text).filter((path) => !existsSync(join(dirname(document), path)))).toEqual([]);
  });
});

describe('what the test of the documents goes by', () => {
  test('commands, paths and links are found in prose, in code and in tables', () => {
    expect(scriptsIn('`npm run drt -- --count 3`, then\nnpm run no-such')).toEqual(['drt', 'no-such']);
    expect(pathsIn('| `src/iam` | `not/ours` and `tests/<family>.json`, src/bare |')).toEqual([
      'src/iam',
      'tests/*.json',
    ]);
    expect(linksIn('[one](docs/a.md#part), [two](https://example.com), ![three](b.png)')).toEqual([
      'docs/a.md',
      'b.png',
    ]);
  });

  test('a path that leads nowhere is told from one that leads somewhere, also behind a pattern', () => {
    expect(['src/iam/', 'src/ui/i18n/{en,es}/kinds.ts', 'docs/*.md'].filter((path) => !stands(path))).toEqual(
      [],
    );
    expect(['src/nowhere', 'src/ui/i18n/{en,xx}/kinds.ts', 'docs/*.txt'].filter(stands)).toEqual([]);
  });
});
