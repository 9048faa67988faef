import { denied, sourceIp } from '../../../calls/authorize.ts';
import type { Call } from '../../../calls/operation.ts';
import { refuse, type Refusal } from '../../../calls/refusal.ts';
import type { KmsKey } from '../../../state/resources.ts';
import { changed, put } from '../../../state/state.ts';
import { resourcePolicyIn } from '../principals.ts';
import { keyAsk } from './key.ts';

/**
 * The refusal of a key whose policy KMS does not take: no policy, unknown principals, or one under which the caller
 * could not change it again (the policy lockout safety check).
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html
 */
export function badKeyPolicy(call: Call, key: KmsKey): Refusal | undefined {
  const { state, world, caller, accountId, region, now, input } = call;
  const read = resourcePolicyIn(key.policy, state);
  if (typeof read === 'string')
    return refuse(
      'MalformedPolicyDocumentException',
      read === 'unknownPrincipal'
        ? 'Policy contains a statement with one or more invalid principals.'
        : 'The specified policy is not syntactically or semantically correct.',
    );
  if (input['BypassPolicyLockoutSafetyCheck'] === true) return undefined;
  const after = changed(state, [put(accountId, 'keys', key.id, key)]);
  const ask = keyAsk('kms:PutKeyPolicy', call, { key, owner: accountId });
  return denied(world, after, caller, [ask], { region, now, sourceIp }) === undefined
    ? undefined
    : refuse(
        'MalformedPolicyDocumentException',
        'The new key policy will not allow you to update the key policy in the future.',
      );
}
