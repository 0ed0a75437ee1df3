import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isStorageFull, STORAGE_FULL } from '../../functions/shell/storage-full.ts';
import { startHost } from './host.ts';
import { keepDemonstration } from './set-up.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: process.env['PORT'] ?? '8787' },
    data: { type: 'string', default: '.data' },
    empty: { type: 'boolean', default: false },
  },
});

const dataDir = resolve(values.data);

try {
  const host = await startHost({ dataDir, port: Number(values.port) });
  const stop = (): void => {
    void host.stop().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  const demonstration = await keepDemonstration(host.url, { dataDir, empty: values.empty });
  process.stdout.write(
    `阳光救助已就绪 Sunlight is ready: ${host.url}\n数据目录 data: ${dataDir}\n${
      demonstration
        ? '演示县 649900，演示数据·非真实标准 demonstration county 649900, invented amounts'
        : '空库，未载入演示县 empty, no demonstration county'
    }\n接口说明 contract: ${host.url}/openapi.json · 停止 stop: Ctrl+C · 清空 reset: npm run reset\n`,
  );
} catch (error) {
  const said = error instanceof Error ? error.message : String(error);
  const message = isStorageFull(error) ? `${STORAGE_FULL}\n${said}` : said;
  process.stderr.write(`未能启动 could not start: ${message}\n`);
  process.exit(1);
}
