import { describe, expect, test } from 'vitest';
import { SandboxDesk } from '../../../src/panels/account/controller/account-controller.svelte.ts';
import { KeptSandbox } from '../../../src/panels/account/kept/kept-account.ts';
import { Replay } from '../../../src/panels/account/replay/replay.svelte.ts';
import { account, seeded, start } from '../../account/fresh-world.ts';

function opened(...names: readonly string[]): { readonly desk: SandboxDesk; readonly replay: Replay } {
  let now = start;
  const desk = new SandboxDesk({
    now: () => (now += 1000),
    random: seeded(7),
    kept: new KeptSandbox({}, () => undefined),
  });
  for (const name of names) desk.run(`aws iam create-user --user-name ${name}`);
  return { desk, replay: new Replay(desk) };
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
    const { desk, replay } = opened('ana', 'ben', 'cleo');
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
    expect(replay.time).toBe(desk.trail.at(-1)?.at);
    replay.show(desk.trail[2]!);
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

  test.each<[string, (desk: SandboxDesk) => void]>([
    ['a call', (desk) => desk.run('aws iam list-users')],
    ['a refused call', (desk) => desk.run('aws iam get-user --user-name nobody')],
    ['a call taken back', (desk) => desk.undo()],
    ['a new account', (desk) => desk.startOver()],
  ])('ends with %s: nothing is done in the past', (_, act) => {
    const { desk, replay } = opened('ana', 'ben');
    replay.goTo(1);
    act(desk);
    expect(replay.at).toBeUndefined();
  });

  test('goes on when the clock or a lag is changed', () => {
    const { desk, replay } = opened('ana', 'ben');
    replay.goTo(1);
    desk.advance(60_000);
    desk.setLag('eu-west-1', 20_000);
    expect(replay.at).toBe(1);
  });

  test('is where the account may go on from; the later calls can be brought back', () => {
    const { desk, replay } = opened('ana', 'ben', 'cleo');
    replay.goTo(1);
    desk.goOnFrom(replay.records);
    expect(replay.at).toBeUndefined();
    desk.run('aws iam create-user --user-name dora');
    expect(userNames(replay)).toEqual(['ana', 'dora']);
    expect(desk.trail.map(({ id }) => id)).toEqual([1, 2, 3]);
    desk.bringBack();
    expect(userNames(replay)).toEqual(['ana', 'ben', 'cleo']);
  });

  test('never goes on from before the account was handed over', () => {
    const { desk, replay } = opened('ana');
    desk.goOnFrom(0);
    expect([desk.trail.length, replay.last]).toEqual([desk.given, 0]);
  });
});
