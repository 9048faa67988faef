/** How often a random test runs: its usual count, times `RUNS` where the environment sets it (`RUNS=5 npm run properties`). */
export function runs(usual: number): number {
  return Math.max(1, Math.round(usual * Number(process.env['RUNS'] ?? 1)));
}

/** Where random worlds start: at `SEED` where the environment sets it, else somewhere else each time. A failure prints it. */
export const firstSeed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));
