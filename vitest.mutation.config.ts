import { defineConfig } from 'vitest/config';

/** The tests that mutants are run against: cases and examples, without the random worlds, which would take days. */
export default defineConfig({
  test: {
    environment: 'node',
    include: [
      'tests/iam/{conditions,pattern,evaluation}/cases.test.ts',
      'tests/iam/conditions/{explain,values}.test.ts',
      'tests/iam/evaluation/{documented,elements,policies,explanation-cache,reasons,trace}.test.ts',
      'tests/iam/pattern/{resource,shapes,wildcard}.test.ts',
      'tests/iam/{policy,request,credentials}/*.test.ts',
    ],
    // Instrumented code is slow, and two runs share the machine.
    testTimeout: 60_000,
    // The worlds among them; the rest of the file still runs.
    testNamePattern: /^(?!.*over random worlds)/,
  },
});
