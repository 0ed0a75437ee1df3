/** Tests run as ESM (middy 7 has no CommonJS); swc only strips the types. Infra tests load aws-cdk-lib and stand apart. */
const shared = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2024' }, module: { type: 'es6' } },
    ],
  },
  testPathIgnorePatterns: ['/node_modules/', '/test/fixtures/'],
  modulePathIgnorePatterns: ['<rootDir>/cdk.out', '<rootDir>/build', '<rootDir>/.data'],
};

export default {
  maxWorkers: 2,
  // Modules of a file are not let go of: a worker grows by 15 MB a file, and at 2 GB it works mostly for the garbage collector.
  workerIdleMemoryLimit: '600MB',
  testTimeout: 300_000,
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
