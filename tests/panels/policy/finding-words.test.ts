import { expect, test } from 'vitest';
import { lintText } from '#iam/lint';
import { findingRows } from '#panels/policy/issues/finding-row.ts';
import { issues as englishIssues } from '#ui/i18n/en/issues.ts';
import { lint as englishLint } from '#ui/i18n/en/lint.ts';
import { issues as spanishIssues } from '#ui/i18n/es/issues.ts';
import { lint as spanishLint } from '#ui/i18n/es/lint.ts';
import { fill, type Messages } from '#ui/i18n/format/messages.ts';
import { allReference } from '../../../scripts/lint-reference.ts';
import { lintCases, policyOf } from '../../iam/lint/case-files.ts';

const languages: readonly (readonly [string, Messages])[] = [
  ['en', { ...englishIssues, ...englishLint }],
  ['es', { ...spanishIssues, ...spanishLint }],
];

/** A place that no value filled, or a key without words; a policy variable is neither. */
const unsaid = /(?<!\$)\{\w+\}|\b(?:lint|issues)\.[A-Z]/;

test.each(languages)('in %s every finding of every case says all that it knows', (language, words) => {
  const say = (key: string, values = {}): string => {
    const message = words[key];
    return message === undefined ? key : fill(message, values, language);
  };
  let said = 0;
  for (const { raises } of lintCases)
    for (const one of raises) {
      const { text, type } = policyOf(one);
      const rows = findingRows([], lintText(text, type, allReference), true, say);
      for (const { message, why = '', fix } of rows) {
        for (const sentence of [message, why, fix?.title ?? '']) expect(sentence).not.toMatch(unsaid);
        said += 1;
      }
    }
  expect(said).toBeGreaterThan(400);
});
