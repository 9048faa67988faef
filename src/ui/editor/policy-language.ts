import type * as Monaco from 'monaco-editor/editor';

export const policyLanguage = 'iam-policy';

/** JSON as IAM writes it: elements and condition keys, policy variables and wildcards have colours of their own. */
const tokens: Monaco.languages.IMonarchLanguage = {
  defaultToken: '',
  tokenPostfix: '',
  tokenizer: {
    root: [
      [
        /"(?:Version|Id|Statement|Sid|Effect|(?:Not)?(?:Principal|Action|Resource)|Condition)"(?=\s*:)/,
        'element',
      ],
      [/"(?:[^"\\]|\\.)*"(?=\s*:)/, 'key'],
      [/"Allow"/, 'allow'],
      [/"Deny"/, 'deny'],
      [/"/, 'string', '@text'],
      [/[{}[\],:]/, 'delimiter'],
      [/-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/, 'number'],
      [/\b(?:true|false|null)\b/, 'number'],
    ],
    text: [
      [/\$\{[^}"]*\}/, 'variable'],
      [/[*?]/, 'wildcard'],
      [/\\./, 'string'],
      [/"/, 'string', '@pop'],
      [/[^"\\*?$]+/, 'string'],
      [/\$/, 'string'],
    ],
  },
};

/** Teaches Monaco the language, once; false where it knows it. */
export function registerPolicyLanguage({ languages }: typeof Monaco): boolean {
  if (languages.getLanguages().some(({ id }) => id === policyLanguage)) return false;
  languages.register({ id: policyLanguage });
  languages.setMonarchTokensProvider(policyLanguage, tokens);
  languages.setLanguageConfiguration(policyLanguage, {
    brackets: [
      ['{', '}'],
      ['[', ']'],
    ],
    autoClosingPairs: [
      { open: '{', close: '}', notIn: ['string'] },
      { open: '[', close: ']', notIn: ['string'] },
      { open: '"', close: '"', notIn: ['string'] },
    ],
    indentationRules: { increaseIndentPattern: /[{[]\s*$/, decreaseIndentPattern: /^\s*[}\]]/ },
  });
  return true;
}
