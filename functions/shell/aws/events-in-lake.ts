import type { AuditSql } from '../ports.ts';

const POLLS = 120;
const second = (): Promise<void> => new Promise((done) => setTimeout(done, 1_000));

/** Counts a county's own events in the lake, not those of an older system. Throws when the query fails or takes longer than two minutes: the task is tried again. */
export async function eventsInLake(sql: AuditSql, countyCode: string, pause = second): Promise<number> {
  const text = 'SELECT count(*) AS n FROM events WHERE source IS NULL';
  const runId = await sql.start({ sql: text, values: [], counties: [countyCode] });
  for (let poll = 0; poll < POLLS; poll += 1) {
    const { state, reason, rows } = await sql.result(runId);
    if (state === 'succeeded') return Number(rows?.[0]?.[0] ?? 0);
    if (state === 'failed') throw new Error(`events in lake: ${reason ?? ''}`);
    await pause();
  }
  throw new Error('events in lake: no answer');
}
