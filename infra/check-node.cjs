// Runs under any Node that can start, so it keeps to CommonJS and old syntax.
var wanted = 24;
var found = process.versions.node;
if (Number(found.split('.')[0]) !== wanted) {
  process.stderr.write(
    '阳光救助需要 Node ' +
      wanted +
      '，当前为 ' +
      found +
      '：请先在本目录运行 npm ci（会装好所需的 Node），再用 npm 运行本命令。 ' +
      'Sunlight needs Node ' +
      wanted +
      ', this is ' +
      found +
      ': run npm ci in this folder first (it installs the right Node), then run this command through npm.\n',
  );
  process.exit(1);
}
