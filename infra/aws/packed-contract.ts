import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'esbuild';

/** Packs the contract in the one bundle that answers it: its text grows with every step, and is a tenth packed. */
export const packedContract: Plugin = {
  name: 'packed-contract',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]schemas[\\/]generated[\\/]openapi\.json$/ }, async ({ path }) => {
      const packed = gzipSync(JSON.stringify(JSON.parse(await readFile(path, 'utf8'))), { level: 9 }).toString(
        'base64',
      );
      const contents = `import { gunzipSync } from 'node:zlib';
        export default JSON.parse(gunzipSync(Buffer.from('${packed}', 'base64')).toString('utf8'));`;
      return { contents, loader: 'js' };
    });
  },
};
