import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { panels, rooms } from '../rooms.js';
import { codeUnder, folderCircles, importsIn, importsOf } from './house.ts';

const table: Readonly<Record<string, readonly string[]>> = rooms;
const sources = codeUnder('src');

/** Rooms entered by more than `#room`: the rest of each specifier that is a door. */
const doors: Readonly<Record<string, RegExp>> = {
  iam: /^(?:\/(?:lint|language|reference))?$/,
  // Whether anything is kept is asked before the rest of the storage is loaded.
  storage: /^(?:\/kept)?$/,
  panels: /^\/./,
  screens: /^\/./,
  ui: /^\/./,
};

/** Whether `#room…` is a door of its room. */
function isDoor(specifier: string): boolean {
  const [room = '', ...rest] = specifier.slice(1).split('/');
  return (doors[room] ?? /^$/).test(['', ...rest].join('/'));
}

/** The folder of a screen that a file belongs to. */
const screenOf = (file: string): string | undefined => /^src\/screens\/([^/]+)\//.exec(file)?.[1];

/** The rooms of a table in Markdown: `src/room` in the first column, what it may import in the last. */
function roomRows(markdown: string): ReadonlyMap<string, readonly string[]> {
  const rows = [...markdown.matchAll(/^\| `src\/(\w+)` *\|.*\| ([^|]+?) *\|$/gm)];
  return new Map(
    rows.map(([, room = '', may = '']) => [
      room,
      may === 'all'
        ? Object.keys(table).filter((other) => other !== room)
        : [...may.matchAll(/`(\w+)`/g)].map(([, other = '']) => other),
    ]),
  );
}

describe('the house', () => {
  test('every folder of src is a room of the table, and the table has no circle', () => {
    for (const folder of readdirSync('src')) expect(Object.keys(table)).toContain(folder);
    for (const [room, below] of Object.entries(table)) {
      for (const other of below) {
        expect(table[other], `${room} → ${other}`).toBeDefined();
        expect(table[other]).not.toContain(room);
      }
    }
  });

  test('every group of panels is in the table of groups, and no panel stands outside of them', () => {
    expect(readdirSync('src/panels').toSorted()).toEqual([...panels].toSorted());
  });

  test('the whole page has at most 12 effects, each with a comment that names the outside thing it touches', () => {
    const places = sources.flatMap((file) => {
      const lines = readFileSync(file, 'utf8').split('\n');
      return lines.flatMap((line, index) =>
        /\$effect\b(?!\.tracking)/.test(line) && !line.trim().startsWith('//') && !line.trim().startsWith('*')
          ? [
              {
                place: `${file}:${index + 1}`,
                commented: lines
                  .slice(Math.max(0, index - 4), index + 1)
                  .join(' ')
                  .includes('//'),
              },
            ]
          : [],
      );
    });
    expect(places.length, places.map(({ place }) => place).join(', ')).toBeLessThanOrEqual(12);
    expect(places.filter(({ commented }) => !commented)).toEqual([]);
  });

  test('nothing renders HTML from text, and no checker is silenced', () => {
    for (const file of sources) {
      const text = readFileSync(file, 'utf8');
      expect(text.includes('{@html'), file).toBe(false);
      // Names the marks to look for; it silences nothing.
      expect(/eslint-disable|@ts-ignore|@ts-expect-error|svelte-ignore/.test(text), file).toBe(false);
    }
  });

  test('no folder leads back to itself by what its files import, at any depth', () => {
    expect(folderCircles(importsOf('src'))).toEqual([]);
  });

  test('no screen imports what is in the folder of another', () => {
    const between = importsOf('src').filter(({ from, to }) => {
      const [one, other] = [screenOf(from), screenOf(to)];
      return one !== undefined && other !== undefined && one !== other;
    });
    expect(between.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  test('a room is entered by its doors', () => {
    const around = importsOf('src', 'scripts', 'tests').filter(
      ({ specifier }) => specifier.startsWith('#') && !isDoor(specifier),
    );
    expect(around.map(({ from, specifier }) => `${from} → ${specifier}`)).toEqual([]);
  });

  test('the table of docs/architecture.md says of every room that is built what rooms.js says', () => {
    const built = (others: readonly string[]): readonly string[] =>
      others.filter((room) => existsSync(`src/${room}`)).toSorted();
    const written = roomRows(readFileSync('docs/architecture.md', 'utf8'));
    expect([...written.keys()].toSorted()).toEqual(expect.arrayContaining([...built(Object.keys(table))]));
    for (const [room, may] of written) expect(built(may), room).toEqual(built(table[room] ?? ['no room']));
  });
});

describe('what the tests of the house go by', () => {
  const circles = (...imports: readonly (readonly [string, string])[]) =>
    folderCircles(imports.map(([from, to]) => ({ from, to }))).map(({ folders }) => folders);

  test('a circle between folders is found at every depth, through files that know nothing of each other', () => {
    expect(circles(['a/one/x.ts', 'a/two/y.ts'], ['a/two/z.ts', 'a/one/w.ts'])).toEqual([['a/one', 'a/two']]);
    expect(circles(['a/b/one/x.ts', 'a/c/y.ts'], ['a/c/y.ts', 'a/d/z.ts'], ['a/d/q.ts', 'a/b/w.ts'])).toEqual(
      [['a/b', 'a/c', 'a/d']],
    );
    // A file of the folder above imports one below, which imports one above.
    expect(circles(['a/x.ts', 'a/b/y.ts'], ['a/b/z.ts', 'a/w.ts'])).toEqual([['a/*', 'a/b']]);
  });

  test('none is found where all arrows lead one way, nor between files of one folder', () => {
    expect(circles(['a/x.ts', 'a/y.ts'], ['a/y.ts', 'a/x.ts'])).toEqual([]);
    expect(circles(['a/b/x.ts', 'a/c/y.ts'], ['a/c/y.ts', 'a/d/z.ts'], ['a/b/x.ts', 'a/d/z.ts'])).toEqual([]);
  });

  test('every form of import is read, in markup too, and the names of rooms lead to their folders', () => {
    const text = `
      import { a } from './a.ts';
      import type { B } from '../b/b.ts';
      import './c.css';
      import address from './worker.ts?worker&url';
      export { d } from '#iam';
      import Button from '#ui/kit/Button.svelte';
      import { z } from 'elsewhere';
      {#await import('./Late.svelte')}`;
    expect(importsIn('src/app/App.svelte', text).map(({ to }) => to)).toEqual([
      'src/app/a.ts',
      'src/b/b.ts',
      'src/app/c.css',
      'src/app/worker.ts',
      'src/iam/index.ts',
      'src/ui/kit/Button.svelte',
      'src/app/Late.svelte',
    ]);
  });

  test('a door is told from what is behind it', () => {
    const specifiers = [
      '#iam',
      '#iam/lint',
      '#account',
      '#ui/kit/Text.svelte',
      '#panels/mission/Step.svelte',
    ];
    expect(specifiers.filter((one) => !isDoor(one))).toEqual([]);
    const around = [
      '#iam/policy/json.ts',
      '#iam/lint/view.ts',
      '#account/state/world.ts',
      '#proof/search.ts',
    ];
    expect(around.filter(isDoor)).toEqual([]);
  });

  test('a row of the table is read as it is written', () => {
    const rows = roomRows(
      '| `src/proof` | what | `iam`, `ui` |\n| `src/app` | the page | all |\n| `x/` | no | – |',
    );
    expect(rows.get('proof')).toEqual(['iam', 'ui']);
    expect(rows.get('app')).toContain('screens');
    expect(rows.size).toBe(2);
  });
});
