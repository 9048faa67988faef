import { numberIn, text } from '../../calls/input.ts';
import type { Call, Operation } from '../../calls/operation.ts';
import { isRefusal, refuse, type Refusal } from '../../calls/refusal.ts';
import { issueCredentials } from './credentials.ts';
import { mfaOf } from './mfa.ts';
import { sessionPolicies } from './session-policies.ts';
import { sessionTagKeys, sessionTags } from './session-tags.ts';

const usual = 43_200;
const maxSecondsOfRoot = 3600;

/** Half a day unless asked otherwise; the root user never has more than an hour. */
function seconds({ input, caller }: Call): number {
  const asked = numberIn(input, 'DurationSeconds') ?? usual;
  return caller.kind === 'root' ? Math.min(asked, maxSecondsOfRoot) : asked;
}

/** These two are for long-term credentials: temporary ones make none by them. */
function withSession({ caller }: Call, name: string): Refusal | undefined {
  return caller.session === undefined
    ? undefined
    : refuse('AccessDenied', `Cannot call ${name} with session credentials`);
}

/**
 * A session of the user itself; no policy is needed for it, and none can forbid it.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_getsessiontoken.html
 */
export const getSessionToken: Operation = {
  service: 'sts',
  name: 'GetSessionToken',
  asks: (call) => {
    const refused = withSession(call, 'GetSessionToken');
    if (refused !== undefined) return refused;
    const proof = mfaOf(call);
    return isRefusal(proof) ? proof : [{ action: 'sts:GetSessionToken', resource: '*' }];
  },
  run: (call) => {
    const proof = mfaOf(call);
    if (isRefusal(proof)) return proof;
    const { Credentials, change } = issueCredentials(call.accountId, call, seconds(call), {
      kind: 'sessionToken',
      principal: call.caller.arn,
      user: call.caller.user,
      ...(proof.mfa && { mfaAt: call.now }),
      tags: [],
      transitiveTags: [],
    });
    return { output: { Credentials }, changes: [change, ...proof.changes] };
  },
};

/** ARN of the federated user a call names. */
function federatedArn({ accountId, input }: Call): string {
  return `arn:aws:sts::${accountId}:federated-user/${text(input, 'Name')}`;
}

/**
 * A session for somebody whom the caller authenticatedBy for: it may what both the caller and the session policies allow, and
 * nothing where none is passed.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_getfederationtoken.html
 */
export const getFederationToken: Operation = {
  service: 'sts',
  name: 'GetFederationToken',
  asks: (call) => {
    const refused = withSession(call, 'GetFederationToken');
    if (refused !== undefined) return refused;
    const tags = sessionTags(call);
    if (isRefusal(tags)) return tags;
    const resource = federatedArn(call);
    const context = sessionTagKeys(tags);
    return ['sts:GetFederationToken', ...(tags.tags.length > 0 ? ['sts:TagSession'] : [])].map((action) => ({
      action,
      resource,
      context,
    }));
  },
  run: (call) => {
    const tags = sessionTags(call);
    if (isRefusal(tags)) return tags;
    const passed = sessionPolicies(call, call.accountId, tags.tags);
    if (isRefusal(passed)) return passed;
    const principal = federatedArn(call);
    const { Credentials, change } = issueCredentials(call.accountId, call, seconds(call), {
      kind: 'federationToken',
      principal,
      user: call.caller.user,
      tags: tags.tags,
      transitiveTags: [],
      ...(passed.policies !== undefined && { policies: passed.policies }),
    });
    return {
      output: {
        Credentials,
        FederatedUser: { FederatedUserId: `${call.accountId}:${text(call.input, 'Name')}`, Arn: principal },
        ...(passed.packed !== undefined && { PackedPolicySize: passed.packed }),
      },
      changes: [change],
    };
  },
};
