import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkPolicy, parseJson, type JsonValue } from '#iam';
import { nodeOf, valueOf } from '../../../src/iam/json/node.ts';
import { texts } from './json-texts.ts';

describe('a JSON text', () => {
  test.each(texts)('%j is read as %s', (text, value, issues) => {
    const parsed = parseJson(text);
    expect(parsed.node === undefined ? undefined : JSON.stringify(valueOf(parsed.node))).toBe(value);
    expect('node' in parsed).toBe(value !== undefined);
    expect(
      parsed.issues.map(({ code, path, range, values }) => [code, path, range?.start, range?.end, values]),
    ).toEqual(issues.map(([code, path, start, end, values = {}]) => [code, path, start, end, values]));
    expect(parsed.issues.every(({ severity }) => severity === 'error')).toBe(true);
  });

  test('a list or an object that breaks off anywhere is not taken', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), fc.nat(), (json, length) => {
        const text = `[${json}]`;
        const issues = parseJson(text.slice(0, length % text.length)).issues;
        expect(issues.length).toBeGreaterThan(0);
        for (const { range } of issues) expect(range!.end).toBeLessThanOrEqual(text.length + 1);
      }),
      { numRuns: 2000 },
    );
  });

  test('counts a line that begins the text', () => {
    expect(parseJson('\n[x]').issues[0]?.range).toMatchObject({ startLine: 2, startColumn: 2 });
  });

  test('may be nested 32 deep, and what is deeper is told of once', () => {
    const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
    expect(parseJson(nested(32)).issues).toEqual([]);
    expect(parseJson(nested(33)).issues).toMatchObject([
      { code: 'TOO_DEEP', path: '/0'.repeat(32), range: { start: 32, end: 33 }, values: { limit: 32 } },
    ]);
    const members = `${'{"a":'.repeat(33)}1${'}'.repeat(33)}`;
    expect(parseJson(members).issues.map(({ code }) => code)).toEqual(['TOO_DEEP']);
    expect(nodeOf(JSON.parse(nested(32)) as JsonValue)).toBeDefined();
    expect(nodeOf(JSON.parse(nested(33)) as JsonValue)).toBeUndefined();
    expect(parseJson(`${'['.repeat(32)}1, "a", true${']'.repeat(32)}`).issues).toEqual([]);
    expect(nodeOf(JSON.parse(members) as JsonValue)).toBeUndefined();
    expect(nodeOf(JSON.parse(members.slice(5, -1)) as JsonValue)).toBeDefined();
    expect(checkPolicy(JSON.parse(members) as JsonValue, 'identity')).toEqual([
      { code: 'TOO_DEEP', severity: 'error', path: '', values: { limit: 32 } },
    ]);
  });

  test('may be 131,072 characters long', () => {
    const quoted = (length: number) => `"${'a'.repeat(length - 2)}"`;
    expect(parseJson(quoted(131_072)).issues).toEqual([]);
    const { node, issues } = parseJson(quoted(131_073));
    expect(node).toBeUndefined();
    expect(issues).toMatchObject([
      {
        code: 'TEXT_TOO_LONG',
        severity: 'error',
        path: '',
        range: { start: 0, end: 0, startLine: 1 },
        values: { length: 131_073, limit: 131_072 },
      },
    ]);
  });
});
