/** Mutation testing of the engine, against the tests of `vitest.mutation.config.ts`. */
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'vitest.mutation.config.ts' },
  coverageAnalysis: 'perTest',
  mutate: ['src/iam/**/*.ts', '!src/iam/index.ts', '!src/iam/reference/**'],
  concurrency: 2,
  timeoutMS: 20_000,
  // A mutant in what runs when a module is loaded belongs to no test, so each would cost a run of all of them in a fresh
  // process (14 s each, hours together). They are tables of names, and the cases and the oracle hold those. The score
  // is therefore one of the mutants that are not static.
  ignoreStatic: true,
  reporters: ['clear-text', 'json', 'progress-append-only'],
  jsonReporter: { fileName: '.mutation/report.json' },
  tempDirName: '.mutation/sandbox',
  clearTextReporter: { allowColor: false, reportTests: false, reportMutants: false },
};
