import { registerHooks } from 'node:module';

/** Tests name what they use; where the runner has put it is told here, once a worker. */
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === '@jest/globals'
      ? { url: new URL('./jest-globals.ts', import.meta.url).href, shortCircuit: true }
      : next(specifier, context),
});
