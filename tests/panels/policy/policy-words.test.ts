import { describe, expect, test } from 'vitest';
import { parsePolicy, type PolicyType } from '#iam';
import { policyWords } from '../../../src/panels/policy/words/policy-words.ts';
import { words as english } from '../../../src/ui/i18n/en/words.ts';
import { words as spanish } from '../../../src/ui/i18n/es/words.ts';
import { fill, type Messages } from '../../../src/ui/i18n/format/messages.ts';

function said(statement: object, type: PolicyType = 'identity', language: 'en' | 'es' = 'en') {
  const messages: Messages = language === 'en' ? english : spanish;
  const lists = new Intl.ListFormat(language, { type: 'conjunction' });
  const text = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
  return policyWords(
    text,
    parsePolicy(text, type),
    type,
    (key, values = {}) => fill(messages[key] ?? key, values, language),
    (items) => lists.format(items),
  );
}

describe('a policy in words', () => {
  test.each([
    [
      { Effect: 'Allow', Action: ['s3:GetObject', 's3:ListBucket'], Resource: '*' },
      'Statement 1 allows `s3:GetObject` and `s3:ListBucket` on every resource.',
    ],
    [
      { Sid: 'NoDelete', Effect: 'Deny', Action: 's3:Delete*', NotResource: 'arn:aws:s3:::a/*' },
      '`NoDelete` denies `s3:Delete*` on everything but `arn:aws:s3:::a/*`, whatever else allows it.',
    ],
    [
      { Effect: 'Allow', NotAction: 'iam:*', Resource: '*' },
      'Statement 1 allows every action but `iam:*` on every resource.',
    ],
    [{ Effect: 'Allow', Action: '*', Resource: '*' }, 'Statement 1 allows every action on every resource.'],
    [{ Effect: 'Maybe', Action: '*' }, 'Statement 1 has no effect: it says neither `Allow` nor `Deny`.'],
    [{ Effect: 'Allow', Resource: '*' }, 'Statement 1 allows nothing on every resource.'],
  ])('%j', (statement, sentence) => {
    expect(said(statement)?.[0]?.sentence).toBe(sentence);
  });

  test.each([
    [{ AWS: 'arn:aws:iam::111122223333:root' }, 'whoever account 111122223333 lets'],
    [{ AWS: '111122223333' }, 'whoever account 111122223333 lets'],
    [{ AWS: 'arn:aws:iam::111122223333:user/team/ana' }, 'the user `ana` of account 111122223333'],
    [{ Service: 'ec2.amazonaws.com' }, 'the service `ec2.amazonaws.com`'],
    [{ Federated: 'graph.facebook.com' }, 'whoever `graph.facebook.com` vouches for'],
    ['*', 'everybody'],
  ])('of principals: %j', (Principal, who) => {
    expect(said({ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' }, 'trust')?.[0]?.sentence).toBe(
      `Statement 1 allows ${who} \`sts:AssumeRole\`.`,
    );
  });

  test.each([
    [
      'BoolIfExists',
      'aws:MultiFactorAuthPresent',
      'false',
      '`aws:MultiFactorAuthPresent` is `false`; or the request does not carry `aws:MultiFactorAuthPresent`',
    ],
    [
      'NotIpAddress',
      'aws:SourceIp',
      ['203.0.113.0/24'],
      '`aws:SourceIp` lies outside `203.0.113.0/24`, or the request does not carry it',
    ],
    ['NumericLessThan', 'aws:MultiFactorAuthAge', '3600', '`aws:MultiFactorAuthAge` is below `3600`'],
    ['Null', 'aws:TokenIssueTime', 'true', 'the request does not carry `aws:TokenIssueTime`'],
    [
      'ForAllValues:StringEquals',
      'aws:TagKeys',
      ['a', 'b'],
      'for every value the request carries: `aws:TagKeys` is exactly one of `a` and `b` (met, too, when it carries none)',
    ],
  ])('%s of %s', (operator, key, value, sentence) => {
    const statement = {
      Effect: 'Deny',
      Action: '*',
      Resource: '*',
      Condition: { [operator]: { [key]: value } },
    };
    expect(said(statement)?.[0]?.conditions).toEqual([sentence]);
  });

  test('in Spanish', () => {
    expect(said({ Effect: 'Allow', Action: 's3:*', Resource: '*' }, 'identity', 'es')?.[0]?.sentence).toBe(
      'La declaración 1 permite `s3:*` sobre todos los recursos.',
    );
  });

  test('not of a text that cannot be read', () => {
    expect(policyWords('{', parsePolicy('{', 'identity'), 'identity', String, String)).toBeUndefined();
  });
});
