import { describe, expect, test } from 'vitest';
import { compileAction, matchesAction } from '../../../src/iam/pattern/action.ts';
import { matchesArn } from '../../../src/iam/pattern/arn-glob.ts';
import { compileResource, matchesResource, resourceSpans } from '../../../src/iam/pattern/resource.ts';
import { countGlobSteps, compileGlob, matchesWildcard } from '../../../src/iam/pattern/wildcard.ts';
import { contextMap } from '../../../src/iam/request/context.ts';
import { lowerCase } from '../../../src/iam/text/lower-case.ts';
import { wildcardCases, type WildcardCase } from './case-files.ts';

const noContext = contextMap({});

function matches({ as, pattern, value }: WildcardCase): boolean {
  switch (as) {
    case 'string':
      return matchesWildcard(pattern, value);
    case 'action':
      return matchesAction(compileAction(pattern), lowerCase(value));
    case 'arn':
      return matchesArn(pattern, value);
    case 'resource': {
      const resource = compileResource(pattern, { variables: true, pad: true });
      const answer = matchesResource(resource, value, noContext);
      expect(resourceSpans(resource, value, noContext) !== undefined).toBe(answer);
      return answer;
    }
  }
}

for (const { file, cases } of wildcardCases()) {
  describe(file, () => {
    test.each(cases)('$name', (given) => {
      expect(matches(given)).toBe(given.expect);
      if (given.as !== 'string') return;
      const maxSteps = 2 * given.value.length * given.pattern.length + given.value.length;
      expect(countGlobSteps(compileGlob(given.pattern), given.value)).toBeLessThanOrEqual(maxSteps);
    });
  });
}
