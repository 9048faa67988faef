import fc from 'fast-check';
import { runs } from '../../random.ts';
import { describe, expect, test } from 'vitest';
import { authorizer } from '#iam';
import {
  compileConditions,
  conditionMatches,
  conditionReasons,
  explainCondition,
} from '../../../src/iam/conditions/conditions.ts';
import { operatorNames, parseOperator } from '../../../src/iam/conditions/operators.ts';
import { compiled } from './compiled.ts';
import type { JsonObject, JsonValue } from '../../../src/iam/json/json.ts';
import { contextMap } from '../../../src/iam/request/context.ts';
import type { ContextValue } from '../../../src/iam/request/request.ts';

function meets(operator: string, values: JsonValue, value: ContextValue | undefined): boolean {
  return conditionMatches(
    compiled(operator, values),
    contextMap(value === undefined ? {} : { 'aws:key': value }),
  );
}

/** Values that look like what operators compare, and some that look like nothing. */
const text = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'a',
      'A',
      'ab',
      'a*',
      '*',
      'b',
      '',
      'true',
      'False',
      '1',
      '1.0',
      '2',
      '-3',
      'QQ==',
      'Qg==',
    ),
  },
  fc.constantFrom(
    '10.0.0.1',
    '10.0.0.0/8',
    '192.0.2.7',
    '::1',
    '2001:db8::/32',
    '2026',
    '2026-11-24',
    '2026-11-24T09:30:00Z',
    '1790000000',
  ),
  fc.constantFrom(
    'arn:aws:iam::111122223333:role/a',
    'arn:aws:iam::*:role/*',
    'arn:aws:s3:::b',
    '${aws:username}',
    "${aws:username, 'a'}",
  ),
  fc.string({ maxLength: 4 }),
);
const withPrefixes = operatorNames.flatMap((name) =>
  ['', 'ForAllValues:', 'ForAnyValue:'].flatMap((prefix) =>
    name === 'Null' ? [prefix + name] : [prefix + name, `${prefix}${name}IfExists`],
  ),
);
/** Properties answer `false` where they do not hold: a million `expect` would cost more than what they look at. */
const numRuns = runs(2_500);
const operator = fc.constantFrom(...withPrefixes);
const key = fc.constantFrom('aws:Key', 'aws:username', 'aws:TagKeys');
const value: fc.Arbitrary<ContextValue | undefined> = fc.oneof(
  text,
  fc.array(text, { maxLength: 3 }),
  fc.constant(undefined),
);

/** Each positive operator with its negated form. */
const pairs = [
  ['StringEquals', 'StringNotEquals'],
  ['StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase'],
  ['StringLike', 'StringNotLike'],
  ['NumericEquals', 'NumericNotEquals'],
  ['DateEquals', 'DateNotEquals'],
  ['IpAddress', 'NotIpAddress'],
  ['ArnEquals', 'ArnNotEquals'],
  ['ArnLike', 'ArnNotLike'],
] as const;

describe('any condition', () => {
  test('is explained as it is decided, with a reason of the list', () => {
    let met = 0;
    fc.assert(
      fc.property(operator, fc.array(text, { maxLength: 3 }), value, (name, values, given) => {
        const condition = compiled(name, values);
        const context = contextMap(given === undefined ? {} : { 'aws:KEY': given, 'aws:username': 'ana' });
        const explained = explainCondition(condition, context);
        const matches = conditionMatches(condition, context);
        expect(explained.matches).toBe(matches);
        expect(conditionReasons).toContain(explained.because);
        expect(explained.value).toEqual(given);
        met += matches ? 1 : 0;
      }),
      { numRuns },
    );
    expect(met).toBeGreaterThan(numRuns / 5);
    expect(met).toBeLessThan((4 * numRuns) / 5);
  });

  test('P13 with several policy values is any of them alone, or none of them where it is negated', () => {
    fc.assert(
      fc.property(operator, fc.array(text, { minLength: 1, maxLength: 3 }), text, (name, values, given) => {
        const each = values.map((one) => meets(name, [one], given));
        const negated = parseOperator(name)?.negated === true;
        return meets(name, values, given) === (negated ? each.every(Boolean) : each.some(Boolean));
      }),
      { numRuns },
    );
  });

  test('P13 with other conditions must be met as they must: operators and keys are all asked', () => {
    const some = fc.dictionary(operator, fc.dictionary(key, fc.array(text, { minLength: 1, maxLength: 2 })), {
      maxKeys: 2,
    });
    const decided = { allowed: 0, implicitDeny: 0 };
    fc.assert(
      fc.property(
        some,
        fc.dictionary(key, fc.oneof(text, fc.array(text, { maxLength: 2 }))),
        (block, given) => {
          const statement = { Effect: 'Allow', Action: '*', Resource: '*', Condition: block };
          const request = {
            principal: 'arn:aws:iam::111122223333:user/ana',
            action: 's3:GetObject',
            resource: 'arn:aws:s3:::b/a',
            context: given,
            contextComplete: true,
          };
          const policy = { Version: '2012-10-17', Statement: [statement] };
          const decision = authorizer({ identity: [policy] }).decide(request);
          const each = Object.entries(block).flatMap(([name, keys]) =>
            Object.entries(keys).map(([one, values]) => ({ [name]: { [one]: values } })),
          );
          const met = each.every((one) =>
            compileConditions(one, '', true).conditions.every((condition) =>
              conditionMatches(condition, contextMap(given)),
            ),
          );
          expect(decision).toBe(met ? 'allowed' : 'implicitDeny');
          decided[met ? 'allowed' : 'implicitDeny'] += 1;
        },
      ),
      { numRuns },
    );
    expect(Math.min(decided.allowed, decided.implicitDeny)).toBeGreaterThan(numRuns / 10);
  });

  test('with one bare policy value is the same as with a list of it', () => {
    fc.assert(
      fc.property(operator, text, value, (name, one, given) => {
        return meets(name, one, given) === meets(name, [one], given);
      }),
      { numRuns },
    );
  });
});

describe('a negated operator', () => {
  test.each(pairs)(
    'P14 %s and %s are opposites on a present key, and the negated one is met when it is absent',
    (positive, negative) => {
      fc.assert(
        fc.property(fc.array(text, { maxLength: 3 }), text, (values, given) => {
          const opposite =
            meets(negative, values, given) !== meets(positive, values, given) &&
            meets(`${negative}IfExists`, values, given) !== meets(`${positive}IfExists`, values, given);
          return opposite && !meets(positive, values, undefined) && meets(negative, values, undefined);
        }),
        { numRuns },
      );
    },
  );

  test.each(pairs)(
    'P14 %s and %s: with set prefixes each denies the other over the same values',
    (positive, negative) => {
      fc.assert(
        fc.property(
          fc.array(text, { maxLength: 3 }),
          fc.array(text, { minLength: 1, maxLength: 3 }),
          (values, given) => {
            return (
              meets(`ForAllValues:${negative}`, values, given) !==
              meets(`ForAnyValue:${positive}`, values, given)
            );
            expect(meets(`ForAnyValue:${negative}`, values, given)).toBe(
              !meets(`ForAllValues:${positive}`, values, given),
            );
          },
        ),
        { numRuns },
      );
    },
  );
});

describe('set prefixes', () => {
  const plainOperators = operatorNames.filter((name) => name !== 'Null');

  test('P14 ForAllValues is met by every request value alone, ForAnyValue by at least one', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...plainOperators),
        fc.array(text, { maxLength: 3 }),
        fc.array(text, { minLength: 1, maxLength: 4 }),
        (name, values, given) => {
          const each = given.map((one) => meets(`ForAnyValue:${name}`, values, [one]));
          return (
            meets(`ForAllValues:${name}`, values, given) === each.every(Boolean) &&
            meets(`ForAnyValue:${name}`, values, given) === each.some(Boolean)
          );
        },
      ),
      { numRuns },
    );
  });

  test('P14 nothing to look at: ForAllValues is met, ForAnyValue is not, IfExists always is', () => {
    for (const name of plainOperators) {
      for (const nothing of [undefined, [], '']) {
        expect(meets(`ForAllValues:${name}`, ['1'], nothing), name).toBe(true);
        expect(meets(`ForAnyValue:${name}`, ['1'], nothing), name).toBe(false);
        expect(meets(`ForAllValues:${name}IfExists`, ['1'], nothing), name).toBe(true);
        expect(meets(`ForAnyValue:${name}IfExists`, ['1'], nothing), name).toBe(true);
      }
      expect(meets(`${name}IfExists`, ['1'], undefined), name).toBe(true);
      expect(meets(`${name}IfExists`, ['1'], []), name).toBe(true);
    }
  });
});

describe('a condition of any JSON', () => {
  test('no JSON and no request makes it throw', () => {
    const json = fc.jsonValue() as fc.Arbitrary<JsonValue>;
    const block = fc.dictionary(
      fc.oneof(operator, fc.string()),
      fc.dictionary(fc.string(), json),
    ) as fc.Arbitrary<JsonObject>;
    fc.assert(
      fc.property(block, fc.dictionary(fc.string(), json), fc.boolean(), (conditions, context, variables) => {
        const map = contextMap(context as Readonly<Record<string, ContextValue>>);
        for (const condition of compileConditions(conditions, '', variables).conditions) {
          expect(explainCondition(condition, map).matches).toBe(conditionMatches(condition, map));
        }
      }),
      { numRuns: runs(400) },
    );
  });
});
