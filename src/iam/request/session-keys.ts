import type { AccessRequest, Credentials, RequestContext } from './request.ts';

const direct: RequestContext = { 'aws:ViaAWSService': 'false' };

/**
 * The condition keys that follow from how a request was signed and through whom it came. Where the request does not
 * say, nothing follows but that no service forwards it.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function sessionKeys({ action, credentials, calledVia }: AccessRequest): RequestContext {
  const [first, ...others] = calledVia ?? [];
  const forwarding = first === undefined ? direct : forwardedKeys(first, others);
  if (credentials === undefined) return forwarding;
  return {
    ...ownKeys(credentials, action),
    ...forwarding,
    ...(forwarding !== direct && { 'aws:MultiFactorAuthPresent': 'false' }),
  };
}

/**
 * `aws:MultiFactorAuthPresent` is absent with long-term keys (but for the one call that carries a code) and in the
 * sessions of roles and federated users, and there in the console and with GetSessionToken, whether MFA was given or not.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html
 */
function ownKeys(credentials: Credentials, action: string): RequestContext {
  const { kind, mfaAge, issued, sourceIdentity, tags } = credentials;
  const inCall = kind === 'longTerm' && mfaAge !== undefined && /^sts:/i.test(action);
  const hasMfaKeys = kind === 'console' || kind === 'sessionToken' || inCall;
  return {
    ...(hasMfaKeys && { 'aws:MultiFactorAuthPresent': String(mfaAge !== undefined) }),
    ...(hasMfaKeys && mfaAge !== undefined && { 'aws:MultiFactorAuthAge': String(mfaAge) }),
    ...(kind !== 'longTerm' && issued !== undefined && { 'aws:TokenIssueTime': issued }),
    ...(sourceIdentity !== undefined && { 'aws:SourceIdentity': sourceIdentity }),
    ...Object.fromEntries(
      Object.entries(tags ?? {}).map(([key, value]) => [`aws:PrincipalTag/${key}`, value]),
    ),
  };
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_forward_access_sessions.html */
function forwardedKeys(first: string, others: readonly string[]): RequestContext {
  return {
    'aws:ViaAWSService': 'true',
    'aws:CalledVia': [first, ...others],
    'aws:CalledViaFirst': first,
    'aws:CalledViaLast': others.at(-1) ?? first,
  };
}
