import { describe, expect, test } from 'vitest';
import { readAddress } from '../../src/app/address.ts';

const paths = [
  { name: 'home', path: '', rest: 'may' },
  { name: 'mission', path: 'missions', rest: 'needed' },
  { name: 'explain', path: 'explain', rest: 'may' },
  { name: 'settings', path: 'settings', rest: 'none' },
] as const;

describe('an address', () => {
  test.each([
    ['', 'home', undefined],
    ['#', 'home', undefined],
    ['#/', 'home', undefined],
    ['#/missions/puerto', 'mission', 'puerto'],
    ['#missions/puerto/more', 'mission', 'puerto'],
    ['#/explain', 'explain', undefined],
    ['#/explain/', 'explain', undefined],
    ['#/explain/eyJy', 'explain', 'eyJy'],
    ['#/settings', 'settings', undefined],
  ])('%s is %s with %s', (hash, name, rest) => {
    expect(readAddress(hash, paths)).toEqual({ name, rest });
  });

  test.each(['#/missions', '#/missions/', '#/settings/', '#/settings/more', '#/nowhere'])(
    '%s is none of ours',
    (hash) => {
      expect(readAddress(hash, paths)).toBeUndefined();
    },
  );
});
