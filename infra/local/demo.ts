import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ProblemCode, problems } from '../../functions/core/problem-catalogue.ts';
import { type AlertLevel, alertLevelNames } from '../../schemas/alert.ts';
import type { AlertRecord } from '../../schemas/alert-record.ts';
import { statusNames } from '../../schemas/case.ts';
import { alertsOf, checkChains, differences } from './demo-report.ts';
import { type Host, startHost } from './host.ts';
import { type Play, type PlayedAct, playExamples } from './play-examples.ts';
import { setUpDemonstrationCounty } from './set-up.ts';

const county = '649900';
/** The demo's own clock: it stands still, and moves from act to act. */
const begins = Date.parse('2026-07-01T09:00:00+08:00');
const ends = new Date('2026-12-18T18:00:00+08:00').toISOString();
const started = performance.now();
const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** One line of the timeline: when, which case, who, what, and what came of it. */
function tell({ act, reply }: PlayedAct): void {
  const body = reply.body as { code?: ProblemCode; status?: keyof typeof statusNames; caseId?: string };
  const refused = body.code
    ? `✗ 退回：${problems[body.code].zh}（${body.code}）`
    : `✓ ${body.status ? (statusNames[body.status] ?? '') : ''}`;
  say(`${act.at}  ${act.scenario.padEnd(24)} ${act.post.padEnd(4)}${act.by.padEnd(8)} ${act.zh}  ${refused}`);
}

function tellAlerts(alerts: readonly AlertRecord[], play: Play): void {
  const idOf = new Map(play.cases.map(({ caseId, id }) => [caseId, id]));
  say('\n提醒 alerts');
  for (const one of alerts) {
    const sent = new Date(Date.parse(one.deliveredAt ?? one.deliverAt) + 8 * 3_600_000)
      .toISOString()
      .slice(0, 16)
      .replace('T', ' ');
    say(
      `${sent}  ${(idOf.get(one.caseId ?? '') ?? one.subjectId).padEnd(24)} ${alertLevelNames[one.level].zh} ${one.term}（最后一日 ${one.dueOn}）→ ${one.recipients.join('、')}`,
    );
  }
}

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

async function play(host: Host): Promise<number> {
  say('阳光救助 演示 Sunlight demo · 演示数据·非真实标准 invented amounts\n');
  await setUpDemonstrationCounty(host.url);
  const played = await playExamples(host.url, tell);
  await host.dockets.moveTo(ends);
  const alerts = await alertsOf(host.ports, county);
  tellAlerts(alerts, played);
  const chains = await checkChains(host.ports, county);
  const eventsInLake = await countLake(host);
  const wrong = [
    ...differences(played, alerts),
    ...(eventsInLake === chains.events ? [] : [`events in the table ${chains.events}, in the lake ${eventsInLake}`]),
  ];
  say('');
  for (const line of wrong) say(`与预期不符 differs: ${line}`);
  say(
    wrong.length === 0
      ? '全部结果与 examples/expected.json 一致 everything is as expected'
      : `${wrong.length} 处不符 differences`,
  );
  const level = (name: AlertLevel): number => alerts.filter((one) => one.level === name).length;
  const decided = (result: string): number => played.cases.filter(({ view }) => view.decision === result).length;
  say(
    JSON.stringify({
      cases: played.cases.length,
      confirmed: decided('confirmed'),
      denied: decided('not-confirmed'),
      alerts: {
        warning: level('warning'),
        due: level('due'),
        overdue: level('overdue'),
        supervised: level('supervised'),
        escalated: level('escalated'),
      },
      events: chains.events,
      eventsInLake,
      chainBroken: chains.broken,
      seconds: Math.round((performance.now() - started) / 100) / 10,
    }),
  );
  return wrong.length + chains.broken === 0 ? 0 : 1;
}

const dataDir = await mkdtemp(join(tmpdir(), 'sunlight-demo-'));
const host = await startHost({ dataDir, port: 0, system: () => begins });
try {
  process.exitCode = await play(host);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await host.stop();
  await rm(dataDir, { recursive: true, force: true });
}
