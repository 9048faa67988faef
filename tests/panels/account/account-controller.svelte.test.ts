import { describe, expect, test } from 'vitest';
import { asCommand, saveWorld } from '#account';
import { AccountController } from '../../../src/panels/account/controller/account-controller.svelte.ts';
import { KeptAccount } from '../../../src/panels/account/kept/kept-account.ts';
import { account, catalogue, freshWorld, root, start } from '../../account/fresh-world.ts';

/** The device and the page's storage around a controller. */
class Device {
  now = start;
  readonly texts: Record<string, string>;
  constructor(texts: Readonly<Record<string, string>> = {}) {
    this.texts = { ...texts };
  }
  readonly open = (): AccountController =>
    new AccountController({
      now: () => this.now,
      seed: () => 7,
      kept: new KeptAccount(this.texts, (key, text) => (this.texts[key] = text)),
    });
}
function userNames(controller: AccountController): readonly string[] {
  return [...(controller.seen.get(account)?.users.values() ?? [])].map(({ name }) => name);
}
const made = (name: string): string => `aws iam create-user --user-name ${name}`;

describe('the sandbox’s terminal', () => {
  test('runs a line, keeps what it printed, and remembers it', () => {
    const controller = new Device().open();
    controller.run(made('ana'));
    controller.run(made('ana'));
    expect(controller.entries.map(({ line, refused }) => [line, refused.length])).toEqual([
      [made('ana'), 0],
      [made('ana'), 1],
    ]);
    expect(controller.entries[0]?.output).toContain('"UserName": "ana"');
    expect(controller.entries[1]?.errors).toContain('EntityAlreadyExists');
    expect(controller.history).toEqual([made('ana')]);
    expect(controller.trail.map(({ operation }) => operation)).toEqual(['Start', 'CreateUser', 'CreateUser']);
  });

  test('runs the lines of a text one after the other, and lets comments pass', () => {
    const controller = new Device().open();
    controller.run(`# two people\n$ ${made('ana')}\n\naws iam create-user \\\n --user-name bruno\n`);
    expect(userNames(controller)).toEqual(['ana', 'bruno']);
    expect(controller.entries).toHaveLength(2);
    controller.run(`ls\nclear\necho hello`);
    expect(controller.entries.map(({ output }) => output)).toEqual(['hello']);
  });

  test('asks the questions of aws configure; answers are not remembered, and the secret is not shown', () => {
    const controller = new Device().open();
    controller.run('aws configure');
    expect(controller.question).toBe('AWS Access Key ID [None]:');
    controller.run('AKIAQQQQQQQQQEXAMPLE');
    expect(controller.secret).toBe(true);
    controller.run('topEXAMPLEKEY');
    expect(controller.secret).toBe(false);
    controller.run('');
    controller.run('json');
    expect(controller.question).toBeUndefined();
    expect(controller.terminal.profiles['default']).toEqual({
      aws_access_key_id: 'AKIAQQQQQQQQQEXAMPLE',
      aws_secret_access_key: 'topEXAMPLEKEY',
      output: 'json',
    });
    expect(controller.history).toEqual(['aws configure']);
    expect(JSON.stringify(controller.entries)).not.toContain('topEXAMPLEKEY');
    expect(controller.entries.map(({ prompt }) => prompt)).toEqual([
      undefined,
      'AWS Access Key ID [None]:',
      'AWS Secret Access Key [None]:',
      'Default region name [None]:',
      'Default output format [None]:',
    ]);
  });

  test('a question can be left', () => {
    const controller = new Device().open();
    controller.run('aws configure');
    controller.interrupt();
    expect(controller.question).toBeUndefined();
    controller.run('ls');
    expect(controller.history).toEqual(['aws configure', 'ls']);
  });

  test('a line with what looks like a real key is neither run nor kept', () => {
    const device = new Device();
    const controller = device.open();
    const key = ['AK', 'IA', 'QX7MNLPWZ3VBTR5K'].join('');
    controller.run(`export AWS_ACCESS_KEY_ID=${key}`);
    expect(controller.entries).toMatchObject([{ realKey: true, line: '' }]);
    expect(controller.history).toEqual([]);
    expect(JSON.stringify([controller.entries, device.texts])).not.toContain(key);
  });

  test('calls as whoever one is, in the region one is in', () => {
    const controller = new Device().open();
    controller.run(made('ana'));
    controller.actAs({ by: 'scenario', principal: `arn:aws:iam::${account}:user/ana` });
    controller.goTo('eu-west-1');
    controller.run('aws iam list-users');
    expect(controller.trail.at(-1)).toMatchObject({
      region: 'eu-west-1',
      caller: { userName: 'ana' },
      error: { code: 'AccessDenied' },
    });
    controller.call('iam', 'ListUsers', {});
    expect(controller.trail.at(-1)).toMatchObject({ face: 'console', caller: { userName: 'ana' } });
  });

  test('a call of the trail, run again as its command, makes the same call', () => {
    const controller = new Device().open();
    controller.run(`${made('ana')} --tags Key=team,Value="at home"`);
    const { input } = controller.trail[1]!;
    controller.run(asCommand({ service: 'iam', operation: 'CreateUser', input }));
    expect(controller.trail[2]?.input).toEqual(input);
  });
});

describe('the sandbox’s time', () => {
  test('is the device’s and what was put on top of it', () => {
    const device = new Device();
    const controller = device.open();
    controller.advance(60_000);
    expect(controller.now).toBe(start + 60_000);
    controller.run(made('ana'));
    expect(controller.trail.at(-1)?.at).toBe(start + 60_000);
    expect(device.open().now).toBe(start + 60_000);
  });

  test('never lies before the last call, though the device’s clock goes back', () => {
    const device = new Device();
    device.now = start + 3_600_000;
    device.open().run(made('ana'));
    device.now = start;
    const controller = device.open();
    expect(controller.now).toBe(start + 3_600_000);
    controller.run(made('bruno'));
    expect(controller.entries[0]?.errors).toBe('');
  });

  test('a slow region learns of a call when its time has come', () => {
    const device = new Device();
    const controller = device.open();
    controller.goTo('eu-west-1');
    controller.setLag('eu-west-1', 20_000);
    controller.run(made('ana'));
    expect(controller.unseen('eu-west-1')).toHaveLength(1);
    expect(controller.unseen('us-east-1')).toHaveLength(0);
    expect(userNames(controller)).toEqual([]);
    controller.advance(10_000);
    expect(userNames(controller)).toEqual([]);
    controller.advance(10_000);
    expect(userNames(controller)).toEqual(['ana']);
    expect(controller.unseen('eu-west-1')).toHaveLength(0);
  });

  test('a paused region stays as it was, after an undo and a reload too', () => {
    const device = new Device();
    const controller = device.open();
    controller.goTo('eu-west-1');
    controller.setLag('eu-west-1', 'paused');
    controller.run(made('ana'));
    controller.run(made('bruno'));
    controller.undo();
    controller.advance(3_600_000);
    expect(userNames(controller)).toEqual([]);
    const again = device.open();
    expect(again.lagOf('eu-west-1')).toBe('paused');
    expect(again.unseen('eu-west-1')).toHaveLength(1);
    expect(userNames(again)).toEqual([]);
  });
});

describe('what the sandbox keeps', () => {
  test('comes back: the account, the hands, the terminal', () => {
    const device = new Device();
    const controller = device.open();
    controller.run(made('ana'));
    controller.run('export CITY=Quito');
    controller.run('echo hello > note.txt');
    controller.goTo('sa-east-1');
    controller.actAs({ by: 'scenario', principal: `arn:aws:iam::${account}:user/ana` });
    const again = device.open();
    expect(userNames(again)).toEqual(['ana']);
    expect(again.history).toEqual([made('ana'), 'export CITY=Quito', 'echo hello > note.txt']);
    expect(again.terminal).toMatchObject({
      env: { CITY: 'Quito' },
      files: { 'note.txt': 'hello' },
      region: 'sa-east-1',
      signature: { principal: `arn:aws:iam::${account}:user/ana` },
    });
  });

  test('a sandbox that was only looked at keeps the same texts', () => {
    const device = new Device();
    device.open().run(made('ana'));
    const before = { ...device.texts };
    device.open();
    expect(device.texts).toEqual(before);
    const untouched = new Device();
    untouched.open();
    expect(untouched.texts).toEqual({});
  });

  test('undo takes back the last call, down to the beginning and no further', () => {
    const controller = new Device().open();
    expect(controller.mayUndo).toBe(false);
    controller.run(`${made('ana')}\n${made('bruno')}`);
    controller.undo();
    expect(userNames(controller)).toEqual(['ana']);
    controller.undo();
    controller.undo();
    expect(controller.mayUndo).toBe(false);
    expect(controller.trail).toHaveLength(1);
  });

  test('a new account can be taken back', () => {
    const device = new Device();
    const controller = device.open();
    controller.run(`${made('ana')}\nexport A=1`);
    controller.advance(60_000);
    controller.startOver();
    expect([userNames(controller), controller.terminal.env, controller.now]).toEqual([[], {}, start]);
    expect(controller.history).toContain(made('ana'));
    expect(controller.mayBringBack).toBe(true);
    controller.bringBack();
    expect([userNames(controller), controller.terminal.env, controller.now]).toEqual([
      ['ana'],
      { A: '1' },
      start + 60_000,
    ]);
    expect(controller.mayBringBack).toBe(false);
  });

  test('a file opens in another browser; a world’s own file too', () => {
    const controller = new Device().open();
    controller.run(`${made('ana')}\nexport A=1`);
    const other = new Device().open();
    other.run(made('carla'));
    expect(other.open(controller.file())).toBeUndefined();
    expect([userNames(other), other.terminal.env]).toEqual([['ana'], { A: '1' }]);
    other.bringBack();
    expect(userNames(other)).toEqual(['carla']);
    expect(other.open(saveWorld(freshWorld()))).toBeUndefined();
    expect([userNames(other), other.actingAs]).toEqual([[], { by: 'scenario', principal: root }]);
  });

  test.each([
    ['', { problem: 'json' }],
    ['{', { problem: 'json' }],
    ['[]', { problem: 'format' }],
    [saveWorld(freshWorld()).replace('"version":1', '"version":2'), { problem: 'version' }],
    [saveWorld(freshWorld()).replace('"at":', '"when":'), { problem: 'record', record: 1 }],
  ])('a bad file changes nothing: %#', (text, problem) => {
    const controller = new Device().open();
    controller.run(made('ana'));
    expect(controller.open(text)).toEqual(problem);
    expect(userNames(controller)).toEqual(['ana']);
    expect(controller.mayBringBack).toBe(false);
  });

  test('a kept text that cannot be read is put aside until it is let go', () => {
    const device = new Device({ 'world-0': '{"half": ' });
    const controller = device.open();
    expect(controller.unreadable).toBe('{"half": ');
    controller.run(made('ana'));
    const again = device.open();
    expect(userNames(again)).toEqual(['ana']);
    expect(again.unreadable).toBe('{"half": ');
    again.letGo();
    expect(again.unreadable).toBeUndefined();
    expect(device.open().unreadable).toBeUndefined();
  });

  test('AWS’s policies come later, and are no part of what is kept', () => {
    const device = new Device();
    const controller = device.open();
    const boundary = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
    controller.run(`${made('ana')} --permissions-boundary ${boundary}`);
    expect(controller.entries[0]?.errors).toContain('NoSuchEntity');
    controller.know(catalogue);
    controller.run(`${made('ana')} --permissions-boundary ${boundary}`);
    expect(userNames(controller)).toEqual(['ana']);
    controller.undo();
    controller.startOver();
    controller.run(`${made('bruno')} --permissions-boundary ${boundary}`);
    expect(userNames(controller)).toEqual(['bruno']);
    expect(JSON.stringify(device.texts)).not.toContain('AmazonS3ReadOnlyAccess');
  });

  test('a long log is kept in parts, and a call writes only the last of them', () => {
    const device = new Device();
    const controller = device.open();
    controller.run(Array.from({ length: 400 }, (_, at) => made(`user-number-${at}`)).join('\n'));
    expect(Object.keys(device.texts).filter((key) => key.startsWith('world-')).length).toBeGreaterThan(2);
    for (const text of Object.values(device.texts)) expect(text.length).toBeLessThan(140_000);
    const first = device.texts['world-0'];
    controller.run(made('one-more'));
    expect(device.texts['world-0']).toBe(first);
    expect(device.open().trail).toHaveLength(402);
    controller.startOver();
    expect(device.open().trail).toHaveLength(1);
  });
});
