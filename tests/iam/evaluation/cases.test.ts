import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { authorizer, type AccessRequest, type PolicySet } from '#iam';

/** The decision cases of tests/cases, as `npm run conformance` runs them, for coverage and mutation. */
interface DecisionCase {
  readonly name: string;
  readonly request: AccessRequest;
  readonly contextComplete?: boolean;
  readonly policies: PolicySet;
  readonly expect: string;
  readonly decidedBy?: string;
}

const folder = join(import.meta.dirname, '../../cases');
for (const part of ['decisions', 'regress'])
  for (const file of readdirSync(join(folder, part))) {
    const { kind, cases } = JSON.parse(readFileSync(join(folder, part, file), 'utf8')) as {
      readonly kind: string;
      readonly cases: readonly DecisionCase[];
    };
    if (kind !== 'decisions') continue;
    describe(file, () => {
      test.each(cases)(
        '$name',
        ({ request, contextComplete = false, policies, expect: wanted, decidedBy }) => {
          const prepared = authorizer(policies);
          const asked = { ...request, contextComplete };
          const evaluation = prepared.evaluate(asked);
          expect(prepared.decide(asked)).toBe(evaluation.decision);
          if (wanted === 'denied') expect(evaluation.decision).toMatch(/Deny$/);
          else expect(evaluation.decision).toBe(wanted === 'invalid' ? 'cannotEvaluate' : wanted);
          if (decidedBy !== undefined) expect(evaluation.decidedBy).toBe(decidedBy);
          expect(
            evaluation.gates
              .flatMap(({ statements }) => statements)
              .every(({ elements }) => elements.length > 0),
          ).toBe(true);
        },
      );
    });
  }
