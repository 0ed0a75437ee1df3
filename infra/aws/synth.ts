import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildLambdas } from './build.ts';
import { findingsIn } from './findings.ts';
import { root } from './lambdas.ts';
import { platforms } from './platform.ts';
import { sunlightApp } from './sunlight-app.ts';

/** `npm run synth`: the templates of both partitions, without an account, a look-up or Docker, and without a finding of CDK's own rules. */
const started = performance.now();
const bundles = await buildLambdas();
const largest = [...bundles].sort((a, b) => b.bytes - a.bytes)[0];
process.stdout.write(`bundles ${bundles.length}, largest ${largest?.id} ${largest?.bytes} bytes\n`);

for (const platform of platforms) {
  const outdir = join(root, 'cdk.out', platform.partition);
  rmSync(outdir, { recursive: true, force: true });
  for (const { stackName, template } of sunlightApp({ platform, outdir }).synth().stacks) {
    const resources = Object.keys((template as { Resources: object }).Resources).length;
    const bytes = Buffer.byteLength(JSON.stringify(template));
    process.stdout.write(`${platform.partition} ${stackName} ${resources} resources ${bytes} bytes\n`);
  }
  // CDK itself stops at errors only.
  const findings = findingsIn(outdir);
  if (findings.length > 0) throw new Error(`${platform.partition}: ${findings.join(', ')}`);
}
process.stdout.write(`${((performance.now() - started) / 1_000).toFixed(1)} s\n`);
