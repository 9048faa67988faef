import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { panels, rooms } from '../rooms.js';

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}

const sources = filesUnder('src').filter((file) => /\.(ts|svelte)$/.test(file));

describe('the house', () => {
  test('every folder of src is a room of the table, and the table has no circle', () => {
    const table: Readonly<Record<string, readonly string[]>> = rooms;
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
});
