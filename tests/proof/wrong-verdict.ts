import { authorizer } from '#iam';
import type { Comparison } from '#proof';
import { oracle } from '../oracle/oracle.ts';
import { allRequests, type RandomPair } from './random-pairs.ts';

/**
 * What is wrong with a verdict: a counterexample that is none for the oracle, or a request of the small domain that shows
 * the contrary. `tried`: told how many requests were asked.
 */
export function wrongVerdict(
  pair: RandomPair,
  { relation, excess, missing }: Comparison,
  tried: (requests: number) => void = () => undefined,
): readonly string[] {
  const { left, right } = pair;
  const problems: string[] = [];
  for (const [list, allowing, refusing] of [
    [excess, left, right],
    [missing, right, left],
  ] as const)
    for (const request of list)
      if (oracle(request, allowing) !== 'allowed' || oracle(request, refusing) === 'allowed')
        problems.push(`no counterexample: ${JSON.stringify(request)}`);
  // Two counterexamples that hold say all there is to say, and `undecided` says nothing.
  if (relation === 'incomparable' || relation === 'undecided') return problems;
  const engines = [authorizer(left), authorizer(right)] as const;
  let requests = 0;
  for (const request of allRequests(pair)) {
    requests += 1;
    const [one, other] = engines.map((engine) => engine.decide(request) === 'allowed');
    if (one === other) continue;
    if (relation === (one === true ? 'exceeds' : 'within')) continue;
    problems.push(`not told: ${JSON.stringify(request)}`);
    break;
  }
  tried(requests);
  return problems;
}
