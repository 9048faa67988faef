import type { JsonObject, RequestContext } from '#iam';
import { numberIn, text, textIn } from '../../calls/input.ts';
import type { Call, Operation, Outcome } from '../../calls/operation.ts';
import { isRefusal, refuse, type Refusal } from '../../calls/refusal.ts';
import { tagKeys } from '../../calls/tag-set.ts';
import type { Ask } from '../../state/record.ts';
import { issueCredentials } from './credentials.ts';
import { mfaOf } from './mfa.ts';
import { roleSeconds, targetOf, type Target } from './role.ts';
import { sessionPolicies } from './session-policies.ts';
import { sessionTagKeys, sessionTags, type SessionTags } from './session-tags.ts';

/** What a role's session is made of, beside its role and policies. */
export interface RoleSession extends SessionTags {
  readonly name: string;
  readonly sourceIdentity?: string | undefined;
  readonly provider?: string;
  readonly keys?: Readonly<Record<string, string | readonly string[]>>;
  /** Seconds that whoever vouched for it allows at most. */
  readonly maxSeconds?: number;
}

/**
 * What a session of a role takes: the call's own action on the role, `sts:TagSession` where the session has tags,
 * `sts:SetSourceIdentity` where it has a source identity. The role's trust policy is asked each.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
export function asksOf(
  action: string,
  { account, arn, role }: Target,
  session: RoleSession,
  more: RequestContext,
): readonly Ask[] {
  const context = {
    ...tagKeys(role?.tags ?? []),
    'sts:RoleSessionName': session.name,
    ...(session.sourceIdentity !== undefined && { 'sts:SourceIdentity': session.sourceIdentity }),
    ...sessionTagKeys(session),
    ...more,
  };
  return [
    action,
    ...(session.tags.length > 0 ? ['sts:TagSession'] : []),
    ...(session.sourceIdentity === undefined ? [] : ['sts:SetSourceIdentity']),
  ].map((asked) => ({ action: asked, resource: arn, resourceAccount: account, context }));
}

/** The session of a role that is allowed, as AssumeRole and its kin answer it. */
export function roleSession(
  call: Call,
  { account, role }: Target,
  session: RoleSession,
  missing: Refusal,
): Outcome | Refusal {
  if (role === undefined) return missing;
  const chaining = call.caller.kind === 'roleSession';
  const seconds = roleSeconds(role, numberIn(call.input, 'DurationSeconds'), chaining);
  if (isRefusal(seconds)) return seconds;
  const passed = sessionPolicies(call, account, session.tags);
  if (isRefusal(passed)) return passed;
  const principal = `arn:aws:sts::${account}:assumed-role/${role.name}/${session.name}`;
  const { Credentials, change } = issueCredentials(
    account,
    call,
    Math.min(seconds, session.maxSeconds ?? seconds),
    {
      kind: 'role',
      principal,
      role: role.name,
      roleId: role.id,
      tags: session.tags,
      transitiveTags: session.transitive,
      ...(passed.policies !== undefined && { policies: passed.policies }),
      ...(session.sourceIdentity !== undefined && { sourceIdentity: session.sourceIdentity }),
      ...(session.provider !== undefined && { provider: session.provider }),
      ...(session.keys !== undefined && { keys: session.keys }),
    },
  );
  const output: JsonObject = {
    Credentials,
    AssumedRoleUser: { AssumedRoleId: `${role.id}:${session.name}`, Arn: principal },
    ...(passed.packed !== undefined && { PackedPolicySize: passed.packed }),
    ...(session.sourceIdentity !== undefined && { SourceIdentity: session.sourceIdentity }),
  };
  return { output, changes: [change] };
}

function refusedOn(call: Call, action: string): Refusal {
  return refuse(
    'AccessDenied',
    `User: ${call.caller.arn} is not authorized to perform: ${action} on resource: ${text(call.input, 'RoleArn')}`,
  );
}

/** The session that an AssumeRole call describes. A source identity, once set, goes along and cannot be changed. */
function described(call: Call): RoleSession | Refusal {
  const tags = sessionTags(call);
  if (isRefusal(tags)) return tags;
  const set = call.caller.session?.sourceIdentity;
  const asked = textIn(call.input, 'SourceIdentity');
  if (set !== undefined && asked !== undefined && asked !== set)
    return refusedOn(call, 'sts:SetSourceIdentity');
  return { ...tags, name: text(call.input, 'RoleSessionName'), sourceIdentity: asked ?? set };
}

export const assumeRole: Operation = {
  service: 'sts',
  name: 'AssumeRole',
  asks: (call) => {
    if (call.caller.kind === 'root')
      return refuse('AccessDenied', 'Roles may not be assumed by root accounts.');
    const target = targetOf(call);
    if (isRefusal(target)) return target;
    const session = described(call);
    if (isRefusal(session)) return session;
    const proof = mfaOf(call);
    if (isRefusal(proof)) return proof;
    const externalId = textIn(call.input, 'ExternalId');
    return asksOf('sts:AssumeRole', target, session, {
      ...(externalId !== undefined && { 'sts:ExternalId': externalId }),
      ...(proof.mfa && { 'aws:MultiFactorAuthPresent': 'true', 'aws:MultiFactorAuthAge': '0' }),
    });
  },
  run: (call) => {
    const target = targetOf(call);
    const session = described(call);
    const proof = mfaOf(call);
    if (isRefusal(target)) return target;
    if (isRefusal(session)) return session;
    if (isRefusal(proof)) return proof;
    const outcome = roleSession(call, target, session, refusedOn(call, 'sts:AssumeRole'));
    if (isRefusal(outcome)) return outcome;
    return { ...outcome, changes: [...(outcome.changes ?? []), ...proof.changes] };
  },
};
