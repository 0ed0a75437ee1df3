import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Step } from '../../functions/core/step.ts';
import { steps } from '../../functions/steps.ts';

/** Root of the project. */
export const root = join(import.meta.dirname, '..', '..');

/** What becomes a Lambda: an id, which is also the folder of its bundle, and the module that its entry is written from. */
export interface LambdaSource {
  readonly id: string;
  readonly entry: string;
}

/** Steps with an address; those of the docket run inside its tasks. */
export const httpSteps: readonly Step[] = steps.filter(({ route }) => !route.startsWith('DOCKET '));

/** `record-visit` → `recordVisit`: a file and what it exports. */
const camel = (file: string): string => file.replace(/-(.)/g, (_, c: string) => c.toUpperCase());

/** `review.record-visit` → `recordVisit`, in `functions/review/record-visit.ts` (id = path = export). */
function moduleOf({ id }: Step): { readonly path: string; readonly name: string } {
  const [context = '', file = ''] = id.split('.');
  return { path: `functions/${context}/${file}.ts`, name: camel(file) };
}

function stepSource(step: Step): LambdaSource {
  const { path, name } = moduleOf(step);
  if (!existsSync(join(root, path))) throw new Error(`${step.id} has no file ${path}`);
  const effects = step.effects ?? [];
  const entry = [
    `import { ${name} } from '../../${path}';`,
    "import { toLambda } from '../../functions/shell/aws/to-lambda.ts';",
    ...effects.map((kind) => `import { ${camel(kind)} } from '../../functions/shell/effects/${kind}.ts';`),
    `export const handler = toLambda(${name}, { ${effects.map((kind) => `'${kind}': ${camel(kind)}`).join(', ')} });`,
  ];
  return { id: step.id, entry: `${entry.join('\n')}\n` };
}

const handlerOf = (id: string, file: string): LambdaSource => ({
  id,
  entry: `export { handler } from '../../functions/shell/aws/${file}.ts';\n`,
});

/** Ids of the functions that are not steps. */
export const hostLambdas = {
  authorizer: 'shell.authorizer',
  health: 'shell.health',
  contract: 'shell.contract',
  recorder: 'supervision.record-events',
  redrive: 'supervision.redrive-events',
  deliver: 'supervision.deliver-changes',
  docket: 'supervision.run-docket-task',
  openDay: 'supervision.open-day',
  sealing: 'supervision.seal-ledgers',
} as const;

/** Every Lambda of the AWS host, by id. */
export const lambdaSources = (): readonly LambdaSource[] =>
  [
    ...httpSteps.map(stepSource),
    handlerOf(hostLambdas.authorizer, 'authorizer'),
    handlerOf(hostLambdas.health, 'health'),
    handlerOf(hostLambdas.contract, 'contract'),
    handlerOf(hostLambdas.recorder, 'record-events'),
    handlerOf(hostLambdas.redrive, 'redrive-events'),
    handlerOf(hostLambdas.deliver, 'deliver-changes'),
    handlerOf(hostLambdas.docket, 'run-docket-task'),
    handlerOf(hostLambdas.openDay, 'open-day'),
    handlerOf(hostLambdas.sealing, 'seal-ledgers'),
  ].sort((a, b) => (a.id < b.id ? -1 : 1));
