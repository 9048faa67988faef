import { expect, test } from 'vitest';
import { parseJson, parsePolicy } from '#iam';
import { jsonOf } from '../../../src/panels/policy/parsed/json-of.ts';

test.each([
  '{"Version": "2012-10-17", "Statement": []}',
  '{"Nonsense": 1}',
  '[]',
  'null',
  '"text"',
  '{"a": 1, "a": 2}',
  '{"__proto__": 1}',
  '{"a": 1,}',
  "{'a': 1}",
  '{"a": "\\q"}',
  '{"a": "line\nend"}',
  '{"a": 1} more',
  '{"a" 1}',
  '{',
  '',
  '['.repeat(200) + ']'.repeat(200),
  ' '.repeat(400_000),
])('a policy read already tells %j from JSON as the reader of JSON does', (text) => {
  const whole = parseJson(text).issues.length === 0;
  const found = jsonOf(text, parsePolicy(text, 'identity'));
  expect(found !== undefined).toBe(whole);
  if (found !== undefined) expect(found.value).toEqual(JSON.parse(text));
});
