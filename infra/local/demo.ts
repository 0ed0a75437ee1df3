import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AlertLevel } from '../../schemas/alert.ts';
import type { AlertRecord } from '../../schemas/alert-record.ts';
import { apiClient } from './api-client.ts';
import { alertLines, contents, storyteller } from './demo-lines.ts';
import { brokenSeries, printEachTitle } from './demo-papers.ts';
import { alertsOf, checkChains, differences, programsLeft, programsThrough, storedOf } from './demo-report.ts';
import { type Host, startHost } from './host.ts';
import { type Play, playExamples } from './play-examples.ts';
import { scenarios } from './scenario.ts';
import { setUpDemonstrationCounty } from './set-up.ts';

const county = '649900';
/** The demo's own clock: it stands still, and moves from act to act. */
const begins = Date.parse('2026-07-06T08:00:00+08:00');
const ends = new Date('2026-12-15T18:00:00+08:00').toISOString();
const started = performance.now();
const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

async function countLake(host: Host): Promise<number> {
  await host.record();
  const runId = await host.ports.sql.start({ sql: 'SELECT count(*) AS n FROM events', values: [], counties: [county] });
  for (;;) {
    const run = await host.ports.sql.result(runId);
    if (run.state === 'succeeded') return Number(run.rows?.[0]?.[0] ?? 0);
    if (run.state === 'failed') throw new Error(run.reason);
    await new Promise((done) => setTimeout(done, 20));
  }
}

/** One paper of each title as a file, printed for an officer of the county. */
async function printed({ url }: Host, { cases }: Play): Promise<readonly string[]> {
  const officer = await apiClient(url, { personId: 'cc-1', role: 'CC', orgCode: county, clientId: 'demo-portal' });
  return printEachTitle(officer, cases);
}

const countsOf = (alerts: readonly AlertRecord[], { cases }: Play) => {
  const level = (name: AlertLevel): number => alerts.filter((one) => one.level === name).length;
  const decided = (result: string): number => cases.filter(({ view }) => view.decision === result).length;
  return {
    cases: cases.length,
    programs: programsThrough(cases).length,
    confirmed: decided('confirmed'),
    denied: decided('not-confirmed'),
    alerts: {
      warning: level('warning'),
      due: level('due'),
      overdue: level('overdue'),
      supervised: level('supervised'),
      escalated: level('escalated'),
    },
  };
};

function tellWrong(wrong: readonly string[]): void {
  say('');
  for (const line of wrong) say(`与预期不符 differs: ${line}`);
  say(
    wrong.length === 0
      ? '全部结果与 examples/expected.json 一致 everything is as expected'
      : `${wrong.length} 处不符 differences`,
  );
}

/** Tells what the play is about, plays it to its last day and tells every act and alert. */
async function told(host: Host) {
  say('阳光救助 演示 Sunlight demo · 演示数据·非真实标准 invented amounts\n');
  for (const line of contents(scenarios())) say(line);
  say('');
  await setUpDemonstrationCounty(host.url);
  const lineOf = storyteller();
  const played = await playExamples(host.url, (act) => say(lineOf(act)));
  await host.dockets.moveTo(ends);
  const alerts = await alertsOf(host.ports, county);
  say('\n提醒 alerts');
  for (const line of alertLines(alerts, played.cases)) say(line);
  return { played, alerts };
}

async function play(host: Host): Promise<number> {
  const { played, alerts } = await told(host);
  const titles = await printed(host, played);
  say(`\n已打印文书 papers printed: ${titles.join('、')}`);
  const stored = await storedOf(host.ports, played.cases);
  const papers = [...stored.values()].flatMap((one) => one.papers);
  const chains = await checkChains(host.ports, county);
  const eventsInLake = await countLake(host);
  const wrong = [
    ...differences(played, { alerts, stored }),
    ...programsLeft(played.cases).map((one) => `no household was granted ${one} and came to its end`),
    ...brokenSeries(papers),
    ...(eventsInLake === chains.events ? [] : [`events in the table ${chains.events}, in the lake ${eventsInLake}`]),
  ];
  tellWrong(wrong);
  say(
    JSON.stringify({
      ...countsOf(alerts, played),
      documents: papers.length,
      printed: titles.length,
      events: chains.events,
      eventsInLake,
      chainBroken: chains.broken,
      seconds: Math.round((performance.now() - started) / 100) / 10,
    }),
  );
  return wrong.length + chains.broken === 0 ? 0 : 1;
}

const dataDir = await mkdtemp(join(tmpdir(), 'sunlight-demo-'));
const host = await startHost({ dataDir, port: 0, system: () => begins, follows: false });
try {
  process.exitCode = await play(host);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await host.stop();
  await rm(dataDir, { recursive: true, force: true });
}
