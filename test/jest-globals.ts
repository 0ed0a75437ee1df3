/**
 * What tests import as `@jest/globals`: the runner puts the same on the global object, and the package itself answers only to Jest's own
 * runner.
 */
import type * as globals from '@jest/globals';

const given = globalThis as unknown as typeof globals;

export const { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } = given;
