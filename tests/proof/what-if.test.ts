import { describe, expect, test } from 'vitest';
import { evaluate, withChanges, type AccessRequest, type PolicySet } from '../../src/iam/index.ts';
import { contextToggles, withContextValue } from '../../src/proof/what-if.ts';

const request: AccessRequest = {
  principal: 'arn:aws:iam::111122223333:user/ana',
  action: 's3:DeleteObject',
  resource: 'arn:aws:s3:::puerto-media/cat.jpg',
  context: { 'aws:SourceIp': '203.0.113.9' },
};
const allowAll = { Sid: 'Media', Effect: 'Allow', Action: 's3:*', Resource: 'arn:aws:s3:::puerto-*' };
const policies: PolicySet = {
  identity: [
    {
      Version: '2012-10-17',
      Statement: [
        allowAll,
        {
          Sid: 'NoMfaNoDelete',
          Effect: 'Deny',
          Action: 's3:Delete*',
          Resource: '*',
          Condition: {
            BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' },
            StringEquals: { 'aws:username': 'ana' },
          },
        },
      ],
    },
  ],
};

describe('what if', () => {
  const decide = (changed: AccessRequest) => evaluate(changed, policies);

  test('a key that a policy asks for can be turned, though the request does not carry it', () => {
    const mfa = contextToggles(request, {}, decide).find(({ key }) => key === 'aws:MultiFactorAuthPresent');
    expect(mfa?.options.map(({ value, active, flips }) => [value, active, flips])).toEqual([
      ['true', false, true],
      ['false', false, false],
      [null, true, false],
    ]);
  });

  test('a key that follows from the caller cannot be turned', () => {
    expect(contextToggles(request, {}, decide).map(({ key }) => key)).not.toContain('aws:username');
  });

  test('every dot keeps its promise: turning it brings the decision it names', () => {
    for (const { key, options } of contextToggles(request, {}, decide)) {
      for (const option of options) {
        const turned = decide(withChanges(request, withContextValue({}, key, option.value))).decision;
        expect(turned, `${key} ${String(option.value)}`).toBe(option.decision);
      }
    }
  });

  test('keys are the same key in any case', () => {
    const changed = withChanges(
      { ...request, context: { 'AWS:SourceIP': '1.1.1.1' } },
      { 'aws:SourceIp': '2.2.2.2' },
    );
    expect(changed.context).toEqual({ 'aws:SourceIp': '2.2.2.2' });
    expect(withContextValue({ 'AWS:SourceIP': '1.1.1.1' }, 'aws:SourceIp', null)).toEqual({
      'aws:SourceIp': null,
    });
  });

  test('null takes the key away', () => {
    expect(withChanges(request, { 'aws:sourceip': null }).context).toEqual({});
  });
});
