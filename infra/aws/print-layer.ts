import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { fontFiles, fontPackage } from '../../functions/shell/pdf/font-files.ts';
import { root } from './lambdas.ts';

/** Folder of the layer, laid out as Lambda mounts it under /opt. Only the step that prints papers has it. */
export const printLayerFolder = join(root, 'build', 'print-layer');

/** Packages that the step takes from this layer, and what each file of it holds. A CommonJS import takes the whole export for the default. */
const files: Readonly<Record<string, string>> = {
  pdfkit: "module.exports = require('pdfkit');",
  fontkit: "module.exports = require('fontkit');",
  qr: "module.exports = require('qr');",
};
export const printPackages: readonly string[] = Object.keys(files);

/** Writes the layer: the PDF library, the reader of fonts it shares with us, and two weights of the font with their licence. */
export async function buildPrintLayer(folder: string = printLayerFolder): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  const modules = join(folder, 'nodejs', 'node_modules');
  for (const [name, contents] of Object.entries(files))
    await build({
      stdin: { contents, resolveDir: root },
      outfile: join(modules, name, 'index.js'),
      bundle: true,
      minify: true,
      platform: 'node',
      target: 'node24',
      format: 'cjs',
      legalComments: 'none',
      logLevel: 'error',
      external: printPackages.filter((other) => other !== name),
    });
  for (const file of ['LICENSE', ...Object.values(fontFiles)]) {
    mkdirSync(join(modules, fontPackage, 'files'), { recursive: true });
    cpSync(join(root, 'node_modules', fontPackage, file), join(modules, fontPackage, file));
  }
}
