import { authorizer } from '#iam';
import { compareAccess } from '#proof';
import { oracle } from '../tests/oracle/oracle.ts';
import { randomSource } from '../tests/oracle/worlds.ts';
import { allRequests, pairDomain, randomPair } from '../tests/proof/random-pairs.ts';

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
  const { left, right } = sides;
  const found = compareAccess(left, right, pairDomain);
  verdicts.set(found.relation, (verdicts.get(found.relation) ?? 0) + 1);
  const problems: string[] = [];
  for (const [list, allowing, refusing] of [
    [found.excess, left, right],
    [found.missing, right, left],
  ] as const)
    for (const request of list)
      if (oracle(request, allowing) !== 'allowed' || oracle(request, refusing) === 'allowed')
        problems.push(`no counterexample: ${JSON.stringify(request)}`);
  const [one, other] = [authorizer(left), authorizer(right)];
  let excess = false;
  let missing = false;
  // Two counterexamples that hold say all there is to say.
  for (const request of found.relation === 'incomparable' ? [] : allRequests(sides)) {
    requests += 1;
    const allowed = [one.decide(request) === 'allowed', other.decide(request) === 'allowed'];
    if (allowed[0] === allowed[1]) continue;
    if (allowed[0] === true) excess = true;
    else missing = true;
    if (found.relation === 'equal' || found.relation === (allowed[0] === true ? 'within' : 'exceeds')) {
      problems.push(`not told: ${JSON.stringify(request)}`);
      break;
    }
    if (excess && missing) break;
  }
  if (problems.length === 0) continue;
  wrong += 1;
  console.log(JSON.stringify({ pair, relation: found.relation, problems, left, right }));
}
console.log(JSON.stringify({ pairs: count, requests, ...Object.fromEntries(verdicts) }));
console.log(`${count - wrong} passed, ${wrong} failed`);
process.exitCode = wrong === 0 ? 0 : 1;
