import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

/**
 * `npm test`: its parts beside each other, one a core, and then the browser tests, which take all cores themselves. Each
 * part's wall time is printed; of a part that fails, all its output. Names of parts as arguments: only those.
 */
// The longest first, so that the cores end together.
const beside = [
  'eslint',
  'cases',
  'properties',
  'svelte-check',
  'drt -- --count 60000',
  'tsc',
  'prettier',
  'scenarios',
  'knip',
  'conformance',
];
const alone = ['e2e'];

interface Result {
  readonly name: string;
  readonly passed: boolean;
  readonly seconds: string;
}

/** Runs a script of package.json; its output is shown at once where it has the screen for itself, else where it failed. */
function run(name: string, stdio: 'inherit' | 'pipe'): Promise<Result> {
  const start = performance.now();
  const child = spawn('npm', ['run', '--silent', ...name.split(' ')], { stdio: ['ignore', stdio, stdio] });
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (part: Buffer) => void output.push(part));
  return new Promise((resolve) => {
    child.on('close', (code) => {
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      if (code !== 0) process.stdout.write(Buffer.concat(output));
      console.log(`${code === 0 ? 'passed' : 'FAILED'} ${name} in ${seconds} s`);
      resolve({ name, passed: code === 0, seconds });
    });
  });
}

const wanted = process.argv.slice(2);
const asked = (name: string): boolean => wanted.length === 0 || wanted.includes(name.split(' ', 1)[0] ?? '');
const waiting = beside.filter(asked);
const results: Result[] = [];
const core = async (): Promise<void> => {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift())
    results.push(await run(name, 'pipe'));
};
await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, core));
for (const name of alone.filter(asked)) results.push(await run(name, 'inherit'));

const failed = results.filter(({ passed }) => !passed).map(({ name }) => name);
console.log(failed.length === 0 ? `${results.length} parts passed` : `failed: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
