import { expect, test } from 'vitest';
import { arnFormatParts } from '../../../src/iam/reference/arn-format.ts';

const written = (format: string): readonly string[] =>
  arnFormatParts(format).flatMap(({ kind, text, slashes }) =>
    text === '' ? [] : [`${kind} ${text}${slashes ? ' with slashes' : ''}`],
  );

test('the last name of an object, or of a name with a path, may hold slashes; no other name does', () => {
  expect(written('arn:${Partition}:s3:::${BucketName}/${ObjectName}')).toEqual([
    ...['text arn:', 'name Partition', 'text :s3:::', 'name BucketName', 'text /'],
    'name ObjectName with slashes',
  ]);
  expect(written('${ObjectName}/x')).toEqual(['name ObjectName', 'text /x']);
  expect(written('${BucketName}')).toEqual(['name BucketName']);
});

test('a `*` stands for any text', () => {
  expect(written('arn:*')).toEqual(['text arn:', 'any *']);
});
