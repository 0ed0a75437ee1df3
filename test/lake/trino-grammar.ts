import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ParserRuleContext } from 'antlr4ng';
import { build } from 'esbuild';

interface Tree {
  enterFunctionCall(context: ParserRuleContext): void;
  enterTableName(context: ParserRuleContext): void;
  enterNamedQuery(context: ParserRuleContext): void;
}
interface Trino {
  readonly TrinoSQL: new () => {
    parse(
      sql: string,
      onError: (fault: { readonly message: string; readonly startLine: number }) => void,
    ): ParserRuleContext;
    listen(listener: Tree, tree: ParserRuleContext): void;
  };
  readonly TrinoSqlListener: new () => Tree;
}

/** What a query says, by the grammar of Trino (Athena's engine): its errors, the functions it calls, the tables it reads and names itself. */
export interface Parsed {
  readonly errors: readonly string[];
  readonly functions: readonly string[];
  readonly tables: readonly string[];
}

/** The parser, bundled for this process: as published it imports folders, which Node refuses. */
export async function trinoGrammar(): Promise<(sql: string) => Parsed> {
  const dir = await mkdtemp(join(tmpdir(), 'sunlight-trino-'));
  const outfile = join(dir, 'trino.mjs');
  const contents = "export { TrinoSQL, TrinoSqlListener } from 'dt-sql-parser';";
  await build({
    stdin: { contents, resolveDir: import.meta.dirname },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
  });
  const { TrinoSQL, TrinoSqlListener } = (await import(pathToFileURL(outfile).href)) as Trino;
  await rm(dir, { recursive: true });
  const parser = new TrinoSQL();
  const first = (context: ParserRuleContext): string => (context.getChild(0)?.getText() ?? '').toLowerCase();
  return (sql) => {
    const errors: string[] = [];
    const tree = parser.parse(sql, ({ startLine, message }) => void errors.push(`line ${startLine}: ${message}`));
    const [functions, tables, own] = [new Set<string>(), new Set<string>(), new Set<string>()];
    const listener = new TrinoSqlListener();
    listener.enterFunctionCall = (context) => void functions.add(first(context));
    listener.enterTableName = (context) => void tables.add(context.getText().toLowerCase());
    listener.enterNamedQuery = (context) => void own.add(first(context));
    parser.listen(listener, tree);
    return { errors, functions: [...functions], tables: [...tables].filter((name) => !own.has(name)) };
  };
}
