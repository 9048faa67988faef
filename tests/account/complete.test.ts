import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commandLines, complete, isOpenLine, newTerminal, operations, type Terminal } from '#account';
import { kebab } from '../../src/account/cli/names.ts';
import { call, freshWorld } from './fresh-world.ts';

const world = ['ana', 'anabel', 'bruno'].reduce(
  (before, name) => call(before, 'iam:CreateUser', { UserName: name }).world,
  freshWorld(),
);
const terminal: Terminal = {
  ...newTerminal(),
  profiles: { dev: {}, prod: {} },
  files: { 'trust.json': '{}', 'cv.pdf': '' },
  env: { AWS_PROFILE: 'dev' },
};
function choices(line: string): readonly string[] {
  return complete(terminal, world, line).choices;
}

describe('the completion of a line', () => {
  test('knows every operation that has a row, and none that has not', () => {
    const own = operations.filter(({ service }) => service === 'iam').map(({ name }) => kebab(name));
    expect(choices('aws iam ')).toEqual([...own, 'help'].sort());
  });

  test('says where the word begins', () => {
    expect(complete(terminal, world, 'aws ia').start).toBe(4);
  });

  test('never throws, and every choice begins as the word does', () => {
    const words = fc.constantFrom(
      'aws',
      'iam',
      's3',
      '--user-name',
      '--',
      'get-user',
      '&&',
      ';',
      "'",
      '"',
      'file://',
      ' ',
      'a',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string({ maxLength: 5 })), { maxLength: 8 }), (parts) => {
        const line = parts.join(' ');
        const { start, choices: found } = complete(terminal, world, line);
        expect(found.every((choice) => choice.startsWith(line.slice(start)))).toBe(true);
      }),
    );
  });
});

describe('the lines of a text', () => {
  test('go on after a backslash and inside quotes', () => {
    expect(commandLines("ls\naws iam \\\n list-users\necho '{\n}'\n")).toEqual([
      'ls',
      'aws iam  list-users',
      "echo '{\n}'",
    ]);
    expect(isOpenLine("echo '{")).toBe(true);
    expect(isOpenLine('aws iam \\')).toBe(true);
    expect(isOpenLine("echo '{\n}'")).toBe(false);
    expect(isOpenLine('')).toBe(false);
  });
});
