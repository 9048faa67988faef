import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { policyTypes, type PolicyType } from '#iam';
import { caretAt } from '../../../src/iam/language/caret.ts';
import { completionsAt } from '../../../src/iam/language/completion.ts';
import { hoverAt } from '../../../src/iam/language/hover.ts';
import { languageReference, type LanguageReference } from '../../../src/iam/language/language-reference.ts';
import { signatureAt } from '../../../src/iam/language/signature.ts';
import { referenceLibrary } from '../../../src/iam/reference/library.ts';
import { referenceText } from '../../../scripts/reference-data.ts';

/** Cases are data: `‸` is the caret. */
const texts = v.array(v.string());
const file = v.strictObject({
  completions: v.array(
    v.strictObject({
      name: v.string(),
      type: v.optional(v.picklist(policyTypes), 'identity'),
      text: v.string(),
      /** All that is offered, in this order. */
      exactly: v.optional(texts),
      /** These among others. */
      offers: v.optional(texts, []),
      not: v.optional(texts, []),
      /** The first of all. */
      first: v.optional(v.string()),
      /** The text after the first suggestion (or the one named) is taken, `‸` being the caret. */
      then: v.optional(v.string()),
      takes: v.optional(v.string()),
      details: v.optional(v.record(v.string(), v.any())),
    }),
  ),
  signatures: v.array(
    v.strictObject({
      name: v.string(),
      type: v.optional(v.picklist(policyTypes), 'identity'),
      text: v.string(),
      signature: v.optional(v.record(v.string(), v.any())),
    }),
  ),
  hovers: v.array(
    v.strictObject({
      name: v.string(),
      type: v.optional(v.picklist(policyTypes), 'identity'),
      text: v.string(),
      card: v.optional(v.record(v.string(), v.any())),
    }),
  ),
});
const { completions, hovers, signatures } = v.parse(
  file,
  JSON.parse(readFileSync(join(import.meta.dirname, 'cases.json'), 'utf8')),
);
const library = referenceLibrary((name) => {
  const text = referenceText(name);
  return text === undefined ? Promise.reject(new Error(name)) : Promise.resolve(text);
});
const world = {
  resources: ['arn:aws:s3:::puerto-media', 'arn:aws:sqs:us-east-1:111122223333:orders'],
  principals: ['arn:aws:iam::111122223333:user/ana', 'arn:aws:iam::111122223333:saml-provider/puerto-ad'],
};
const nothing: LanguageReference = {
  services: [],
  resources: [],
  principals: [],
  account: '111122223333',
  service: () => undefined,
};

function split(marked: string): { readonly text: string; readonly offset: number } {
  const offset = marked.indexOf('‸');
  expect(offset).toBeGreaterThanOrEqual(0);
  return { text: marked.replace('‸', ''), offset };
}

describe('what is offered', () => {
  it.each(completions)(
    '$name',
    async ({ type, text: marked, exactly, offers, not, first, then, takes, details }) => {
      const { text, offset } = split(marked);
      const known = await languageReference(library, text, world);
      const { start, end, suggestions } = completionsAt(text, offset, type, known);
      const offered = suggestions.map((one) => one.label ?? one.text);
      if (exactly !== undefined) expect(offered).toEqual(exactly);
      if (first !== undefined) expect(offered[0]).toBe(first);
      for (const one of offers) expect(offered).toContain(one);
      for (const one of not) expect(offered).not.toContain(one);
      const taken = suggestions.find((one) => one.text === takes) ?? suggestions[0];
      if (details !== undefined) expect(taken).toMatchObject(details);
      if (then === undefined) return;
      const { insert = '', caret = 0 } = taken ?? {};
      expect(
        `${text.slice(0, start)}${insert.slice(0, caret)}‸${insert.slice(caret)}${text.slice(end)}`,
      ).toBe(then);
    },
  );
});

describe('what is said of a word', () => {
  it.each(hovers)('$name', async ({ type, text: marked, card }) => {
    const { text, offset } = split(marked);
    const found = hoverAt(text, offset, type, await languageReference(library, text, world));
    if (card === undefined) expect(found).toBeUndefined();
    else expect(found?.card).toMatchObject(card);
  });
});

describe('the parts of a condition', () => {
  it.each(signatures)('$name', async ({ type, text: marked, signature }) => {
    const { text, offset } = split(marked);
    const found = signatureAt(text, offset, type, await languageReference(library, text, world));
    if (signature === undefined) expect(found).toBeUndefined();
    else expect(found).toMatchObject(signature);
  });
});

describe('any text', () => {
  const piece = fc.constantFrom(
    ...[
      '{',
      '}',
      '[',
      ']',
      ':',
      ',',
      '"',
      '"Statement"',
      '"Action"',
      '"s3:Get',
      '\n',
      ' ',
      '\\',
      '${',
      '"Condition"',
    ],
    ...['"StringLike"', '"Principal"', 'null', '12', '"Effect"', '"Resource"'],
  );
  it('is answered, within its bounds', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }),
        fc.nat(60),
        fc.constantFrom<PolicyType>(...policyTypes),
        (pieces, at, type) => {
          const text = pieces.join('');
          const offset = Math.min(at, text.length);
          const { start, end } = completionsAt(text, offset, type, nothing);
          hoverAt(text, offset, type, nothing);
          signatureAt(text, offset, type, nothing);
          const caret = caretAt(text, offset);
          return start <= offset && end <= text.length && (caret === undefined || caret.start <= offset);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

it('offers from the document alone where nothing is at hand', async () => {
  const none = referenceLibrary(() => Promise.reject(new Error('offline')));
  const text = '{"Statement":{"Action":"';
  const known = await languageReference(none, text, { resources: [], principals: [] });
  expect(completionsAt(text, text.length, 'identity', known).suggestions.map((one) => one.text)).toEqual([
    '*',
  ]);
});
