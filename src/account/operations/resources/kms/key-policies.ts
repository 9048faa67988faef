import { text, textIn } from '../../../calls/input.ts';
import type { Operation } from '../../../calls/operation.ts';
import { refuse } from '../../../calls/refusal.ts';
import { aboutKey, putKey } from './keys.ts';
import { badKeyPolicy } from './policies.ts';

/** A key has one policy, and its name is `default`. */
const noSuchPolicy = refuse('NotFoundException', 'No such policy exists');

export const keyPolicyRows: readonly Operation[] = [
  aboutKey(
    'GetKeyPolicy',
    ({ input }, { key }) =>
      (textIn(input, 'PolicyName') ?? 'default') === 'default'
        ? { output: { Policy: key.policy, PolicyName: 'default' } }
        : noSuchPolicy,
    { reads: true },
  ),
  aboutKey(
    'PutKeyPolicy',
    (call, { key, owner }) => {
      if ((textIn(call.input, 'PolicyName') ?? 'default') !== 'default') return noSuchPolicy;
      const after = { ...key, policy: text(call.input, 'Policy') };
      return badKeyPolicy(call, after) ?? { changes: [putKey(owner, after)] };
    },
    {
      context: ({ input }) => ({
        'kms:BypassPolicyLockoutSafetyCheck': String(input['BypassPolicyLockoutSafetyCheck'] === true),
      }),
    },
  ),
];
