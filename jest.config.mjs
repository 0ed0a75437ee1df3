/**
 * Tests run in plain Node, as the system does: its own modules, its own stripping of types. The files of a worker share what they import,
 * which is the half of their time otherwise; nothing of the system keeps state in a module. Infra tests load aws-cdk-lib and stand apart.
 */
const shared = {
  testEnvironment: 'node',
  runner: ['jest-light-runner', { runtime: 'child_process' }],
  setupFiles: ['<rootDir>/test/set-up-worker.ts'],
  transform: {},
  testPathIgnorePatterns: ['/node_modules/', '/test/fixtures/'],
  modulePathIgnorePatterns: ['<rootDir>/cdk.out', '<rootDir>/build', '<rootDir>/.data'],
};

export default {
  maxWorkers: 2,
  testSequencer: '<rootDir>/test/longest-first.mjs',
  projects: [
    {
      ...shared,
      displayName: 'pure',
      testMatch: ['<rootDir>/test/{law,core,documents,decide,property,simulation}/**/*.test.ts'],
    },
    {
      ...shared,
      displayName: 'whole',
      testMatch: ['<rootDir>/test/{shell,flow,lake,ledger,operations,declarations}/**/*.test.ts'],
    },
    { ...shared, displayName: 'infra', testMatch: ['<rootDir>/test/infra/**/*.test.ts'] },
  ],
};
