import type { World } from '#account';
import type { KeptAccount } from '../kept/kept-account.ts';
import type { SavedAccount } from '../kept/saved-account.ts';

/** What the controller of an account is given of the page around it: its time, and where it is kept. */
export interface Environment {
  /** The device’s time; where it is read reactively, it ticks. */
  readonly now: () => number;
  /** A number that the ids of a new account follow from; another one each time. */
  readonly seed: () => number;
  readonly kept: KeptAccount;
  /** AWS’s managed policies, where they are here already. */
  readonly catalogue?: World['catalogue'];
  /** What the account begins with, where it is not a new one; `at` is the time then. */
  readonly beginning?: (at: number) => SavedAccount;
  /** True: the account's calls can be made again, as an attempt at a mission wants it. */
  readonly keepsCalls?: boolean;
}
