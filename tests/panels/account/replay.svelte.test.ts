import { describe, expect, test } from 'vitest';
import { AccountController } from '../../../src/panels/account/controller/account-controller.svelte.ts';
import { KeptAccount } from '../../../src/panels/account/kept/kept-account.ts';
import { Replay } from '../../../src/panels/account/replay/replay.svelte.ts';
import { account, start } from '../../account/fresh-world.ts';

function opened(...names: readonly string[]): {
  readonly controller: AccountController;
  readonly replay: Replay;
} {
  let now = start;
  const controller = new AccountController({
    now: () => (now += 1000),
    seed: () => 7,
    kept: new KeptAccount({}, () => undefined),
  });
  for (const name of names) controller.run(`aws iam create-user --user-name ${name}`);
  return { controller, replay: new Replay(controller) };
}
const userNames = ({ state }: Replay): readonly string[] =>
  [...(state.get(account)?.users.values() ?? [])].map(({ name }) => name);

describe('looking back', () => {
  test('begins nowhere: the account is as it is now', () => {
    const { replay } = opened('ana', 'ben');
    expect([replay.at, replay.last, replay.record, replay.time]).toEqual([
      undefined,
      2,
      undefined,
      undefined,
    ]);
    expect(userNames(replay)).toEqual(['ana', 'ben']);
  });

  test('shows the account after any call, and what was called then', () => {
    const { controller, replay } = opened('ana', 'ben', 'cleo');
    const shown = [0, 1, 2, 3].map((call) => {
      replay.goTo(call);
      return [replay.at, userNames(replay), replay.record?.input['UserName']];
    });
    expect(shown).toEqual([
      [0, [], undefined],
      [1, ['ana'], 'ana'],
      [2, ['ana', 'ben'], 'ben'],
      [3, ['ana', 'ben', 'cleo'], 'cleo'],
    ]);
    expect(replay.time).toBe(controller.trail.at(-1)?.at);
    replay.show(controller.trail[2]!);
    expect(replay.at).toBe(2);
    replay.end();
    expect(replay.at).toBeUndefined();
  });

  test('keeps within the calls that there were', () => {
    const { replay } = opened('ana');
    replay.goTo(-4);
    expect(replay.at).toBe(0);
    replay.goTo(9);
    expect(replay.at).toBe(1);
  });

  test.each<[string, (controller: AccountController) => void]>([
    ['a call', (controller) => controller.run('aws iam list-users')],
    ['a refused call', (controller) => controller.run('aws iam get-user --user-name nobody')],
    ['a call taken back', (controller) => controller.undo()],
    ['a new account', (controller) => controller.startOver()],
  ])('ends with %s: nothing is done in the past', (_, act) => {
    const { controller, replay } = opened('ana', 'ben');
    replay.goTo(1);
    act(controller);
    expect(replay.at).toBeUndefined();
  });

  test('goes on when the clock or a lag is changed', () => {
    const { controller, replay } = opened('ana', 'ben');
    replay.goTo(1);
    controller.advance(60_000);
    controller.setLag('eu-west-1', 20_000);
    expect(replay.at).toBe(1);
  });

  test('is where the account may go on from; the later calls can be brought back', () => {
    const { controller, replay } = opened('ana', 'ben', 'cleo');
    replay.goTo(1);
    controller.goOnFrom(replay.records);
    expect(replay.at).toBeUndefined();
    controller.run('aws iam create-user --user-name dora');
    expect(userNames(replay)).toEqual(['ana', 'dora']);
    expect(controller.trail.map(({ id }) => id)).toEqual([1, 2, 3]);
    controller.bringBack();
    expect(userNames(replay)).toEqual(['ana', 'ben', 'cleo']);
  });

  test('never goes on from before the account was handed over', () => {
    const { controller, replay } = opened('ana');
    controller.goOnFrom(0);
    expect([controller.trail.length, replay.last]).toEqual([controller.given, 0]);
  });
});
