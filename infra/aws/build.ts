import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build } from 'esbuild';
import { lambdaSources, root } from './lambdas.ts';
import { packedContract } from './packed-contract.ts';
import { buildPrintLayer, printPackages } from './print-layer.ts';
import { buildSdkLayer, layerPackages } from './sdk-layer.ts';
import { withoutDescriptions } from './without-descriptions.ts';
import { withoutJsonSchema } from './without-json-schema.ts';

/** Where the bundle of a Lambda lies. */
export const bundleFolder = (id: string): string => join(root, 'build', 'lambda', id);

export interface Bundle {
  readonly id: string;
  readonly bytes: number;
}

function writeEntries(folder: string): Record<string, string> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const written = lambdaSources().map(({ id, entry }) => {
    const path = join(folder, `${id}.ts`);
    writeFileSync(path, entry);
    return [`${id}/index`, path] as const;
  });
  return Object.fromEntries(written);
}

/**
 * Writes the entry of every Lambda and bundles all of them, or those wanted, in one pass; the AWS SDK stands apart in a layer of its own, and so does what
 * prints papers. The same sources give the same bytes.
 */
export async function buildLambdas(wanted: (id: string) => boolean = () => true): Promise<readonly Bundle[]> {
  const outdir = join(root, 'build', 'lambda');
  rmSync(outdir, { recursive: true, force: true });
  const entries = Object.entries(writeEntries(join(root, 'build', 'entries')));
  const chosen = entries.filter(([name]) => wanted(name.replace(/\/index$/, '')));
  const bundles = await bundled(Object.fromEntries(chosen), outdir);
  await buildSdkLayer();
  await buildPrintLayer();
  return bundles;
}

/** Some Lambdas bundled anew, from entries that are written already, into a folder of their own. */
export const rebuildLambdas = (ids: readonly string[], outdir: string): Promise<readonly Bundle[]> =>
  bundled(Object.fromEntries(ids.map((id) => [`${id}/index`, join(root, 'build', 'entries', `${id}.ts`)])), outdir);

/** Minified CommonJS, since the ESM form of `node:http` costs 40 to 60 ms of a cold start; no source maps. */
async function bundled(entryPoints: Readonly<Record<string, string>>, outdir: string): Promise<readonly Bundle[]> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: { ...entryPoints },
    outdir,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    mainFields: ['module', 'main'],
    charset: 'utf8',
    legalComments: 'none',
    sourcemap: false,
    metafile: true,
    logLevel: 'error',
    external: [...layerPackages, ...printPackages],
    plugins: [withoutJsonSchema, withoutDescriptions, packedContract],
  });
  return Object.entries(metafile.outputs).map(([path, { bytes }]) => ({
    id: relative(outdir, join(root, path)).replace(/\/index\.js$/, ''),
    bytes,
  }));
}
