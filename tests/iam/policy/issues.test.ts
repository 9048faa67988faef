import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { checkPolicy, type JsonValue } from '#iam';
import { policyTypes } from '../../../src/iam/policy/document.ts';

const issue = v.tuple([
  v.picklist(['error', 'warning']),
  v.string(),
  v.string(),
  v.record(v.string(), v.union([v.string(), v.number()])),
]);
const file = v.strictObject({
  source: v.string(),
  groups: v.array(
    v.strictObject({
      name: v.string(),
      cases: v.array(
        v.strictObject({
          type: v.picklist(policyTypes),
          document: v.custom<JsonValue>((document) => document !== undefined),
          issues: v.array(issue),
        }),
      ),
    }),
  ),
});

/** Documents with all that is wrong with them: severity, code, JSON pointer, values; nothing more and nothing less. */
const { groups } = v.parse(file, JSON.parse(readFileSync('tests/iam/policy/issues.json', 'utf8')));

for (const { name, cases } of groups)
  describe(name, () => {
    test.each(cases)('a policy of type $type: $document', ({ type, document, issues }) => {
      expect(checkPolicy(document, type)).toEqual(
        issues.map(([severity, code, path, values]) => ({ severity, code, path, values })),
      );
    });
  });
