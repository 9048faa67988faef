import type { TranscriptState, World } from '#account';
import { handedOver, type Setting, type StepOf } from '#scenario';
import type { SavedAccount } from '#panels/account/kept/saved-account.ts';

/** A mission's account as it is handed over, at a time of the device. */
export function beginningOf(
  step: StepOf<'operate'>,
  setting: Setting,
  managed: World['catalogue'],
): (at: number) => SavedAccount {
  return (at) => savedState(handedOver(step, setting, managed, at).state, at);
}

function savedState(
  { world, terminal, now, who = 'root', account }: TranscriptState,
  at: number,
): SavedAccount {
  const { region, profiles, env, files, assumed } = terminal;
  const principal = who === 'root' ? 'root' : `user/${who}`;
  return {
    world: { log: world.log, lags: world.lags, seed: world.seed },
    beside: {
      offset: now - at,
      who: `arn:aws:iam::${account}:${principal}`,
      ...{ region, profiles, env, files, assumed },
    },
  };
}
