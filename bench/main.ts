/** Each measurement by name; it is loaded when it is asked for. */
const benches: Readonly<Record<string, () => Promise<{ run(args: readonly string[]): Promise<unknown> }>>> = {
  lake: () => import('./lake/bench-lake.ts'),
  verify: () => import('./verify/measure.ts'),
};

const [name = '', ...args] = process.argv.slice(2);
const bench = benches[name];
if (bench) process.stdout.write(`${JSON.stringify(await (await bench()).run(args), null, 2)}\n`);
else {
  process.stdout.write(`用法 Usage: npm run bench -- ${Object.keys(benches).join('|')}\n`);
  process.exitCode = 2;
}
