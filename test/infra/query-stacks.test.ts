import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { App } from 'aws-cdk-lib';
import { tenants } from '../../functions/law/tenants.ts';
import { preparedName } from '../../functions/shell/lake/prepared-name.ts';
import { monthsAsked } from '../../functions/supervision/queries/months-asked.ts';
import { queryCatalogue } from '../../functions/supervision/queries/query-catalogue.ts';
import { dataStack } from '../../infra/aws/data-stack.ts';
import { platforms } from '../../infra/aws/platform.ts';
import { queriesStack, queryStacks } from '../../infra/aws/queries-stack.ts';

const [platform] = platforms;
if (!platform) throw new Error('no platform');
const { context } = JSON.parse(readFileSync('cdk.json', 'utf8')) as { context: Record<string, unknown> };
const app = new App({ analyticsReporting: false, builtinCloudFormationValidation: false, context });
const stores = dataStack(app, platform);
for (const place of queryStacks) queriesStack(app, place, { platform, stores });
const assembly = app.synth();
const templates = queryStacks.map((place) => {
  const { template, stackName } = assembly.getStackArtifact(`sunlight-queries-${place}`);
  const { Resources } = template as { Resources: Readonly<Record<string, Made>> };
  return { name: stackName, bytes: Buffer.byteLength(JSON.stringify(template)), resources: Object.values(Resources) };
});

interface Made {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
}
const all = (type: string): readonly Made['Properties'][] =>
  templates.flatMap(({ resources }) =>
    resources.flatMap(({ Type, Properties }) => (Type === type ? [Properties] : [])),
  );

describe('the workgroups', () => {
  const groups = all('AWS::Athena::WorkGroup');

  it('are one for each of the 23 tenants, the five cities and the region', () => {
    const cities = ['640100', '640200', '640300', '640400', '640500'];
    const expected = [...tenants.map(({ code }) => code), ...cities, 'region'].map((one) => `sunlight-${one}`);
    expect(groups.map(({ Name }) => Name).sort()).toEqual(expected.sort());
  });

  it('fix engine, limit, key and a place of their own for results, whatever a client asks for', () => {
    for (const { Name, WorkGroupConfiguration: of } of groups) {
      const text = JSON.stringify(of);
      expect(of).toMatchObject({
        EnforceWorkGroupConfiguration: true,
        EngineVersion: { SelectedEngineVersion: 'Athena engine version 3' },
        PublishCloudWatchMetricsEnabled: true,
        ResultConfiguration: { EncryptionConfiguration: { EncryptionOption: 'SSE_KMS' } },
      });
      expect(text).toContain(`/query-results/${String(Name)}/`);
      const limit = (of as { BytesScannedCutoffPerQuery: number }).BytesScannedCutoffPerQuery;
      expect(limit).toBeGreaterThanOrEqual(10 * 1024 ** 2);
    }
  });

  it('each sound an alarm when much is read within a day', () => {
    expect(all('AWS::CloudWatch::Alarm')).toHaveLength(groups.length);
  });
});

describe('the prepared statements', () => {
  const statements = all('AWS::Athena::PreparedStatement');

  it('are every query of the library in every tenant’s workgroup, and read that tenant’s partitions alone', () => {
    expect(statements).toHaveLength(tenants.length * queryCatalogue.length);
    const codes = tenants.map(({ code }) => `'${code}'`);
    for (const { WorkGroup, QueryStatement, StatementName } of statements) {
      const own = `'${String(WorkGroup).replace('sunlight-', '')}'`;
      const named = codes.filter((code) => String(QueryStatement).includes(code));
      expect([StatementName, named]).toEqual([StatementName, [own]]);
    }
  });

  it('are found by the name under which a question with its days is asked', () => {
    const names = new Set(statements.map(({ StatementName }) => StatementName));
    for (const query of queryCatalogue) {
      const days = query.paramList.flatMap(({ name, type }) =>
        type === 'date' ? [[name, '2026-08-01'] as const] : [],
      );
      const recorded = monthsAsked(query, Object.fromEntries(days));
      const name = preparedName({ named: query.id, sql: query.sql }, { counties: ['640104'], recorded });
      expect([query.id, names.has(name)]).toEqual([query.id, true]);
    }
  });

  it('have names Athena takes, and no comment', () => {
    for (const { StatementName, QueryStatement } of statements) {
      expect(String(StatementName)).toMatch(/^[a-z][a-z0-9_]{1,255}$/);
      expect(String(QueryStatement)).not.toMatch(/(^|\n)\s*--/);
    }
  });

  it('fit into the stacks: 500 resources and a megabyte each', () => {
    for (const { name, bytes, resources } of templates)
      expect([name, resources.length < 500, bytes < 1_000_000]).toEqual([name, true, true]);
  });
});
