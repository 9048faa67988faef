import { parseArgs } from 'node:util';
import { authorizer } from '#iam';
import { oracle } from '../tests/oracle/oracle.ts';
import { randomSource, randomWorld } from '../tests/oracle/worlds.ts';

/** Differential test: the engine against the oracle on random worlds. Exit 1: they differ, or the mix is too one-sided. */
const { values } = parseArgs({
  options: { count: { type: 'string', default: '200000' }, seed: { type: 'string', default: '1' } },
});
const count = Number(values.count);
const source = randomSource(Number(values.seed));
const perWorld = 8;
const mix = { allowed: 0, explicitDeny: 0, implicitDeny: 0, cannotEvaluate: 0 };
let asked = 0;
let keyPresent = 0;
let wildcardHit = 0;
let mismatches = 0;
while (asked < count) {
  const { policies, requests } = randomWorld(source, perWorld);
  const engine = authorizer(policies);
  for (const one of requests) {
    const quick = engine.decide(one.request);
    const full = asked % 4 === 0 ? engine.evaluate(one.request).decision : quick;
    const wanted = oracle(one.request, policies);
    asked += 1;
    mix[quick] += 1;
    if (one.keyPresent) keyPresent += 1;
    if (one.wildcardHit) wildcardHit += 1;
    if (quick === wanted && full === wanted) continue;
    mismatches += 1;
    if (mismatches <= 5)
      console.log(
        JSON.stringify({ oracle: wanted, decide: quick, evaluate: full, request: one.request, policies }),
      );
  }
}
const share = (part: number): number => Math.round((1000 * part) / asked) / 10;
console.log(
  JSON.stringify({
    asked,
    seed: Number(values.seed),
    mismatches,
    percent: Object.fromEntries(Object.entries(mix).map(([decision, part]) => [decision, share(part)])),
    keyPresent: share(keyPresent),
    wildcardHit: share(wildcardHit),
  }),
);
const lopsided =
  Math.min(mix.allowed, mix.explicitDeny, mix.implicitDeny) < 0.2 * asked ||
  keyPresent < 0.5 * asked ||
  wildcardHit < 0.3 * asked;
process.exitCode = mismatches > 0 || lopsided ? 1 : 0;
