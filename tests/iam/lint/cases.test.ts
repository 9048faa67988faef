import { describe, expect, test } from 'vitest';
import { lint, lintText, noReference, type Finding, type Fix } from '#iam/lint';
import type { JsonValue } from '#iam';
import { checks } from '../../../src/iam/lint/checks.ts';
import { lintCases, policyOf, type LintCase } from './case-files.ts';
import { allReference } from '../../../scripts/lint-reference.ts';

function findingsOf(check: string, one: LintCase): readonly Finding[] {
  const { text, type } = policyOf(one);
  return lintText(text, type, allReference).filter((finding) => finding.check === check);
}

function applied(text: string, { edits }: Fix): string {
  return edits
    .toSorted((one, other) => other.range.start - one.range.start)
    .reduce(
      (changed, { range, text: put }) => changed.slice(0, range.start) + put + changed.slice(range.end),
      text,
    );
}

function named(findings: readonly Finding[], severity: Finding['severity']): readonly string[] {
  return [...new Set(findings.filter((one) => one.severity === severity).map(({ check }) => check))];
}

for (const { check, raises, silent } of lintCases)
  describe(check, () => {
    test.each(raises)('is raised by $#', (one) => {
      const found = findingsOf(check, one);
      expect(found).not.toEqual([]);
      if (one.at !== undefined) expect(found.map(({ path }) => path)).toEqual(one.at);
      if (one.values !== undefined) expect(found[0]?.values).toEqual(one.values);
      for (const { range } of found) expect(range).toBeDefined();
    });

    test.each(silent)('is not raised by $#', (one) => {
      expect(findingsOf(check, one)).toEqual([]);
    });

    test.each(raises)('its fix mends $#', (one) => {
      const { text, type } = policyOf(one);
      const before = lintText(text, type, allReference);
      const own = before.filter((finding) => finding.check === check);
      if (one.fixed !== undefined) expect(own[0]?.fix === undefined).toBe(one.fixed === null);
      own.forEach(({ fix }, place) => {
        if (fix === undefined) return;
        const mended = applied(text, fix);
        const document = JSON.parse(mended) as unknown;
        if (place === 0 && one.fixed !== undefined) expect(document).toEqual(one.fixed);
        const after = lintText(mended, type, allReference);
        expect(after.filter((finding) => finding.check === check).length).toBeLessThan(own.length);
        expect(named(before, 'error')).toEqual(expect.arrayContaining([...named(after, 'error')]));
      });
    });

    test('is found in the plain value as in the text, without places', () => {
      for (const one of [...raises, ...silent]) {
        const { text, type } = policyOf(one);
        let document: JsonValue;
        try {
          document = JSON.parse(text) as JsonValue;
        } catch {
          continue;
        }
        const names = (findings: readonly Finding[]): readonly string[] =>
          findings.map((finding) => `${finding.check} ${finding.path}`).toSorted();
        const plain = lint(document, type, allReference);
        expect(names(plain)).toEqual(
          names(lintText(text, type, allReference).filter(({ issue }) => issue !== 'DUPLICATE_KEY')),
        );
        for (const { range, fix } of plain) expect([range, fix]).toEqual([undefined, undefined]);
        expect(lint(document, type, noReference).length).toBeLessThanOrEqual(plain.length);
      }
    });
  });

describe('the table of checks', () => {
  const names = [...new Set(checks.map(({ check }) => check))];

  test('every check has two documents that raise it and two that do not, and no case is of another', () => {
    const enough = lintCases.filter(({ raises, silent }) => raises.length >= 2 && silent.length >= 2);
    expect(enough.map(({ check }) => check).toSorted()).toEqual(names.toSorted());
  });

  test('a check with two rows is as grave in both', () => {
    for (const name of names)
      expect(new Set(checks.filter(({ check }) => check === name).map(({ severity }) => severity)).size).toBe(
        1,
      );
  });

  test('there are at least 110', () => {
    expect(names.length).toBeGreaterThanOrEqual(110);
  });
});
