import { expect, test } from 'vitest';
import { remembering } from '../../../src/iam/text/remember.ts';

test('an answer is made once, until as many as are kept are forgotten together', () => {
  const made: string[] = [];
  const lengthOf = remembering((text) => {
    made.push(text);
    return text.length;
  }, 2);
  expect(['a', 'bb', 'a', 'bb'].map(lengthOf)).toEqual([1, 2, 1, 2]);
  expect(made).toEqual(['a', 'bb']);
  expect(['ccc', 'ccc', 'a', 'ccc'].map(lengthOf)).toEqual([3, 3, 1, 3]);
  expect(made).toEqual(['a', 'bb', 'ccc', 'a']);
});
