import type { Caller } from './caller.ts';

/**
 * The caller of an unsigned call (AssumeRoleWithSAML, AssumeRoleWithWebIdentity): the identity provider that says who it
 * is, and the subject that its assertion or token names.
 */
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
