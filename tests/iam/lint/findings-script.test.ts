import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'findings-'));
afterAll(() => rmSync(folder, { recursive: true }));

function findings(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync('node', ['--import', 'tsx', 'scripts/findings.ts', ...args], {
    encoding: 'utf8',
  });
  return { status, lines: stdout.split('\n').filter((line) => line !== ''), stderr: stderr.trim() };
}

describe('npm run findings', () => {
  test('walks folders, says where each finding is, and exits 1 on an error', () => {
    const file = join(folder, 'inner', 'policy.json');
    mkdirSync(join(folder, 'inner'));
    writeFileSync(join(folder, 'notes.txt'), 'no policy');
    const statement = '{ "Effect": "Allow", "Action": "s3:GetObjct", "Resource": "arn:aws:s3:::media/*" }';
    writeFileSync(file, `{ "Version": "2012-10-17",\n  "Statement": [${statement}] }`);
    const line = { file, check: 'INVALID_ACTION', severity: 'error', line: 2, column: 48 };
    const english = findings('--type', 'identity', folder);
    expect(english.lines.map((one) => JSON.parse(one) as unknown)).toEqual([
      { ...line, message: 'The action `s3:GetObjct` does not exist.' },
    ]);
    expect(english.status).toBe(1);
    const spanish = findings('--type', 'identity', '--language', 'es', file);
    expect(spanish.lines.map((one) => JSON.parse(one) as unknown)).toEqual([
      { ...line, message: 'La acción `s3:GetObjct` no existe.' },
    ]);
  });

  test.each([
    [['--type', 'identiti', '.'], 'There is no policy type "identiti"'],
    [['--type', 'identity', join(folder, 'nothing.json')], 'nothing.json cannot be read'],
    [['--type', 'identity'], 'Say which files or folders hold the policies'],
    [[], 'Say of which type the policies are'],
  ])('says what is wrong with %j, and exits 2', (args, sentence) => {
    const { status, lines, stderr } = findings(...args);
    expect(stderr).toContain(sentence);
    expect([status, lines]).toEqual([2, []]);
  });
});
