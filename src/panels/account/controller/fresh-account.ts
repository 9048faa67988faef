import { accountStart, newWorld, startPassword } from '#account';
import type { SavedAccount } from '../kept/saved-account.ts';

/** The learner’s account. */
export const account = '111122223333';

/** A new account, as a visit without anything kept begins with. */
export function freshAccount(seed: () => number): (at: number) => SavedAccount {
  return (at) => {
    const start = accountStart(account, {
      ...{ name: 'Puerto Labs', email: 'root@puerto.example', at },
      rootPassword: startPassword,
    });
    const { log, seed: own } = newWorld(start, at, new Map(), seed());
    return { world: { log, lags: {}, seed: own }, beside: {} };
  };
}
