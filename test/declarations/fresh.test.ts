import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { addressOf } from '../../functions/shell/openapi-operation.ts';
import { steps } from '../../functions/steps.ts';
import { generatedFiles } from '../../infra/generate.ts';

const committed = (path: string): Promise<string> => readFile(new URL(`../../${path}`, import.meta.url), 'utf8');

interface Contract {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly operationId: string }>>>>;
}
const contract = async (): Promise<Contract> =>
  JSON.parse(await committed('schemas/generated/openapi.json')) as Contract;

describe('generated files', () => {
  it('equal what the declarations give now (else: npm run contract)', async () => {
    const stale: string[] = [];
    for (const [path, text] of await generatedFiles()) if ((await committed(path)) !== text) stale.push(path);
    expect(stale).toEqual([]);
  });
});

describe('the contract', () => {
  it('is valid OpenAPI 3.1, references included', async () => {
    const validator = new Validator();
    const result = await validator.validate({ ...(await contract()) });
    expect(result).toMatchObject({ valid: true });
    expect(validator.version).toBe('3.1');
    expect(JSON.stringify(validator.resolveRefs())).not.toContain('"$ref"');
  });

  it('has one operation for every step with an address, named by its id, and none besides but the host’s own', async () => {
    const { paths } = await contract();
    const operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId }]) => `${operationId} ${method} ${path}`),
    );
    const declared = steps.flatMap((step) => {
      const address = addressOf(step);
      return address ? [`${step.id} ${address.method} ${address.path}`] : [];
    });
    expect(operations.sort()).toEqual(
      [...declared, 'host.read-health get /v1/health', 'host.read-contract get /openapi.json'].sort(),
    );
  });

  it('is found broken when it is broken', async () => {
    const broken = { ...(await contract()), info: {} };
    expect(await new Validator().validate(broken)).toMatchObject({ valid: false });
  });
});
