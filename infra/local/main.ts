import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startHost } from './host.ts';
import { setUpDemonstrationCounty } from './set-up.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: process.env['PORT'] ?? '8787' },
    data: { type: 'string', default: '.data' },
    empty: { type: 'boolean', default: false },
  },
});

const dataDir = resolve(values.data);
const fresh = !existsSync(dataDir);

try {
  const host = await startHost({ dataDir, port: Number(values.port) });
  const stop = (): void => {
    void host.stop().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  if (fresh && !values.empty) await setUpDemonstrationCounty(host.url);
  process.stdout.write(
    `阳光救助已就绪 Sunlight is ready: ${host.url}\n数据目录 data: ${dataDir}\n${
      values.empty
        ? '空库，未载入演示县 empty, no demonstration county'
        : '演示县 649900，演示数据·非真实标准 demonstration county 649900, invented amounts'
    }\n接口说明 contract: ${host.url}/openapi.json · 停止 stop: Ctrl+C · 清空 reset: npm run reset\n`,
  );
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`未能启动 could not start: ${message}\n`);
  process.exit(1);
}
