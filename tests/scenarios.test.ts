import { describe, expect, test } from 'vitest';
import { auditScenario, catalogueIssues, sameStructure } from '#scenario';
import { readFolder, scenarioFolders } from '../scripts/scenario-files.ts';
import { auditReference } from './graded.ts';

const shipped = scenarioFolders('scenarios').map(readFolder);

describe('the shipped scenarios', () => {
  test('are those of the curriculum that are written, and build on each other without a circle', () => {
    const scenarios = shipped.flatMap(({ scenario }) => (scenario === undefined ? [] : [scenario]));
    expect(scenarios.map(({ number }) => number).toSorted((left, right) => left - right)).toEqual([
      1, 2, 4, 5, 6, 7, 8, 9, 10, 12, 15, 21, 23, 25, 28, 36, 37, 43, 45,
    ]);
    expect(catalogueIssues(scenarios)).toEqual([]);
    for (const { folder, scenario } of shipped) expect(folder.endsWith(scenario?.id ?? '?')).toBe(true);
  });

  test.each(shipped.map((files) => [files.folder, files] as const))(
    '%s is whole in both languages, and proves what it must',
    (_, { scenario, texts, issues }) => {
      expect(issues).toEqual([]);
      expect(sameStructure(texts!.en, texts!.es)).toBe(true);
      for (const [index, { issues: found, figures }] of auditScenario(scenario!, auditReference).entries()) {
        expect(found).toEqual([]);
        if (!('policy' in scenario!.steps[index]!)) continue;
        const { mutants, rejected, equivalent, undecided } = figures;
        expect(mutants).toBeGreaterThan(0);
        expect([undecided, equivalent, rejected]).toEqual([0, 0, mutants]);
      }
    },
  );
});
