import type { Caller } from './caller.ts';

/** The caller of an unsigned call: the identity provider that authenticatedBy, for the subject it names. */
export function providerCaller(
  type: 'SAMLUser' | 'WebIdentityUser',
  provider: string,
  subject: string,
): Caller {
  return {
    kind: 'anonymous',
    arn: provider,
    account: '',
    user: '',
    userId: '',
    identity: {
      type,
      arn: provider,
      account: '',
      principalId: `${provider}:${subject}`,
      userName: subject,
      mfa: false,
    },
  };
}
