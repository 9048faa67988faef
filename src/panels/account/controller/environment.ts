import type { World } from '#account';
import type { KeptSandbox } from '../kept/kept-account.ts';
import type { SavedSandbox } from '../kept/saved-account.ts';

/** What the desk is given of the page around it. */
export interface Around {
  /** The device’s time; where it is read reactively, it ticks. */
  readonly now: () => number;
  readonly random: () => number;
  readonly kept: KeptSandbox;
  /** AWS’s managed policies, where they are here already. */
  readonly catalogue?: World['catalogue'];
  /** What the account begins with, where it is not a new one; `at` is the time then. */
  readonly beginning?: (at: number) => SavedSandbox;
}
