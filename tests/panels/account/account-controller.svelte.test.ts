import { describe, expect, test } from 'vitest';
import { asCommand, saveWorld } from '#account';
import { SandboxDesk } from '../../../src/panels/account/controller/account-controller.svelte.ts';
import { KeptSandbox } from '../../../src/panels/account/kept/kept-account.ts';
import { account, catalogue, freshWorld, root, seeded, start } from '../../account/fresh-world.ts';

/** The device and the page's storage around a desk. */
class Device {
  now = start;
  readonly texts: Record<string, string>;
  constructor(texts: Readonly<Record<string, string>> = {}) {
    this.texts = { ...texts };
  }
  readonly open = (): SandboxDesk =>
    new SandboxDesk({
      now: () => this.now,
      random: seeded(7),
      kept: new KeptSandbox(this.texts, (key, text) => (this.texts[key] = text)),
    });
}
function userNames(desk: SandboxDesk): readonly string[] {
  return [...(desk.seen.get(account)?.users.values() ?? [])].map(({ name }) => name);
}
const made = (name: string): string => `aws iam create-user --user-name ${name}`;

describe('the sandbox’s terminal', () => {
  test('runs a line, keeps what it printed, and remembers it', () => {
    const desk = new Device().open();
    desk.run(made('ana'));
    desk.run(made('ana'));
    expect(desk.entries.map(({ line, refused }) => [line, refused.length])).toEqual([
      [made('ana'), 0],
      [made('ana'), 1],
    ]);
    expect(desk.entries[0]?.output).toContain('"UserName": "ana"');
    expect(desk.entries[1]?.errors).toContain('EntityAlreadyExists');
    expect(desk.history).toEqual([made('ana')]);
    expect(desk.trail.map(({ operation }) => operation)).toEqual(['Start', 'CreateUser', 'CreateUser']);
  });

  test('runs the lines of a text one after the other, and lets comments pass', () => {
    const desk = new Device().open();
    desk.run(`# two people\n$ ${made('ana')}\n\naws iam create-user \\\n --user-name bruno\n`);
    expect(userNames(desk)).toEqual(['ana', 'bruno']);
    expect(desk.entries).toHaveLength(2);
    desk.run(`ls\nclear\necho hello`);
    expect(desk.entries.map(({ output }) => output)).toEqual(['hello']);
  });

  test('asks the questions of aws configure; answers are not remembered, and the secret is not shown', () => {
    const desk = new Device().open();
    desk.run('aws configure');
    expect(desk.question).toBe('AWS Access Key ID [None]:');
    desk.run('AKIAQQQQQQQQQEXAMPLE');
    expect(desk.secret).toBe(true);
    desk.run('topEXAMPLEKEY');
    expect(desk.secret).toBe(false);
    desk.run('');
    desk.run('json');
    expect(desk.question).toBeUndefined();
    expect(desk.terminal.profiles['default']).toEqual({
      aws_access_key_id: 'AKIAQQQQQQQQQEXAMPLE',
      aws_secret_access_key: 'topEXAMPLEKEY',
      output: 'json',
    });
    expect(desk.history).toEqual(['aws configure']);
    expect(JSON.stringify(desk.entries)).not.toContain('topEXAMPLEKEY');
    expect(desk.entries.map(({ prompt }) => prompt)).toEqual([
      undefined,
      'AWS Access Key ID [None]:',
      'AWS Secret Access Key [None]:',
      'Default region name [None]:',
      'Default output format [None]:',
    ]);
  });

  test('a question can be left', () => {
    const desk = new Device().open();
    desk.run('aws configure');
    desk.interrupt();
    expect(desk.question).toBeUndefined();
    desk.run('ls');
    expect(desk.history).toEqual(['aws configure', 'ls']);
  });

  test('a line with what looks like a real key is neither run nor kept', () => {
    const device = new Device();
    const desk = device.open();
    const key = ['AK', 'IA', 'QX7MNLPWZ3VBTR5K'].join('');
    desk.run(`export AWS_ACCESS_KEY_ID=${key}`);
    expect(desk.entries).toMatchObject([{ realKey: true, line: '' }]);
    expect(desk.history).toEqual([]);
    expect(JSON.stringify([desk.entries, device.texts])).not.toContain(key);
  });

  test('calls as whoever one is, in the region one is in', () => {
    const desk = new Device().open();
    desk.run(made('ana'));
    desk.become({ by: 'scenario', principal: `arn:aws:iam::${account}:user/ana` });
    desk.goTo('eu-west-1');
    desk.run('aws iam list-users');
    expect(desk.trail.at(-1)).toMatchObject({
      region: 'eu-west-1',
      caller: { userName: 'ana' },
      error: { code: 'AccessDenied' },
    });
    desk.call('iam', 'ListUsers', {});
    expect(desk.trail.at(-1)).toMatchObject({ face: 'console', caller: { userName: 'ana' } });
  });

  test('a call of the trail, run again as its command, makes the same call', () => {
    const desk = new Device().open();
    desk.run(`${made('ana')} --tags Key=team,Value="at home"`);
    const { input } = desk.trail[1]!;
    desk.run(asCommand({ service: 'iam', operation: 'CreateUser', input }));
    expect(desk.trail[2]?.input).toEqual(input);
  });
});

describe('the sandbox’s time', () => {
  test('is the device’s and what was put on top of it', () => {
    const device = new Device();
    const desk = device.open();
    desk.advance(60_000);
    expect(desk.now).toBe(start + 60_000);
    desk.run(made('ana'));
    expect(desk.trail.at(-1)?.at).toBe(start + 60_000);
    expect(device.open().now).toBe(start + 60_000);
  });

  test('never lies before the last call, though the device’s clock goes back', () => {
    const device = new Device();
    device.now = start + 3_600_000;
    device.open().run(made('ana'));
    device.now = start;
    const desk = device.open();
    expect(desk.now).toBe(start + 3_600_000);
    desk.run(made('bruno'));
    expect(desk.entries[0]?.errors).toBe('');
  });

  test('a slow region learns of a call when its time has come', () => {
    const device = new Device();
    const desk = device.open();
    desk.goTo('eu-west-1');
    desk.setLag('eu-west-1', 20_000);
    desk.run(made('ana'));
    expect(desk.unseen('eu-west-1')).toHaveLength(1);
    expect(desk.unseen('us-east-1')).toHaveLength(0);
    expect(userNames(desk)).toEqual([]);
    desk.advance(10_000);
    expect(userNames(desk)).toEqual([]);
    desk.advance(10_000);
    expect(userNames(desk)).toEqual(['ana']);
    expect(desk.unseen('eu-west-1')).toHaveLength(0);
  });

  test('a paused region stays as it was, after an undo and a reload too', () => {
    const device = new Device();
    const desk = device.open();
    desk.goTo('eu-west-1');
    desk.setLag('eu-west-1', 'paused');
    desk.run(made('ana'));
    desk.run(made('bruno'));
    desk.undo();
    desk.advance(3_600_000);
    expect(userNames(desk)).toEqual([]);
    const again = device.open();
    expect(again.lagOf('eu-west-1')).toBe('paused');
    expect(again.unseen('eu-west-1')).toHaveLength(1);
    expect(userNames(again)).toEqual([]);
  });
});

describe('what the sandbox keeps', () => {
  test('comes back: the account, the hands, the terminal', () => {
    const device = new Device();
    const desk = device.open();
    desk.run(made('ana'));
    desk.run('export CITY=Quito');
    desk.run('echo hello > note.txt');
    desk.goTo('sa-east-1');
    desk.become({ by: 'scenario', principal: `arn:aws:iam::${account}:user/ana` });
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
    const desk = new Device().open();
    expect(desk.mayUndo).toBe(false);
    desk.run(`${made('ana')}\n${made('bruno')}`);
    desk.undo();
    expect(userNames(desk)).toEqual(['ana']);
    desk.undo();
    desk.undo();
    expect(desk.mayUndo).toBe(false);
    expect(desk.trail).toHaveLength(1);
  });

  test('a new account can be taken back', () => {
    const device = new Device();
    const desk = device.open();
    desk.run(`${made('ana')}\nexport A=1`);
    desk.advance(60_000);
    desk.startOver();
    expect([userNames(desk), desk.terminal.env, desk.now]).toEqual([[], {}, start]);
    expect(desk.history).toContain(made('ana'));
    expect(desk.mayBringBack).toBe(true);
    desk.bringBack();
    expect([userNames(desk), desk.terminal.env, desk.now]).toEqual([['ana'], { A: '1' }, start + 60_000]);
    expect(desk.mayBringBack).toBe(false);
  });

  test('a file opens in another browser; a world’s own file too', () => {
    const desk = new Device().open();
    desk.run(`${made('ana')}\nexport A=1`);
    const other = new Device().open();
    other.run(made('carla'));
    expect(other.open(desk.file())).toBeUndefined();
    expect([userNames(other), other.terminal.env]).toEqual([['ana'], { A: '1' }]);
    other.bringBack();
    expect(userNames(other)).toEqual(['carla']);
    expect(other.open(saveWorld(freshWorld()))).toBeUndefined();
    expect([userNames(other), other.who]).toEqual([[], { by: 'scenario', principal: root }]);
  });

  test.each([
    ['', { problem: 'json' }],
    ['{', { problem: 'json' }],
    ['[]', { problem: 'format' }],
    [saveWorld(freshWorld()).replace('"version":1', '"version":2'), { problem: 'version' }],
    [saveWorld(freshWorld()).replace('"at":', '"when":'), { problem: 'record', record: 1 }],
  ])('a bad file changes nothing: %#', (text, problem) => {
    const desk = new Device().open();
    desk.run(made('ana'));
    expect(desk.open(text)).toEqual(problem);
    expect(userNames(desk)).toEqual(['ana']);
    expect(desk.mayBringBack).toBe(false);
  });

  test('a kept text that cannot be read is put aside until it is let go', () => {
    const device = new Device({ 'world-0': '{"half": ' });
    const desk = device.open();
    expect(desk.unreadable).toBe('{"half": ');
    desk.run(made('ana'));
    const again = device.open();
    expect(userNames(again)).toEqual(['ana']);
    expect(again.unreadable).toBe('{"half": ');
    again.letGo();
    expect(again.unreadable).toBeUndefined();
    expect(device.open().unreadable).toBeUndefined();
  });

  test('AWS’s policies come later, and are no part of what is kept', () => {
    const device = new Device();
    const desk = device.open();
    const boundary = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
    desk.run(`${made('ana')} --permissions-boundary ${boundary}`);
    expect(desk.entries[0]?.errors).toContain('NoSuchEntity');
    desk.know(catalogue);
    desk.run(`${made('ana')} --permissions-boundary ${boundary}`);
    expect(userNames(desk)).toEqual(['ana']);
    desk.undo();
    desk.startOver();
    desk.run(`${made('bruno')} --permissions-boundary ${boundary}`);
    expect(userNames(desk)).toEqual(['bruno']);
    expect(JSON.stringify(device.texts)).not.toContain('AmazonS3ReadOnlyAccess');
  });

  test('a long log is kept in parts, and a call writes only the last of them', () => {
    const device = new Device();
    const desk = device.open();
    desk.run(Array.from({ length: 400 }, (_, at) => made(`user-number-${at}`)).join('\n'));
    expect(Object.keys(device.texts).filter((key) => key.startsWith('world-')).length).toBeGreaterThan(2);
    for (const text of Object.values(device.texts)) expect(text.length).toBeLessThan(140_000);
    const first = device.texts['world-0'];
    desk.run(made('one-more'));
    expect(device.texts['world-0']).toBe(first);
    expect(device.open().trail).toHaveLength(402);
    desk.startOver();
    expect(device.open().trail).toHaveLength(1);
  });
});
