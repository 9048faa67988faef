import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { lintText, type Finding } from '#iam/lint';
import { parsePolicy } from '#iam';
import { allReference } from '../../../scripts/lint-reference.ts';
import { sourcePolicies } from '../../../scripts/reference-data.ts';

const file = v.strictObject({
  source: v.string(),
  exceptions: v.array(v.strictObject({ check: v.string(), reason: v.string(), of: v.array(v.string()) })),
});
/** Errors that AWS's own policies have: by check, what each is about. */
const { exceptions } = v.parse(
  file,
  JSON.parse(readFileSync('tests/iam/lint/managed-exceptions.json', 'utf8')),
);

/** What an error is about: its service, key or text, or the policy where it is about the whole. */
function subject(name: string, { check, values: { service, key, text } }: Finding): string {
  if (check === 'INVALID_SERVICE_IN_ACTION') return String(service);
  if (check === 'UNSUPPORTED_ACTION_FOR_CONDITION_KEY') return `${key} ${text}`;
  return String(key ?? text ?? name);
}

test('AWS’s own policies are parsed without an error, and lint finds none but those listed with their reason', () => {
  const policies = Object.entries(sourcePolicies());
  const start = performance.now();
  const found = new Set<string>();
  for (const [name, { versions, latestVersionId }] of policies) {
    const text = JSON.stringify(versions[latestVersionId]?.document);
    const { issues } = parsePolicy(text, 'identity');
    for (const { code } of issues.filter(({ severity }) => severity === 'error'))
      expect(`${name} ${code}`).toBe('AWSSupportServiceRolePolicy TEXT_TOO_LONG');
    for (const finding of lintText(text, 'identity', allReference))
      if (finding.severity === 'error') found.add(`${finding.check} ${subject(name, finding)}`);
  }
  console.log(`${policies.length} managed policies: ${Math.round(performance.now() - start)} ms`);
  expect(policies.length).toBeGreaterThan(1_500);
  const listed = exceptions.flatMap(({ check, of }) => of.map((one) => `${check} ${one}`));
  expect([...found].toSorted()).toEqual(listed.toSorted());
});
