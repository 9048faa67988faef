// A module, so that it may wait.
export {};

/** Random tests start at `SEED` where the environment sets it: with the one that a failure printed, they fail again. */
const seed = process.env['SEED'];
if (seed !== undefined) {
  const { configureGlobal } = await import('fast-check');
  configureGlobal({ seed: Number(seed) });
}
