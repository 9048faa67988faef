import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { accountStart, newTranscriptState, newWorld, runTranscript } from '#account';
import { awsPolicies } from './aws-policies.ts';

/** `npm run account -- FILE`: runs a transcript of `aws …` lines on a fresh account and prints each line with its output. */
const account = '111122223333';
const start = 1_767_225_600_000;
const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error('Say which file holds the transcript: npm run account -- FILE');
  process.exit(2);
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    console.error(`${path}: ${error instanceof Error ? error.message : String(error)}`);
    return process.exit(2);
  }
}

const text = read(file);
const named = [...text.matchAll(/fileb?:\/\/([^\s'"]+)/g)].map(([, path]) => path ?? '');
const files = Object.fromEntries(
  named
    .map((name) => [name.replace(/^(?:\.\/|~\/|\/tmp\/)/, ''), join(dirname(file), name)] as const)
    .filter(([, path]) => existsSync(path))
    .map(([name, path]) => [name, read(path)]),
);
const catalogue = awsPolicies();
const world = newWorld(
  accountStart(account, { name: 'Puerto Labs', email: 'root@puerto.example', at: start }),
  start,
  catalogue,
);
for (const { line, output, errors } of runTranscript(text, newTranscriptState(world, account, files))
  .printed) {
  console.log(line);
  if (output !== '') console.log(output);
  if (errors !== '') console.log(errors.replace(/^\n/, ''));
}
