import { walk } from '../tests/account/walk.ts';

/** `npm run account-walks -- --count N --seed S`: N sequences of 50 random calls; every invariant that breaks is printed. */
const args = process.argv.slice(2);
function option(name: string, otherwise: number): number {
  const at = args.indexOf(name);
  return at === -1 ? otherwise : Number(args[at + 1]);
}
const count = option('--count', 10_000);
const first = option('--seed', 1);
let failed = 0;
let allowed = 0;
for (let seed = first; seed < first + count; seed += 1) {
  const found = walk(seed, 50);
  allowed += found.allowed;
  if (found.problems.length > 0) failed += 1;
  for (const problem of found.problems) console.log(problem);
}
console.log(JSON.stringify({ walks: count, calls: count * 50, allowed }));
console.log(`${count - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
