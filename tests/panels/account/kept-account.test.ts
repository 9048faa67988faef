import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedParts, joinedParts } from '../../../src/panels/account/kept/parts.ts';
import { readBeside, readAccount } from '../../../src/panels/account/kept/saved-account.ts';

describe('a long text in parts', () => {
  test('is the same text again, whatever was kept before', () => {
    const lengths = fc.integer({ min: 0, max: 350_000 });
    fc.assert(
      fc.property(fc.array(lengths, { minLength: 1, maxLength: 4 }), (sizes) => {
        let kept: Record<string, string> = {};
        for (const [at, size] of sizes.entries()) {
          const text = String(at).repeat(size);
          kept = { ...kept, ...changedParts('world', text, kept) };
          expect(joinedParts('world', kept)).toBe(text === '' ? undefined : text);
          expect(changedParts('world', text, kept)).toEqual({});
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('what is kept beside a world', () => {
  test('is read as far as it fits, whatever it is', () => {
    expect(readBeside(undefined)).toEqual({});
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        expect(() => readBeside(text)).not.toThrow();
        expect(readAccount(text)).toHaveProperty('problem');
      }),
    );
    const text = JSON.stringify({
      format: 'deny-by-default sandbox',
      version: 1,
      offset: 'late',
      region: 'eu-west-1',
      env: { A: '1', B: 2 },
      profiles: { dev: { region: 'x' }, broken: 'x' },
      assumed: { dev: { accessKeyId: 'a' } },
      history: ['ls', 4],
    });
    expect(readBeside(text)).toEqual({
      region: 'eu-west-1',
      known: {},
      env: { A: '1' },
      profiles: { dev: { region: 'x' } },
      files: {},
      assumed: {},
      history: ['ls'],
    });
  });
});
