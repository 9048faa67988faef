import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lint, lintReference, lintText, noReference } from '#iam/lint';
import { parsePolicy, policyTypes, type JsonValue } from '#iam';
import { checks } from '../../../src/iam/lint/checks.ts';
import { referenceLibrary } from '../../../src/iam/reference/library.ts';
import { nearest } from '../../../src/iam/lint/nearest.ts';
import { lint as lintWords } from '#ui/i18n/en/lint.ts';
import { more as en } from '#ui/i18n/en/more.ts';
import { fill, type Messages } from '#ui/i18n/format/messages.ts';
import { loadReference } from '../../../scripts/reference-data.ts';
import { lintCases, policyOf } from './case-files.ts';
import { allReference } from '../../../scripts/lint-reference.ts';

describe('a document that came from a text', () => {
  test('is found the same in, at the same places and with the same fixes', () => {
    for (const { raises } of lintCases)
      for (const one of raises) {
        const { text, type } = policyOf(one);
        const { document } = parsePolicy(text, type);
        if (document === undefined) continue;
        expect(lint(document, type, allReference)).toEqual(lintText(text, type, allReference));
      }
  });

  test('that was given ranges alone has findings with places', () => {
    const { document } = parsePolicy(
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}',
      'identity',
    );
    const symbol = Object.getOwnPropertySymbols(document)[0]!;
    const ranges = (document as unknown as Record<symbol, { ranges: unknown }>)[symbol]!.ranges;
    const found = lint({ ...document, [symbol]: { ranges } }, 'identity', noReference);
    expect(found.every(({ range }) => range !== undefined)).toBe(true);
  });
});

describe('any input', () => {
  const keys = [
    ...['Version', 'Statement', 'Effect', 'Action', 'NotAction', 'Resource', 'Principal', 'Condition', 'Sid'],
    ...[
      'StringLike',
      'ForAllValues:StringEquals',
      'IpAddress',
      'aws:SourceIp',
      'aws:TagKeys',
      'AWS',
      'Federated',
    ],
  ];
  const words = fc.constantFrom(
    'Allow',
    'Deny',
    '*',
    's3:*',
    'arn:aws:s3:::a/*',
    'arn:',
    ':',
    '10.0.0.0/8',
    '${x}',
    '',
  );
  const leaf = fc.oneof(
    words,
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.boolean(),
    fc.double(),
    fc.constant(null),
  );
  const { tree } = fc.letrec<{ tree: JsonValue }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 6 },
      leaf,
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.dictionary(fc.oneof(fc.constantFrom(...keys), fc.string({ maxLength: 4 })), tie('tree'), {
        maxKeys: 6,
      }),
    ),
  }));

  test('is answered: no document throws', () => {
    fc.assert(
      fc.property(tree, fc.constantFrom(...policyTypes), (document, type) => {
        lint(document, type, allReference);
        lint({ Version: '2012-10-17', Statement: document }, type, allReference);
        lint(
          {
            Version: '2012-10-17',
            Statement: { Effect: 'Allow', Action: 's3:*', Resource: '*', Condition: document },
          },
          type,
          allReference,
        );
      }),
      { numRuns: 400 },
    );
  });

  test('is answered: no text throws, and each has a place', () => {
    const texts = lintCases
      .flatMap(({ raises }) => raises.map((one) => policyOf(one).text))
      .filter(({ length }) => length < 600);
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.nat(600),
        fc.nat(20),
        fc.string({ maxLength: 3 }),
        (text, at, drop, put) => {
          const broken = text.slice(0, at) + put + text.slice(at + drop);
          for (const { range } of lintText(broken, 'identity', allReference)) expect(range).toBeDefined();
        },
      ),
      { numRuns: 600 },
    );
  });

  test('a document nested too deeply is one error', () => {
    let document: JsonValue = 'x';
    for (let depth = 0; depth < 40; depth += 1) document = [document];
    expect(lint({ Statement: document }, 'identity', noReference)).toEqual([
      { check: 'JSON_SYNTAX_ERROR', severity: 'error', path: '', values: { limit: 32 }, issue: 'TOO_DEEP' },
    ]);
  });
});

describe('the findings', () => {
  test('stand in the order of the text', () => {
    const text =
      '{"Statement":[{"Effect":"Allow","Action":["s3:GetObject","s3:*"],"NotResource":"*"}],"Comment":1}';
    const starts = lintText(text, 'identity', allReference).map(({ range }) => range?.start ?? -1);
    expect(starts).toEqual(starts.toSorted((one, other) => one - other));
    expect(starts.length).toBeGreaterThan(3);
  });

  test('every issue of the grammar is one of a documented check, and malformed JSON is JSON_SYNTAX_ERROR', () => {
    const mapped = new Set(checks.flatMap(({ issues = [] }) => issues));
    const syntax = [
      ...[
        'EMPTY_TEXT',
        'TEXT_TOO_LONG',
        'TOO_DEEP',
        'VALUE_EXPECTED',
        'KEY_EXPECTED',
        'COLON_EXPECTED',
        'COMMA_EXPECTED',
      ],
      ...[
        'NOT_CLOSED',
        'STRING_NOT_CLOSED',
        'SINGLE_QUOTES',
        'SMART_QUOTES',
        'BYTE_ORDER_MARK',
        'LONE_SURROGATE',
      ],
      ...[
        'ILLEGAL_CHARACTER',
        'CONTROL_CHARACTER_IN_STRING',
        'BAD_ESCAPE',
        'FORBIDDEN_KEY',
        'DUPLICATE_KEY',
        'TEXT_AFTER_END',
      ],
    ];
    const all = Object.keys(en)
      .filter((key) => key.startsWith('issues.'))
      .map((key) => key.slice('issues.'.length));
    expect(all.filter((code) => !mapped.has(code)).toSorted()).toEqual(syntax.toSorted());
  });
});

describe('reference data that is not at hand', () => {
  const text =
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:GetObjct","ec2:Nothing","nosuch:X"],"Resource":"*"}]}';
  const found = (reference: Parameters<typeof lintText>[2]): readonly string[] =>
    lintText(text, 'identity', reference)
      .filter(({ severity }) => severity === 'error')
      .map(({ check, path }) => `${check} ${path}`);

  test('leaves its checks silent', () => {
    expect(found(noReference)).toEqual([]);
  });

  test('is loaded in the packs of the services that the text names, and no other', async () => {
    const asked: string[] = [];
    const library = referenceLibrary((file) => {
      asked.push(file);
      return loadReference(file);
    });
    expect(found(await lintReference(library, text))).toEqual([
      'INVALID_ACTION /Statement/0/Action/0',
      'INVALID_ACTION /Statement/0/Action/1',
      'INVALID_SERVICE_IN_ACTION /Statement/0/Action/2',
    ]);
    expect(asked).toEqual(['index.json', 'services/everyday.json', 'services/ec2.json']);
  });

  test('of one service leaves that service silent; without an index there is nothing', async () => {
    const some = referenceLibrary((file) =>
      file === 'services/everyday.json' ? Promise.reject(new Error(file)) : loadReference(file),
    );
    expect(found(await lintReference(some, text))).toEqual([
      'INVALID_ACTION /Statement/0/Action/1',
      'INVALID_SERVICE_IN_ACTION /Statement/0/Action/2',
    ]);
    const none = referenceLibrary((file) => Promise.reject(new Error(file)));
    expect(await lintReference(none, text)).toEqual(noReference);
    expect(await lintReference(some, '')).toHaveProperty('prefixes');
  });
});

test('the nearest name is one that is near, and the only one so near', () => {
  expect(nearest('GetObjct', ['GetObject', 'PutObject'])).toBe('GetObject');
  expect(nearest('GETOBJECT', ['GetObject'])).toBe('GetObject');
  expect(nearest('GetObjec', ['GetObjectX', 'GetObject'])).toBe('GetObject');
  expect(nearest('abcdef', ['abcdeg', 'abcdeh'])).toBeUndefined();
  expect(nearest('ab', ['ac'])).toBeUndefined();
  expect(nearest('Frobnicate', ['GetObject'])).toBeUndefined();
  expect(nearest('GetObject', [])).toBeUndefined();
});

test('every check has its sentence and says why it matters, and every place in a sentence has a value', () => {
  const words: Messages = { ...en, ...lintWords };
  for (const { check, severity, issues, find } of checks) {
    const own = words[`lint.why.${check}`];
    // What IAM refuses needs no other reason.
    expect(own !== undefined || (severity === 'error' && issues !== undefined), check).toBe(true);
    if (find !== undefined) expect(words[`lint.${check}`], check).toBeDefined();
  }
  for (const { raises } of lintCases)
    for (const one of raises) {
      const { text, type } = policyOf(one);
      for (const { check, issue, values } of lintText(text, type, allReference)) {
        const message = words[issue === undefined ? `lint.${check}` : `issues.${issue}`] ?? '{missing}';
        expect(fill(message, values, 'en'), `${check} ${issue}`).not.toMatch(/\{\w+\}(?!`)/);
      }
    }
});
