import { compareAccess } from '#proof';
import { randomSource } from '../tests/oracle/worlds.ts';
import { pairDomain, randomPair } from '../tests/proof/random-pairs.ts';
import { wrongVerdict } from '../tests/proof/wrong-verdict.ts';

/**
 * The prover against brute force: `--count N` random pairs over a domain that can be tried out, `--seed S`. A verdict is
 * wrong where a request shows the contrary, or where a counterexample is none for the oracle. Exit 1 on a wrong one.
 */
const argument = (name: string, usual: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? usual : Number(process.argv[at + 1]);
};
const count = argument('count', 20_000);
const source = randomSource(argument('seed', 2026));
const verdicts = new Map<string, number>();
let wrong = 0;
let requests = 0;
for (let pair = 0; pair < count; pair += 1) {
  const sides = randomPair(source);
  const found = compareAccess(sides.left, sides.right, pairDomain);
  verdicts.set(found.relation, (verdicts.get(found.relation) ?? 0) + 1);
  const problems = wrongVerdict(sides, found, (tried) => (requests += tried));
  if (problems.length === 0) continue;
  wrong += 1;
  console.log(JSON.stringify({ pair, relation: found.relation, problems, ...sides }));
}
console.log(JSON.stringify({ pairs: count, requests, ...Object.fromEntries(verdicts) }));
console.log(`${count - wrong} passed, ${wrong} failed`);
process.exitCode = wrong === 0 ? 0 : 1;
