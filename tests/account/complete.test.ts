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
  test('begins with commands, then the services that have operations', () => {
    expect(choices('a')).toEqual(['aws']);
    expect(choices('aws ia')).toEqual(['iam']);
    expect(choices('aws ')).toContain('configure');
    expect(choices('aws configure l')).toEqual(['list', 'list-profiles']);
    expect(choices('aws s3 m')).toEqual(['mb', 'mv']);
    expect(choices('ls; aws ia')).toEqual(['iam']);
    expect(choices('ls && aws ia')).toEqual(['iam']);
  });

  test('knows every operation that has a row, and none that has not', () => {
    const own = operations.filter(({ service }) => service === 'iam').map(({ name }) => kebab(name));
    expect(choices('aws iam ')).toEqual([...own, 'help'].sort());
  });

  test('knows an operation’s options, those that stand there left out', () => {
    expect(choices('aws iam create-user --user')).toEqual(['--user-name']);
    expect(choices('aws iam create-user --user-name x --user')).toEqual([]);
    expect(choices('aws iam create-user --p')).toEqual(['--path', '--permissions-boundary', '--profile']);
  });

  test('knows names, ARNs, profiles, regions and files', () => {
    expect(choices('aws iam get-user --user-name an')).toEqual(['ana', 'anabel']);
    expect(choices('aws iam create-user --permissions-boundary arn:aws:iam::aws:policy/Adm')).toEqual([
      'arn:aws:iam::aws:policy/AdministratorAccess',
    ]);
    expect(choices('aws iam list-users --profile ')).toEqual(['dev', 'prod']);
    expect(choices('aws iam list-users --region sa')).toEqual(['sa-east-1']);
    expect(choices('aws iam list-users --output t')).toEqual(['table', 'text']);
    expect(choices('aws iam create-user --user-name file://t')).toEqual(['file://trust.json']);
    expect(choices('cat c')).toEqual(['cv.pdf']);
    expect(choices('unset A')).toEqual(['AWS_PROFILE']);
  });

  test('says where the word begins, and has nothing where nothing fits', () => {
    expect(complete(terminal, world, 'aws ia').start).toBe(4);
    for (const line of [
      '',
      'nothing ',
      'aws nowhere x',
      'aws iam nothing --x y z',
      'aws iam get-user --user-name zz',
    ])
      expect(choices(line).filter((choice) => choice.startsWith('zz'))).toEqual([]);
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
