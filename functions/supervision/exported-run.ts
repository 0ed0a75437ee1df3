import type { CellKind, ExportSheet, SheetCell } from '../core/export-sheet.ts';
import type { AskedRun } from '../core/facts.ts';
import { columnWords, lakeColumnWords } from './queries/column-words.ts';
import { querySources } from './queries/generated.ts';

const day = /^\d{4}-\d{2}-\d{2}$/;
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

const kindOfCell = (cell: Exclude<SheetCell, null>): CellKind => {
  if (typeof cell === 'number') return 'number';
  if (typeof cell === 'boolean') return 'truth';
  if (instant.test(cell)) return 'instant';
  return day.test(cell) ? 'day' : 'text';
};

/** A column is of a kind when all its values are; one that has none, or several kinds, is text. */
function kindOf(rows: readonly (readonly SheetCell[])[], place: number): CellKind {
  const kinds = new Set(rows.flatMap((row) => (row[place] == null ? [] : [kindOfCell(row[place])])));
  const [only = 'text', ...more] = kinds;
  return more.length > 0 ? 'text' : only;
}

/** What an asker calls a column in a text of their own is no word of the library's. */
const titleOf = (name: string, kind: CellKind, ofLibrary: boolean): string => {
  const words = ofLibrary ? columnWords(name) : lakeColumnWords(name);
  const title = words ? `${words[0]} ${words[1]}` : name;
  return kind === 'instant' ? `${title}（北京时间 Beijing time）` : title;
};

const wordsOfParam = (query: string, name: string): string =>
  querySources.find(({ id }) => id === query)?.params.find((param) => param.name === name)?.text ?? name;

/** How few households are too few, in words for whoever reads the file. */
const withheldText = (withheld: number, below: number | undefined): string =>
  `${withheld} 行不足 ${below ?? ''} 户，数字已隐去 rows with fewer than ${below ?? ''} households: figures withheld`;

/**
 * A finished run as a sheet: titles in Chinese and English, instants still in UTC for the writer to turn, and what was asked, why, by
 * whom and when. The run is as the caller may see it: what is withheld there is withheld here.
 */
export function exportedRun(
  run: AskedRun,
  by: { readonly purpose: string; readonly person: string; readonly at: string },
) {
  const { view, smallCells, asked } = run;
  const { columns = [], rows = [], withheld } = view;
  const source = querySources.find(({ id }) => id === view.query);
  const kinds = columns.map((_name, i) => kindOf(rows, i));
  const title = source ? `${source.zh} ${source.en}` : '自定查询 Query in SQL';
  const about: [string, string][] = [
    ['查询 Query', title],
    ['查询名称 Name', view.query],
    ...(asked?.text === undefined ? [] : [['查询语句 Text', asked.text] as [string, string]]),
    ...Object.entries(asked?.params ?? {}).map(([n, v]): [string, string] => [wordsOfParam(view.query, n), v]),
    ['县级代码 Counties', run.counties.join(' ')],
    ['查询目的 Purpose of the query', asked?.purpose ?? ''],
    ['查询人 Asked by', asked?.by ?? ''],
    ['查询时间 Asked at', asked?.at ?? ''],
    ['查询运行编号 Run', view.runId],
    ['导出目的 Purpose of the export', by.purpose],
    ['导出人 Exported by', by.person],
    ['导出时间 Exported at', by.at],
    ['行数 Rows', String(rows.length)],
    ...(withheld === undefined
      ? []
      : [['隐去 Withheld', withheldText(withheld, smallCells?.below)] as [string, string]]),
  ];
  const sheet: ExportSheet = {
    title,
    about: about.map(([label, value]) =>
      instant.test(value) ? [`${label}（北京时间 Beijing time）`, value] : [label, value],
    ),
    columns: columns.map((name, i) => ({
      title: titleOf(name, kinds[i] ?? 'text', source !== undefined),
      kind: kinds[i] ?? 'text',
    })),
    rows,
  };
  return sheet;
}
