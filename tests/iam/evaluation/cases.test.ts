import { describe, expect, test } from 'vitest';
import { authorizer } from '#iam';
import { decisionCases } from '../pattern/case-files.ts';

/** The decision cases of tests/cases, as `npm run conformance` runs them, for coverage and mutation. */
for (const { file, cases } of decisionCases())
  describe(file, () => {
    test.each(cases)('$name', ({ request, contextComplete = false, policies, expect: wanted, decidedBy }) => {
      const prepared = authorizer(policies);
      const asked = { ...request, contextComplete };
      const evaluation = prepared.evaluate(asked);
      expect(prepared.decide(asked)).toBe(evaluation.decision);
      if (wanted === 'denied') expect(evaluation.decision).toMatch(/Deny$/);
      else expect(evaluation.decision).toBe(wanted === 'invalid' ? 'cannotEvaluate' : wanted);
      if (decidedBy !== undefined) expect(evaluation.decidedBy).toBe(decidedBy);
      expect(
        evaluation.gates.flatMap(({ statements }) => statements).every(({ elements }) => elements.length > 0),
      ).toBe(true);
    });
  });
