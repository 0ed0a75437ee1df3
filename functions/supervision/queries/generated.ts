import { cite } from '../../law/sources.ts';
import type { QuerySource } from './query-source.ts';

/** The .sql files of this folder, written by infra/generate-queries.ts. */
export const querySources: readonly QuerySource[] = [
  {
    id: 'case-timeline',
    zh: '案件办理过程',
    en: 'Timeline of a case',
    why: '按顺序查看一个案件的每一步、办理岗位、人员和时间，供抽查核实。 Every step of one case in order, with post, person and time, for spot checks.',
    provision: [cite('SEED', '二(三)5'), cite('LAW', '§69')],
    params: [{ name: 'case_id', type: 'case-id', text: '案件编号 Case number' }],
    sql: `SELECT
  seq,
  event_type,
  json_extract_scalar(attributes_json, '$.step') AS step,
  actor_id,
  actor_post,
  client_id,
  occurred_at,
  recorded_at,
  law_pack,
  delegation_id
FROM events
WHERE subject_kind = 'case'
  AND case_id = ?
ORDER BY seq`,
  },
  {
    id: 'overdue-by-township',
    zh: '各乡镇（街道）期限办理情况',
    en: 'Terms by township: in time, late, overdue',
    why: '看清哪里的哪个环节超期，以便督办；县级承担的期限单列，不计入乡镇。 Shows where and at which step work runs late; terms the county holds stand apart and never count against a township.',
    provision: [cite('SEED', '二(三)5'), cite('N83', '四(一)')],
    params: [
      { name: 'county', type: 'county-code', text: '县级代码 County' },
      { name: 'from_on', type: 'date', text: '起始日 First day' },
      { name: 'to_on', type: 'date', text: '截止日，按此日判定是否超期 Last day; overdue is judged as of it' },
    ],
    sql: `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
),
alive AS (
  SELECT
    substr(t.case_id, 1, 9) AS township_code,
    t.term,
    CASE WHEN t.holder_org = a.county THEN 'county' ELSE 'township' END AS held_by,
    coalesce(t.extended_to, t.due_on) AS last_on,
    CASE WHEN t.ended_on <= a.to_on THEN t.ended_on END AS ended_on,
    t.provisional,
    a.to_on
  FROM terms AS t
  CROSS JOIN asked AS a
  WHERE t.county_code = a.county
    AND t.subject_kind = 'case'
    AND t.from_on <= a.to_on
    AND (t.ended_on IS NULL OR t.ended_on >= a.from_on)
)
SELECT
  township_code,
  held_by,
  term,
  count(CASE WHEN ended_on IS NULL AND last_on >= to_on THEN 1 END) AS running,
  count(CASE WHEN ended_on <= last_on THEN 1 END) AS ended_in_time,
  count(CASE WHEN ended_on > last_on THEN 1 END) AS ended_late,
  count(CASE WHEN ended_on IS NULL AND last_on < to_on THEN 1 END) AS overdue_now,
  count(CASE WHEN provisional THEN 1 END) AS provisional,
  count(*) AS total
FROM alive
GROUP BY township_code, held_by, term
ORDER BY township_code, held_by DESC, term`,
  },
];
