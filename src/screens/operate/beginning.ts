import type { TranscriptState, World } from '#account';
import type { Scenario } from '#scenario';
import { operateStart } from '#scenario/operate.ts';
import type { SavedAccount } from '#panels/account/kept/saved-account.ts';

/** A mission's account as it is handed over, at a time of the device. */
export function beginningOf(
  scenario: Scenario,
  catalogue: World['catalogue'],
  random: () => number,
): (at: number) => SavedAccount {
  return (at) => {
    // What was set up lies in the past: the account is handed over now.
    const took = (operateStart(scenario, catalogue, at, random)?.stage.now ?? at) - at;
    const begun = operateStart(scenario, catalogue, at - took, random);
    if (begun === undefined) throw new Error(`${scenario.id} has no account to operate`);
    return savedStage(begun.stage, at);
  };
}

function savedStage({ world, terminal, now, who = 'root', account }: Stage, at: number): SavedAccount {
  const { region, profiles, env, files, assumed } = terminal;
  const principal = who === 'root' ? 'root' : `user/${who}`;
  return {
    world: { log: world.log, lags: world.lags },
    beside: {
      offset: now - at,
      who: `arn:aws:iam::${account}:${principal}`,
      ...{ region, profiles, env, files, assumed },
    },
  };
}
