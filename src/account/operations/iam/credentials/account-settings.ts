import { text } from '../../../calls/input.ts';
import type { Operation } from '../../../calls/operation.ts';
import { refuse } from '../../../calls/refusal.ts';
import { put } from '../../../state/state.ts';
import { settingsOf } from '../credential-holders.ts';
import { page } from '../kinds.ts';

const accountId = /^\d{12}$/;

/**
 * The account's alias, and what tokens the global endpoint of STS gives.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/console-account-alias.html
 */
export const accountSettingsOperations: readonly Operation[] = [
  {
    service: 'iam',
    name: 'CreateAccountAlias',
    run: (call) => {
      const alias = text(call.input, 'AccountAlias');
      if (accountId.test(alias))
        return refuse('InvalidInput', 'The account alias must not be a 12-digit number.');
      const isTaken = [...call.world.state.values()].some((one) => settingsOf(one).alias === alias);
      if (isTaken) return refuse('EntityAlreadyExists', `The account alias ${alias} already exists.`);
      return {
        changes: [put(call.accountId, 'settings', 'account', { ...settingsOf(call.account), alias })],
      };
    },
  },
  {
    service: 'iam',
    name: 'DeleteAccountAlias',
    run: (call) => {
      const named = text(call.input, 'AccountAlias');
      const { alias, ...settings } = settingsOf(call.account);
      return alias === named
        ? { changes: [put(call.accountId, 'settings', 'account', settings)] }
        : refuse('NoSuchEntity', `The account alias ${named} cannot be found.`);
    },
  },
  {
    service: 'iam',
    name: 'ListAccountAliases',
    reads: true,
    run: ({ account, input }) => {
      const { alias } = settingsOf(account);
      return { output: page(input, 'AccountAliases', alias === undefined ? [] : [alias]) };
    },
  },
  {
    service: 'iam',
    name: 'SetSecurityTokenServicePreferences',
    run: (call) => ({
      changes: [
        put(call.accountId, 'settings', 'account', {
          ...settingsOf(call.account),
          tokenVersion: text(call.input, 'GlobalEndpointTokenVersion'),
        }),
      ],
    }),
  },
];
