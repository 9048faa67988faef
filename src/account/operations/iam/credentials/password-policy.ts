import { flag, numberIn } from '../../../calls/input.ts';
import type { Call, Operation } from '../../../calls/operation.ts';
import { refuse } from '../../../calls/refusal.ts';
import type { PasswordPolicy } from '../../../state/entities.ts';
import { put } from '../../../state/state.ts';
import { settingsOf } from '../credential-holders.ts';

/** What is not said falls back to its default: an update is never partial. */
function policyIn({ input }: Call): PasswordPolicy {
  return {
    MinimumPasswordLength: numberIn(input, 'MinimumPasswordLength') ?? 6,
    RequireSymbols: flag(input, 'RequireSymbols'),
    RequireNumbers: flag(input, 'RequireNumbers'),
    RequireUppercaseCharacters: flag(input, 'RequireUppercaseCharacters'),
    RequireLowercaseCharacters: flag(input, 'RequireLowercaseCharacters'),
    AllowUsersToChangePassword: flag(input, 'AllowUsersToChangePassword'),
    MaxPasswordAge: numberIn(input, 'MaxPasswordAge') ?? 0,
    PasswordReusePrevention: numberIn(input, 'PasswordReusePrevention') ?? 0,
    HardExpiry: flag(input, 'HardExpiry'),
  };
}

/**
 * The account's password policy.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html
 */
export const passwordPolicyOperations: readonly Operation[] = [
  {
    service: 'iam',
    name: 'UpdateAccountPasswordPolicy',
    run: (call) => ({
      changes: [
        put(call.accountId, 'settings', 'account', {
          ...settingsOf(call.account),
          passwordPolicy: policyIn(call),
        }),
      ],
    }),
  },
  {
    service: 'iam',
    name: 'GetAccountPasswordPolicy',
    reads: true,
    run: ({ account, accountId }) => {
      const policy = settingsOf(account).passwordPolicy;
      if (policy === undefined)
        return refuse('NoSuchEntity', `The Password Policy with domain name ${accountId} cannot be found.`);
      const { MaxPasswordAge, PasswordReusePrevention, ...rest } = policy;
      return {
        output: {
          PasswordPolicy: {
            ...rest,
            ExpirePasswords: MaxPasswordAge > 0,
            ...(MaxPasswordAge > 0 && { MaxPasswordAge }),
            ...(PasswordReusePrevention > 0 && { PasswordReusePrevention }),
          },
        },
      };
    },
  },
  {
    service: 'iam',
    name: 'DeleteAccountPasswordPolicy',
    run: ({ account, accountId }) => {
      const { passwordPolicy, ...settings } = settingsOf(account);
      return passwordPolicy === undefined
        ? refuse('NoSuchEntity', 'The account policy with name PasswordPolicy cannot be found.')
        : { changes: [put(accountId, 'settings', 'account', settings)] };
    },
  },
];
