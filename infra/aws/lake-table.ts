import type { Stack } from 'aws-cdk-lib';
import { CfnTable } from 'aws-cdk-lib/aws-glue';
import { type LakeColumn, type LakeTableName, lakeTables, rawColumns } from '../../schemas/lake.ts';
import { lakeWords, wordsOf } from '../../schemas/lake-words.ts';
import { type LakeZone, zonePrefix, zoneTableName } from '../../schemas/lake-zones.ts';
import type { Stores } from './data-stack.ts';
import { lakeNames } from './platform.ts';

/** No live row is older; history of older systems goes further back. */
const LIVE_FROM = '2026-01';
const IMPORTS_FROM = '2015-01';

const columnOf =
  (table: LakeTableName) =>
  ({ name, type }: LakeColumn) => ({ name, type, comment: wordsOf(table, name)?.join(' ') ?? '' });

const dayColumn = { name: 'day', type: 'string', comment: '写入日 day it was written' };

/** Folders found by counting days, never by a crawler. Beijing is ahead of UTC, in which the engine counts. */
const byDay = {
  'projection.day.type': 'date',
  'projection.day.format': 'yyyy-MM-dd',
  'projection.day.range': `${LIVE_FROM}-01,NOW+2DAYS`,
  'projection.day.interval': '1',
  'projection.day.interval.unit': 'DAYS',
};

/** Injected: a query that names no county finds no folder and fails. */
const byCountyAndMonth = (from: string) => ({
  'projection.county_code.type': 'injected',
  'projection.ym.type': 'date',
  'projection.ym.format': 'yyyy-MM',
  'projection.ym.range': `${from},NOW+1MONTHS`,
  'projection.ym.interval': '1',
  'projection.ym.interval.unit': 'MONTHS',
});

/** How the folders of a zone are found, and which columns the folders stand for. Files hold the columns of all of them too. */
function projectionOf(zone: LakeZone, table: LakeTableName) {
  if (zone === 'raw') return { keys: [dayColumn], columns: rawColumns(table), parameters: byDay };
  const { columns, partitions } = lakeTables[table];
  return {
    keys: partitions.map(columnOf(table)),
    columns,
    parameters: byCountyAndMonth(zone === 'imports' ? IMPORTS_FROM : LIVE_FROM),
  };
}

/** A table of one zone, as its files are written; queries see the zones of a table as one. */
export function lakeTable(
  stack: Stack,
  of: { readonly table: LakeTableName; readonly zone: LakeZone },
  { bucket }: Stores,
): CfnTable {
  const { table, zone } = of;
  const { zh, en } = lakeWords[table];
  const { keys, columns, parameters } = projectionOf(zone, table);
  const location = bucket.s3UrlForObject(zonePrefix(zone, table));
  const folders = keys.map(({ name }) => `${name}=\${${name}}/`).join('');
  return new CfnTable(stack, `Table.${zone}.${table}`, {
    catalogId: stack.account,
    databaseName: lakeNames.database,
    tableInput: {
      name: zoneTableName(zone, table),
      description: `${zh} ${en}`,
      tableType: 'EXTERNAL_TABLE',
      parameters: {
        classification: 'parquet',
        'projection.enabled': 'true',
        'storage.location.template': `${location}${folders}`,
        ...parameters,
      },
      partitionKeys: [...keys],
      storageDescriptor: {
        location,
        inputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat',
        outputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat',
        serdeInfo: { serializationLibrary: 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe' },
        columns: columns.map(columnOf(table)),
      },
    },
  });
}
