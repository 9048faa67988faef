import { expect, test } from 'vitest';
import { exampleValues } from '#proof';

test.each<[operator: string, named: readonly string[], examples: readonly string[]]>([
  ['IpAddress', ['203.0.113.0/24'], ['203.0.113.0', '192.0.2.200', '2001:db8::c8']],
  ['NumericLessThanIfExists', ['3600', 'soon'], ['3600', 'soon', '3599', '3601']],
  ['DateGreaterThan', ['2026-01-01'], ['2026-01-01', '2001-01-01T00:00:00Z', '2101-01-01T00:00:00Z']],
  ['ForAnyValue:StringLike', ['t*', '${*}'], ['tx417', '*', 'tx417x417']],
  ['StringEquals', ['${aws:username}'], ['ana', 'anax417']],
  ['StringEquals', [], []],
  ['BinaryEquals', ['QUJD'], ['QUJD']],
  ['Null', ['true'], ['true', 'false']],
])('values for %s %j', (operator, named, examples) => {
  expect(exampleValues(operator, named, { 'aws:username': ['ana'] })).toEqual(examples);
});
