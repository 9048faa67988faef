import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';

/**
 * How many times faster than the solver `npm run prove` was: reads its output from stdin, and the solver's times
 * (`solverMs`) from the file of questions. Prints the ratio of each question that was decided, then their geometric mean.
 */
interface Question {
  readonly name: string;
  readonly solverMs: number | null;
  readonly leftWithinRight: boolean;
}
interface Answer {
  readonly name: string;
  readonly leftWithinRight: boolean | null;
  readonly ms: number;
}

const [file] = process.argv.slice(2);
if (file === undefined || process.stdin.isTTY) {
  console.error(
    'Say the file of questions, and pipe the answers in: npm run -s prove -- FILE | npm run -s prove-ratio -- FILE',
  );
  process.exit(2);
}
const { queries } = JSON.parse(readFileSync(file, 'utf8')) as { readonly queries: readonly Question[] };
const answers = (await text(process.stdin))
  .split('\n')
  .filter((line) => line.startsWith('{'))
  .map((line) => JSON.parse(line) as Answer);
const ratios: number[] = [];
for (const { name, leftWithinRight, ms } of answers) {
  const question = queries.find((one) => one.name === name);
  if (question === undefined) continue;
  const verdict =
    leftWithinRight === null ? 'undecided' : leftWithinRight === question.leftWithinRight ? 'right' : 'wrong';
  const ratio = question.solverMs === null ? null : question.solverMs / ms;
  if (ratio !== null && verdict === 'right') ratios.push(ratio);
  if (verdict === 'wrong') process.exitCode = 1;
  console.log(JSON.stringify({ name, ms, ratio: ratio === null ? null : Math.round(ratio), verdict }));
}
const mean = Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length);
console.log(JSON.stringify({ questions: ratios.length, geometricMean: Math.round(mean) }));
