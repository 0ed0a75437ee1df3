import { cite } from '../../law/sources.ts';
import type { QuerySource } from './query-source.ts';

/** The .sql files of this folder, written by infra/generate-queries.ts. */
export const querySources: readonly QuerySource[] = [
  {
    id: 'alerts-answered',
    zh: '预警督办及答复',
    en: 'Alerts raised and answered',
    why: '预警和督办是否送达、签收、答复。 Whether alerts reached someone, were acknowledged and answered.',
    provision: [cite('SEED', '二(三)5')],
    params: [
      { name: 'county', type: 'county-code', text: '县级代码 County' },
      { name: 'from_on', type: 'date', text: '起始日 First day' },
      { name: 'to_on', type: 'date', text: '截止日 Last day' },
    ],
    counts: [],
    sums: [],
    sql: `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
),
raised AS (
  SELECT
    e.subject_id,
    coalesce(e.township_code, e.county_code) AS division,
    json_extract_scalar(e.attributes_json, '$.alert.level') AS level,
    json_extract_scalar(e.attributes_json, '$.alert.term') AS term,
    json_extract_scalar(e.attributes_json, '$.alert.missingRecipient') AS missing_recipient
  FROM events AS e
  CROSS JOIN asked AS a
  WHERE e.county_code = a.county
    AND e.event_type = 'alert-raised'
    AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
),
after AS (
  SELECT
    e.subject_id,
    count(CASE WHEN e.event_type = 'alert-delivered' THEN 1 END) AS delivered,
    count(CASE WHEN e.event_type = 'alert-acknowledged' THEN 1 END) AS acknowledged,
    count(CASE WHEN e.event_type = 'supervision-answered' THEN 1 END) AS answered
  FROM events AS e
  CROSS JOIN asked AS a
  WHERE e.county_code = a.county
    AND e.subject_kind = 'alert'
  GROUP BY 1
)
SELECT
  r.division,
  r.level,
  r.term,
  count(*) AS raised,
  count(CASE WHEN f.delivered > 0 THEN 1 END) AS delivered,
  count(CASE WHEN f.acknowledged > 0 THEN 1 END) AS acknowledged,
  count(CASE WHEN f.answered > 0 THEN 1 END) AS answered,
  count(CASE WHEN r.missing_recipient = 'true' THEN 1 END) AS without_recipient
FROM raised AS r
LEFT JOIN after AS f ON f.subject_id = r.subject_id
GROUP BY 1, 2, 3
ORDER BY 1, 2, 3`,
  },
  {
    id: 'appeals-and-outcomes',
    zh: '行政复议、行政诉讼及结果',
    en: 'Appeals and what came of them',
    why: '对哪些决定不服、是否在期限内、结果如何，倒查办理质量。 What was appealed against, in time or not, and what came of it.',
    provision: [cite('LAW', '§76'), cite('SEED', '二(三)5')],
    params: [
      { name: 'county', type: 'county-code', text: '县级代码 County' },
      { name: 'from_on', type: 'date', text: '起始日 First day' },
      { name: 'to_on', type: 'date', text: '截止日 Last day' },
    ],
    counts: [],
    sums: [],
    sql: `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
)
SELECT
  e.case_id,
  json_extract_scalar(e.attributes_json, '$.entry.appealId') AS appeal_id,
  json_extract_scalar(e.attributes_json, '$.entry.kind') AS kind,
  json_extract_scalar(e.attributes_json, '$.entry.act') AS against,
  json_extract_scalar(e.attributes_json, '$.entry.decidedBy') AS decided_by,
  json_extract_scalar(e.attributes_json, '$.entry.filedOn') AS filed_on,
  json_extract_scalar(e.attributes_json, '$.inTime') AS in_time,
  json_extract_scalar(s.attributes_json, '$.outcome') AS outcome,
  json_extract_scalar(s.attributes_json, '$.on') AS settled_on
FROM events AS e
CROSS JOIN asked AS a
LEFT JOIN events AS s
  ON s.case_id = e.case_id
  AND s.event_type = 'appeal-settled'
  AND json_extract_scalar(s.attributes_json, '$.appealId') = json_extract_scalar(e.attributes_json, '$.entry.appealId')
WHERE e.county_code = a.county
  AND e.event_type = 'appeal-recorded'
  AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
ORDER BY 6, 2`,
  },
  {
    id: 'applications-not-accepted',
    zh: '不予受理、撤回和视为放弃',
    en: 'Applications refused, withdrawn or lapsed',
    why: '是否推诿拒收：各乡镇（街道）因何不予受理，多少撤回或逾期未补正。 Whether applicants are turned away: refusals by ground, withdrawals and lapses by township.',
    provision: [cite('D57', '§10'), cite('SEED', '二(三)5')],
    params: [
      { name: 'county', type: 'county-code', text: '县级代码 County' },
      { name: 'from_on', type: 'date', text: '起始日 First day' },
      { name: 'to_on', type: 'date', text: '截止日 Last day' },
    ],
    counts: ['applications'],
    sums: [],
    sql: `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
)
SELECT
  e.township_code,
  e.event_type,
  coalesce(json_extract_scalar(e.attributes_json, '$.ground'), '') AS ground,
  count(*) AS applications
FROM events AS e
CROSS JOIN asked AS a
WHERE e.county_code = a.county
  AND e.event_type IN ('application-refused', 'application-withdrawn', 'application-lapsed')
  AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
GROUP BY 1, 2, 3
ORDER BY 1, 2, 3`,
  },
  {
    id: 'case-timeline',
    zh: '案件办理过程',
    en: 'Timeline of a case',
    why: '按顺序查看一个案件的每一步、办理岗位、人员和时间，供抽查核实。 Every step of one case in order, with post, person and time, for spot checks.',
    provision: [cite('SEED', '二(三)5'), cite('LAW', '§69')],
    params: [{ name: 'case_id', type: 'case-id', text: '案件编号 Case number' }],
    counts: [],
    sums: [],
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
    id: 'complaints-by-kind',
    zh: '投诉举报分类和办理时限',
    en: 'Complaints by channel, level and time',
    why: '各渠道收到多少、办到哪一级、是否按期、属实多少。 How many came which way, who handles them, in time or not, and how many were true.',
    provision: [cite('XF', '§23'), cite('XF', '§34')],
    params: [
      { name: 'county', type: 'county-code', text: '县级代码 County' },
      { name: 'from_on', type: 'date', text: '起始日 First day' },
      { name: 'to_on', type: 'date', text: '截止日 Last day' },
    ],
    counts: ['registered', 'answered', 'substantiated', 'late'],
    sums: [],
    sql: `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
),
told AS (
  SELECT
    e.subject_id,
    max(CASE WHEN e.event_type = 'complaint-registered' THEN json_extract_scalar(e.attributes_json, '$.complaint.channel') END) AS channel,
    max(CASE WHEN e.event_type = 'complaint-registered' THEN json_extract_scalar(e.attributes_json, '$.complaint.level') END) AS level,
    max(CASE WHEN e.event_type = 'complaint-answered' THEN json_extract_scalar(e.attributes_json, '$.outcome') END) AS outcome
  FROM events AS e
  CROSS JOIN asked AS a
  WHERE e.county_code = a.county
    AND e.subject_kind = 'complaint'
    AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
  GROUP BY 1
),
behind AS (
  SELECT t.subject_id, count(*) AS late
  FROM terms AS t
  CROSS JOIN asked AS a
  WHERE t.county_code = a.county
    AND t.subject_kind = 'complaint'
    AND coalesce(t.extended_to, t.due_on) < a.to_on
    AND (t.ended_on IS NULL OR t.ended_on > coalesce(t.extended_to, t.due_on))
  GROUP BY 1
)
SELECT
  c.channel,
  c.level,
  count(*) AS registered,
  count(c.outcome) AS answered,
  count(CASE WHEN c.outcome IN ('substantiated', 'partly') THEN 1 END) AS substantiated,
  count(b.late) AS late
FROM told AS c
LEFT JOIN behind AS b ON b.subject_id = c.subject_id
WHERE c.channel IS NOT NULL
GROUP BY 1, 2
ORDER BY 1, 2`,
  },
  {
    id: 'corrections-ordered',
    zh: '责令纠正及落实',
    en: 'Corrections ordered and carried out',
    why: '县级责令纠正的案件是否按期纠正，由谁办结。 Whether what the county ordered to be put right was, in time, and by whom.',
    provision: [cite('SEED', '二(三)5'), cite('LAW', '§69')],
    params: [
      { name: 'county', type: 'county-code', text: '县级代码 County' },
      { name: 'from_on', type: 'date', text: '起始日 First day' },
      { name: 'to_on', type: 'date', text: '截止日 Last day' },
    ],
    counts: [],
    sums: [],
    sql: `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
)
SELECT
  json_extract_scalar(e.attributes_json, '$.correction.caseId') AS case_id,
  json_extract_scalar(e.attributes_json, '$.correction.ground') AS ground,
  json_extract_scalar(e.attributes_json, '$.correction.orderedBy') AS ordered_by,
  json_extract_scalar(e.attributes_json, '$.correction.orderedOn') AS ordered_on,
  json_extract_scalar(e.attributes_json, '$.correction.dueOn') AS due_on,
  json_extract_scalar(s.attributes_json, '$.status') AS outcome,
  json_extract_scalar(s.attributes_json, '$.settledBy') AS settled_by,
  json_extract_scalar(s.attributes_json, '$.on') AS settled_on
FROM events AS e
CROSS JOIN asked AS a
LEFT JOIN events AS s ON s.subject_id = e.subject_id AND s.event_type = 'correction-settled'
WHERE e.county_code = a.county
  AND e.event_type = 'correction-opened'
  AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
ORDER BY 5, 1`,
  },
  {
    id: 'days-by-step',
    zh: '各乡镇（街道）各环节用时',
    en: 'Days each step took, by township',
    why: '看清哪里的哪个环节办得慢、是否超期；县级承担的期限单列。 Where and at which step work takes long; terms the county holds stand apart.',
    provision: [cite('SEED', '二(三)5'), cite('N83', '四(一)')],
    params: [
      { name: 'county', type: 'county-code', text: '县级代码 County' },
      { name: 'from_on', type: 'date', text: '起始日 First day' },
      { name: 'to_on', type: 'date', text: '截止日 Last day' },
    ],
    counts: ['done', 'late'],
    sums: ['fewest_days', 'most_days'],
    sql: `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
)
SELECT
  substr(t.case_id, 1, 9) AS township_code,
  CASE WHEN t.holder_org = a.county THEN 'county' ELSE 'township' END AS held_by,
  t.term,
  count(*) AS done,
  count(CASE WHEN t.ended_on > coalesce(t.extended_to, t.due_on) THEN 1 END) AS late,
  min(date_diff('day', t.from_on, t.ended_on)) AS fewest_days,
  max(date_diff('day', t.from_on, t.ended_on)) AS most_days
FROM terms AS t
CROSS JOIN asked AS a
WHERE t.county_code = a.county
  AND t.subject_kind = 'case'
  AND t.ended_on BETWEEN a.from_on AND a.to_on
GROUP BY 1, 2, 3
ORDER BY 1, 2 DESC, 3`,
  },
  {
    id: 'decisions-by-confirmer',
    zh: '各确认人决定情况',
    en: 'Decisions by confirmer',
    why: '谁作出多少确认和不予确认，一天最多多少件。 Who confirmed and denied how much, and how many on their busiest day.',
    provision: [cite('SEED', '二(一)1'), cite('LAW', '§69')],
    params: [
      { name: 'county', type: 'county-code', text: '县级代码 County' },
      { name: 'from_on', type: 'date', text: '起始日 First day' },
      { name: 'to_on', type: 'date', text: '截止日 Last day' },
    ],
    counts: [],
    sums: [],
    sql: `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
),
made AS (
  SELECT
    e.township_code,
    e.actor_id,
    CASE WHEN e.delegation_id IS NULL THEN 'county' ELSE 'delegated' END AS authority,
    json_extract_scalar(e.attributes_json, '$.result') AS result,
    count(*) OVER (PARTITION BY e.actor_id, CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE)) AS on_that_day
  FROM events AS e
  CROSS JOIN asked AS a
  WHERE e.county_code = a.county
    AND e.event_type = 'case-decided'
    AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
)
SELECT
  township_code,
  actor_id,
  authority,
  count(CASE WHEN result = 'confirmed' THEN 1 END) AS confirmed,
  count(CASE WHEN result = 'not-confirmed' THEN 1 END) AS not_confirmed,
  max(on_that_day) AS most_in_a_day
FROM made
GROUP BY 1, 2, 3
ORDER BY 1, 2, 3`,
  },
  {
    id: 'decisions-by-program',
    zh: '各业务审核确认结果',
    en: 'Decisions by township and program',
    why: '各乡镇（街道）各项业务确认和不予确认多少、月保障金额多少，横向比较。 Confirmed and denied by township and program, with the monthly amounts, to compare townships.',
    provision: [cite('SEED', '二(二)1'), cite('LAW', '§62')],
    params: [
      { name: 'county', type: 'county-code', text: '县级代码 County' },
      { name: 'from_on', type: 'date', text: '起始日 First day' },
      { name: 'to_on', type: 'date', text: '截止日 Last day' },
    ],
    counts: ['confirmed', 'not_confirmed'],
    sums: ['monthly_fen'],
    sql: `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
)
SELECT
  c.township_code,
  c.program,
  count(CASE WHEN c.decision = 'confirmed' THEN 1 END) AS confirmed,
  count(CASE WHEN c.decision = 'not-confirmed' THEN 1 END) AS not_confirmed,
  CAST(coalesce(sum(CASE WHEN c.decision = 'confirmed' THEN c.amount_fen END), 0) AS BIGINT) AS monthly_fen
FROM cases AS c
CROSS JOIN asked AS a
WHERE c.county_code = a.county
  AND CAST(c.decided_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
GROUP BY 1, 2
ORDER BY 1, 2`,
  },
  {
    id: 'delegations-in-force',
    zh: '有效授权和按授权作出的决定',
    en: 'Delegations in force and decisions under them',
    why: '哪个乡镇（街道）凭哪项授权办理，收回后是否仍有决定。 Which delegation each township decides under, and whether any decision cites one that had ended.',
    provision: [cite('LAW', '§44(2)'), cite('SEED', '二(一)1')],
    params: [
      { name: 'county', type: 'county-code', text: '县级代码 County' },
      { name: 'from_on', type: 'date', text: '起始日 First day' },
      { name: 'to_on', type: 'date', text: '截止日 Last day' },
    ],
    counts: [],
    sums: [],
    sql: `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
),
ones AS (
  SELECT n FROM (VALUES ('0'), ('1'), ('2'), ('3'), ('4'), ('5'), ('6'), ('7'), ('8'), ('9')) AS digit (n)
),
places AS (
  SELECT '$.delegations[' || t.n || o.n || '].' AS tens, '$.delegations[' || o.n || '].' AS unit, t.n AS ten
  FROM ones AS t
  CROSS JOIN ones AS o
),
granted AS (
  SELECT
    json_extract_scalar(e.attributes_json, p.path || 'delegationId') AS delegation_id,
    json_extract_scalar(e.attributes_json, p.path || 'townshipCode') AS township_code,
    json_extract_scalar(e.attributes_json, p.path || 'program') AS program,
    CAST(json_extract_scalar(e.attributes_json, p.path || 'from') AS DATE) AS from_on,
    CAST(json_extract_scalar(e.attributes_json, p.path || 'until') AS DATE) AS until_on
  FROM events AS e
  CROSS JOIN asked AS a
  CROSS JOIN (SELECT CASE WHEN ten = '0' THEN unit ELSE tens END AS path FROM places) AS p
  WHERE e.county_code = a.county
    AND e.event_type = 'delegation-granted'
),
revoked AS (
  SELECT
    json_extract_scalar(e.attributes_json, '$.delegation.delegationId') AS delegation_id,
    min(CAST(json_extract_scalar(e.attributes_json, '$.on') AS DATE)) AS revoked_on
  FROM events AS e
  CROSS JOIN asked AS a
  WHERE e.county_code = a.county
    AND e.event_type = 'delegation-revoked'
  GROUP BY 1
),
decided AS (
  SELECT
    e.delegation_id,
    count(*) AS decisions,
    max(CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE)) AS last_on
  FROM events AS e
  CROSS JOIN asked AS a
  WHERE e.county_code = a.county
    AND e.event_type = 'case-decided'
    AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
  GROUP BY 1
)
SELECT
  g.delegation_id,
  g.township_code,
  g.program,
  g.from_on,
  g.until_on,
  r.revoked_on,
  coalesce(d.decisions, 0) AS decisions,
  d.last_on > coalesce(r.revoked_on, g.until_on) AS decided_after_its_end
FROM granted AS g
CROSS JOIN asked AS a
LEFT JOIN revoked AS r ON r.delegation_id = g.delegation_id
LEFT JOIN decided AS d ON d.delegation_id = g.delegation_id
WHERE g.delegation_id IS NOT NULL
  AND g.from_on <= a.to_on
  AND coalesce(r.revoked_on, g.until_on, a.to_on) >= a.from_on
ORDER BY 2, 3, 4`,
  },
  {
    id: 'denials-without-notice',
    zh: '不予确认未按时书面告知',
    en: 'Denials without notice in time',
    why: '不予确认的，须在期限内书面说明理由并送达；列出未送达或逾期送达的案件。 Denials whose written reasons were served late or not at all.',
    provision: [cite('D57', '§23'), cite('SEED', '二(三)5')],
    params: [
      { name: 'county', type: 'county-code', text: '县级代码 County' },
      { name: 'from_on', type: 'date', text: '起始日 First day' },
      { name: 'to_on', type: 'date', text: '截止日 Last day' },
    ],
    counts: [],
    sums: [],
    sql: `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
)
SELECT
  t.case_id,
  CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) AS decided_on,
  e.actor_id AS decided_by,
  coalesce(t.extended_to, t.due_on) AS last_on,
  CASE WHEN t.ended_on <= a.to_on THEN t.ended_on END AS served_on
FROM events AS e
CROSS JOIN asked AS a
JOIN terms AS t ON t.case_id = e.case_id AND t.subject_kind = 'case' AND t.term = 'denial-notice'
WHERE e.county_code = a.county
  AND e.event_type = 'case-decided'
  AND json_extract_scalar(e.attributes_json, '$.result') = 'not-confirmed'
  AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
  AND coalesce(t.extended_to, t.due_on) < a.to_on
  AND (t.ended_on IS NULL OR t.ended_on > coalesce(t.extended_to, t.due_on))
ORDER BY 2, 1`,
  },
  {
    id: 'erasures-done',
    zh: '到期档案个人信息清除',
    en: 'Erasures of files whose term is over',
    why: '谁申请、谁批准、清除多少人，核实两人经手和有无漏办。 Who asked, who approved, how many persons were erased: two people each time, and nothing left lying.',
    provision: [cite('PIPL', '§47'), cite('SEED', '二(三)3')],
    params: [
      { name: 'county', type: 'county-code', text: '县级代码 County' },
      { name: 'from_on', type: 'date', text: '起始日 First day' },
      { name: 'to_on', type: 'date', text: '截止日 Last day' },
    ],
    counts: [],
    sums: [],
    sql: `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
)
SELECT
  json_extract_scalar(e.attributes_json, '$.erasure.caseId') AS case_id,
  json_extract_scalar(e.attributes_json, '$.erasure.requestedBy') AS requested_by,
  CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) AS requested_on,
  json_extract_scalar(k.attributes_json, '$.approvedBy') AS approved_by,
  json_extract_scalar(k.attributes_json, '$.on') AS erased_on,
  json_array_length(json_extract(k.attributes_json, '$.persons')) AS erased,
  CAST(json_extract_scalar(k.attributes_json, '$.kept') AS BIGINT) AS kept
FROM events AS e
CROSS JOIN asked AS a
LEFT JOIN events AS k ON k.subject_id = e.subject_id AND k.event_type = 'keys-erased'
WHERE e.county_code = a.county
  AND e.event_type = 'erasure-requested'
  AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
ORDER BY 3, 1`,
  },
  {
    id: 'extensions-by-ground',
    zh: '延长办理时限的情形',
    en: 'Extensions by township and ground',
    why: '看清各乡镇（街道）以何种理由延长、有无滥用。 On which grounds townships extend the term, and whether it becomes a habit.',
    provision: [cite('N83', '四(一)'), cite('SEED', '二(三)5')],
    params: [
      { name: 'county', type: 'county-code', text: '县级代码 County' },
      { name: 'from_on', type: 'date', text: '起始日 First day' },
      { name: 'to_on', type: 'date', text: '截止日 Last day' },
    ],
    counts: ['extended', 'provisional'],
    sums: ['latest_due_on'],
    sql: `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
)
SELECT
  e.township_code,
  json_extract_scalar(e.attributes_json, '$.ground') AS ground,
  count(*) AS extended,
  count(CASE WHEN json_extract_scalar(e.attributes_json, '$.provisional') = 'true' THEN 1 END) AS provisional,
  max(json_extract_scalar(e.attributes_json, '$.dueOn')) AS latest_due_on
FROM events AS e
CROSS JOIN asked AS a
WHERE e.county_code = a.county
  AND e.event_type = 'term-extended'
  AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
GROUP BY 1, 2
ORDER BY 1, 2`,
  },
  {
    id: 'hearing-before-reductions',
    zh: '减发停发前听取意见',
    en: 'Views heard before reductions and stops',
    why: '减发、停发、撤销前须听取意见；heard 为空的须逐案核实。 Each reduction, stop and revocation with how the household was heard; one with nothing in heard is looked into.',
    provision: [cite('LAW', '§48'), cite('D57', '§32')],
    params: [
      { name: 'county', type: 'county-code', text: '县级代码 County' },
      { name: 'from_on', type: 'date', text: '起始日 First day' },
      { name: 'to_on', type: 'date', text: '截止日 Last day' },
    ],
    counts: [],
    sums: [],
    sql: `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
),
against AS (
  SELECT
    e.case_id,
    e.seq,
    e.actor_id,
    CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) AS decided_on,
    coalesce(json_extract_scalar(e.attributes_json, '$.result'), 'revoke') AS result,
    json_extract_scalar(e.attributes_json, '$.ground') AS ground,
    json_extract_scalar(e.attributes_json, '$.heard') AS heard
  FROM events AS e
  CROSS JOIN asked AS a
  WHERE e.county_code = a.county
    AND (
      e.event_type = 'confirmation-revoked'
      OR (e.event_type = 'adjustment-decided' AND json_extract_scalar(e.attributes_json, '$.result') IN ('reduce', 'stop'))
    )
    AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
)
SELECT
  d.case_id,
  d.decided_on,
  d.actor_id AS decided_by,
  d.result,
  d.ground,
  d.heard,
  max(json_extract_scalar(v.attributes_json, '$.representations.on')) AS heard_on
FROM against AS d
LEFT JOIN events AS v
  ON v.case_id = d.case_id AND v.subject_kind = 'case' AND v.event_type = 'representations-recorded' AND v.seq < d.seq
GROUP BY 1, 2, 3, 4, 5, 6
ORDER BY 2, 1`,
  },
  {
    id: 'near-relative-filings',
    zh: '近亲属备案和县级入户核查',
    en: 'Near-relative filings and county surveys',
    why: '工作人员近亲属申请的，逐案核对备案和县级全数核查。 Each filed case with who is related to it and whether the county surveyed it.',
    provision: [cite('D57', '§11'), cite('SEED', '二(三)5')],
    params: [
      { name: 'county', type: 'county-code', text: '县级代码 County' },
      { name: 'from_on', type: 'date', text: '起始日 First day' },
      { name: 'to_on', type: 'date', text: '截止日 Last day' },
    ],
    counts: [],
    sums: [],
    sql: `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
)
SELECT
  e.case_id,
  CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) AS filed_on,
  json_extract_scalar(e.attributes_json, '$.staff') AS staff,
  json_extract_scalar(e.attributes_json, '$.relation') AS relation,
  json_extract_scalar(e.attributes_json, '$.declaredBy') AS declared_by,
  min(t.due_on) AS survey_due_on,
  min(CASE WHEN s.event_type = 'county-surveyed' THEN json_extract_scalar(s.attributes_json, '$.on') END) AS surveyed_on,
  max(CASE WHEN s.event_type = 'county-surveyed' THEN json_extract_scalar(s.attributes_json, '$.passed') END) AS passed
FROM events AS e
CROSS JOIN asked AS a
LEFT JOIN terms AS t ON t.case_id = e.case_id AND t.subject_kind = 'case' AND t.term = 'county-survey'
LEFT JOIN events AS s ON s.case_id = e.case_id AND s.subject_kind = 'case' AND s.event_type = 'county-surveyed'
WHERE e.county_code = a.county
  AND e.event_type = 'relative-filed'
  AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
GROUP BY 1, 2, 3, 4, 5
ORDER BY 2, 1, 3`,
  },
  {
    id: 'notices-after-expiry',
    zh: '到期仍未撤下的网上公示公布',
    en: 'Online notices past their last day',
    why: '公示公布期满应当撤下；列出已过最后展示日、没有撤下记录的。 Notices whose last day online has passed without a record of their being taken down.',
    provision: [cite('SEED', '二(三)3'), cite('D57', '§19')],
    params: [
      { name: 'county', type: 'county-code', text: '县级代码 County' },
      { name: 'from_on', type: 'date', text: '起始日 First day' },
      { name: 'to_on', type: 'date', text: '截止日 Last day' },
    ],
    counts: [],
    sums: [],
    sql: `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
),
put AS (
  SELECT
    e.case_id,
    e.seq,
    json_extract_scalar(e.attributes_json, '$.notice.kind') AS kind,
    json_extract_scalar(e.attributes_json, '$.notice.paper.paperId') AS paper_id,
    CAST(json_extract_scalar(e.attributes_json, '$.notice.putOn') AS DATE) AS put_on,
    CAST(json_extract_scalar(e.attributes_json, '$.notice.untilOn') AS DATE) AS until_on
  FROM events AS e
  CROSS JOIN asked AS a
  WHERE e.county_code = a.county
    AND e.event_type = 'notice-put-online'
    AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
),
ends AS (
  SELECT
    p.case_id,
    p.kind,
    p.paper_id,
    p.put_on,
    coalesce(p.until_on, CAST(max(CASE WHEN f.event_type = 'publicity-posted' THEN json_extract_scalar(f.attributes_json, '$.endsOn') END) AS DATE)) AS last_on,
    max(CASE WHEN f.event_type = 'notice-taken-down' AND json_extract_scalar(f.attributes_json, '$.paperId') = p.paper_id AND f.seq > p.seq THEN json_extract_scalar(f.attributes_json, '$.on') END) AS taken_down_on
  FROM put AS p
  JOIN events AS f ON f.case_id = p.case_id AND f.subject_kind = 'case'
  GROUP BY 1, 2, 3, 4, p.until_on
)
SELECT
  n.case_id,
  n.kind,
  n.paper_id,
  n.put_on,
  n.last_on,
  date_diff('day', n.last_on, a.to_on) AS days_past
FROM ends AS n
CROSS JOIN asked AS a
WHERE n.taken_down_on IS NULL
  AND n.last_on < a.to_on
ORDER BY 5, 1, 2`,
  },
  {
    id: 'objections-and-findings',
    zh: '公示异议和重新调查',
    en: 'Objections in publicity and what was found',
    why: '公示期间有异议的，是否重新调查、结论有无改变。 Objections raised in publicity, whether the case was investigated again and what changed.',
    provision: [cite('D57', '§19'), cite('N83', '四(一)')],
    params: [
      { name: 'county', type: 'county-code', text: '县级代码 County' },
      { name: 'from_on', type: 'date', text: '起始日 First day' },
      { name: 'to_on', type: 'date', text: '截止日 Last day' },
    ],
    counts: [],
    sums: [],
    sql: `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
)
SELECT
  e.case_id,
  json_extract_scalar(e.attributes_json, '$.on') AS objected_on,
  json_extract_scalar(e.attributes_json, '$.channel') AS channel,
  json_extract_scalar(e.attributes_json, '$.realName') AS real_name,
  min(json_extract_scalar(r.attributes_json, '$.on')) AS reinvestigated_on,
  max(json_extract_scalar(r.attributes_json, '$.changed')) AS changed
FROM events AS e
CROSS JOIN asked AS a
LEFT JOIN events AS r
  ON r.case_id = e.case_id AND r.subject_kind = 'case' AND r.event_type = 'case-reinvestigated' AND r.seq > e.seq
WHERE e.county_code = a.county
  AND e.event_type = 'publicity-objected'
  AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
GROUP BY e.event_id, 1, 2, 3, 4
ORDER BY 2, 1`,
  },
  {
    id: 'overdue-by-person',
    zh: '各责任人超期情况',
    en: 'Late and overdue terms by person',
    why: '督办到人：谁手里的期限已超期未办或超期才办。 Names who holds terms that are overdue or were met late, so that supervision reaches a person.',
    provision: [cite('SEED', '二(三)5'), cite('N83', '四(一)')],
    params: [
      { name: 'county', type: 'county-code', text: '县级代码 County' },
      { name: 'from_on', type: 'date', text: '起始日 First day' },
      { name: 'to_on', type: 'date', text: '截止日 Last day' },
    ],
    counts: [],
    sums: [],
    sql: `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
)
SELECT
  t.holder_org,
  coalesce(t.holder_id, '') AS holder_id,
  t.term,
  count(CASE WHEN t.ended_on <= a.to_on THEN 1 END) AS ended_late,
  count(CASE WHEN t.ended_on IS NULL OR t.ended_on > a.to_on THEN 1 END) AS overdue_now,
  max(date_diff('day', coalesce(t.extended_to, t.due_on), CASE WHEN t.ended_on <= a.to_on THEN t.ended_on ELSE a.to_on END)) AS most_days_late
FROM terms AS t
CROSS JOIN asked AS a
WHERE t.county_code = a.county
  AND coalesce(t.extended_to, t.due_on) < a.to_on
  AND (t.ended_on IS NULL OR (t.ended_on >= a.from_on AND t.ended_on > coalesce(t.extended_to, t.due_on)))
GROUP BY 1, 2, 3
ORDER BY 1, 2, 3`,
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
    counts: ['running', 'ended_in_time', 'ended_late', 'overdue_now', 'provisional', 'total'],
    sums: [],
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
  {
    id: 'personal-data-read',
    zh: '个人信息查阅情况',
    en: 'Readings of personal data, by person',
    why: '谁查阅了多少人的个人信息，发现异常批量查阅。 Who read how many people’s data: mass reading stands out.',
    provision: [cite('PIPL', '§6'), cite('LAW', '§69')],
    params: [
      { name: 'county', type: 'county-code', text: '县级代码 County' },
      { name: 'from_on', type: 'date', text: '起始日 First day' },
      { name: 'to_on', type: 'date', text: '截止日 Last day' },
    ],
    counts: [],
    sums: [],
    sql: `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
)
SELECT
  json_extract_scalar(e.attributes_json, '$.person') AS person,
  e.actor_post,
  json_extract_scalar(e.attributes_json, '$.act') AS act,
  count(*) AS readings,
  count(DISTINCT e.case_id) AS files,
  CAST(sum(CAST(json_extract_scalar(e.attributes_json, '$.persons') AS BIGINT)) AS BIGINT) AS persons
FROM events AS e
CROSS JOIN asked AS a
WHERE e.county_code = a.county
  AND e.event_type = 'personal-data-read'
  AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
GROUP BY 1, 2, 3
ORDER BY 4 DESC, 1, 3`,
  },
  {
    id: 'petty-cash-use',
    zh: '临时救助备用金收支',
    en: 'Use of the petty cash, by township',
    why: '备用金拨入、支付、盘点差额，经手与批准是否分开。 What reached each petty cash, what was paid, what counts missed, and whether handler and approver were two.',
    provision: [cite('LAW', '§50'), cite('TA18', '二(四)')],
    params: [
      { name: 'county', type: 'county-code', text: '县级代码 County' },
      { name: 'from_on', type: 'date', text: '起始日 First day' },
      { name: 'to_on', type: 'date', text: '截止日 Last day' },
    ],
    counts: ['payments'],
    sums: ['paid_fen', 'largest_fen'],
    sql: `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
)
SELECT
  e.township_code,
  sum(CASE WHEN e.event_type IN ('petty-cash-opened', 'petty-cash-replenished') THEN CAST(json_extract_scalar(e.attributes_json, '$.amountFen') AS BIGINT) ELSE 0 END) AS received_fen,
  count(CASE WHEN e.event_type = 'petty-cash-paid' THEN 1 END) AS payments,
  sum(CASE WHEN e.event_type = 'petty-cash-paid' THEN CAST(json_extract_scalar(e.attributes_json, '$.amountFen') AS BIGINT) ELSE 0 END) AS paid_fen,
  max(CASE WHEN e.event_type = 'petty-cash-paid' THEN CAST(json_extract_scalar(e.attributes_json, '$.amountFen') AS BIGINT) END) AS largest_fen,
  count(CASE WHEN e.event_type = 'petty-cash-paid' AND json_extract_scalar(e.attributes_json, '$.handler') = json_extract_scalar(e.attributes_json, '$.approver') THEN 1 END) AS one_person_alone,
  count(CASE WHEN e.event_type = 'petty-cash-counted' THEN 1 END) AS counted,
  sum(CASE WHEN e.event_type = 'petty-cash-counted' THEN CAST(json_extract_scalar(e.attributes_json, '$.differenceFen') AS BIGINT) ELSE 0 END) AS difference_fen,
  max(CASE WHEN e.event_type = 'petty-cash-reconciled' THEN json_extract_scalar(e.attributes_json, '$.month') END) AS reconciled_through
FROM events AS e
CROSS JOIN asked AS a
WHERE e.county_code = a.county
  AND e.subject_kind = 'petty-cash'
  AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
GROUP BY 1
ORDER BY 1`,
  },
  {
    id: 'publicity-lengths',
    zh: '公示时长和公示中断',
    en: 'Length of publicity, breaks and objections',
    why: '核查公示是否满期、是否中断、有无异议。 Whether every publicity ran its full length, was broken off or met objections.',
    provision: [cite('D57', '§19'), cite('SEED', '二(三)3')],
    params: [
      { name: 'county', type: 'county-code', text: '县级代码 County' },
      { name: 'from_on', type: 'date', text: '起始日 First day' },
      { name: 'to_on', type: 'date', text: '截止日 Last day' },
    ],
    counts: ['posted', 'broken', 'objections'],
    sums: ['fewest_days', 'most_days'],
    sql: `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
),
seen AS (
  SELECT
    e.township_code,
    e.event_type,
    CAST(json_extract_scalar(e.attributes_json, '$.postedOn') AS DATE) AS posted_on,
    CAST(json_extract_scalar(e.attributes_json, '$.endsOn') AS DATE) AS ends_on
  FROM events AS e
  CROSS JOIN asked AS a
  WHERE e.county_code = a.county
    AND e.event_type IN ('publicity-posted', 'publicity-broken', 'publicity-objected')
    AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
)
SELECT
  township_code,
  count(ends_on) AS posted,
  min(date_diff('day', posted_on, ends_on)) AS fewest_days,
  max(date_diff('day', posted_on, ends_on)) AS most_days,
  count(CASE WHEN event_type = 'publicity-broken' THEN 1 END) AS broken,
  count(CASE WHEN event_type = 'publicity-objected' THEN 1 END) AS objections
FROM seen
GROUP BY 1
ORDER BY 1`,
  },
  {
    id: 'queries-asked',
    zh: '查询使用情况',
    en: 'Queries asked, by whom',
    why: '监督者也受监督：谁何时发起何种查询；目的按运行编号在访问日志中查阅。 Supervisors are supervised too: who asked what and when; the purpose stands in the access log under the run.',
    provision: [cite('PIPL', '§6'), cite('LAW', '§69')],
    params: [
      { name: 'county', type: 'county-code', text: '县级代码 County' },
      { name: 'from_on', type: 'date', text: '起始日 First day' },
      { name: 'to_on', type: 'date', text: '截止日 Last day' },
    ],
    counts: [],
    sums: [],
    sql: `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
)
SELECT
  json_extract_scalar(e.attributes_json, '$.runId') AS run_id,
  json_extract_scalar(e.attributes_json, '$.person') AS person,
  e.actor_post,
  json_extract_scalar(e.attributes_json, '$.query') AS query_id,
  json_extract_scalar(e.attributes_json, '$.params.case_id') AS about_case,
  e.recorded_at AS asked_at
FROM events AS e
CROSS JOIN asked AS a
WHERE e.county_code = a.county
  AND e.event_type = 'query-asked'
  AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
ORDER BY 6, 1`,
  },
  {
    id: 'referrals-unanswered',
    zh: '转办未反馈',
    en: 'Referrals without an answer in time',
    why: '转请其他部门办理、到期未反馈或晚反馈的，逐件催办。 Needs passed on to a department that were answered late or not at all.',
    provision: [cite('LAW', '§64'), cite('SEED', '二(三)1')],
    params: [
      { name: 'county', type: 'county-code', text: '县级代码 County' },
      { name: 'from_on', type: 'date', text: '起始日 First day' },
      { name: 'to_on', type: 'date', text: '截止日 Last day' },
    ],
    counts: [],
    sums: [],
    sql: `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
)
SELECT
  e.subject_id AS referral_id,
  json_extract_scalar(e.attributes_json, '$.referral.department') AS department,
  CAST(json_extract_scalar(e.attributes_json, '$.referral.referredOn') AS DATE) AS referred_on,
  CAST(json_extract_scalar(e.attributes_json, '$.referral.replyBy') AS DATE) AS reply_by,
  CAST(json_extract_scalar(r.attributes_json, '$.on') AS DATE) AS answered_on
FROM events AS e
CROSS JOIN asked AS a
LEFT JOIN events AS r ON r.subject_id = e.subject_id AND r.event_type = 'referral-answered'
WHERE e.county_code = a.county
  AND e.event_type = 'referral-made'
  AND CAST(json_extract_scalar(e.attributes_json, '$.referral.replyBy') AS DATE) BETWEEN a.from_on AND a.to_on
  AND coalesce(CAST(json_extract_scalar(r.attributes_json, '$.on') AS DATE), a.to_on) > CAST(json_extract_scalar(e.attributes_json, '$.referral.replyBy') AS DATE)
ORDER BY 4, 1`,
  },
  {
    id: 'refused-attempts',
    zh: '被系统拒绝的越权和违规操作',
    en: 'Refused attempts by person',
    why: '谁反复尝试越权、违反回避或禁止事项。 Who keeps trying what powers, separation and prohibitions forbid.',
    provision: [cite('SEED', '二(三)5'), cite('LAW', '§69')],
    params: [
      { name: 'county', type: 'county-code', text: '县级代码 County' },
      { name: 'from_on', type: 'date', text: '起始日 First day' },
      { name: 'to_on', type: 'date', text: '截止日 Last day' },
    ],
    counts: [],
    sums: [],
    sql: `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
)
SELECT
  json_extract_scalar(e.attributes_json, '$.person') AS person,
  json_extract_scalar(e.attributes_json, '$.post') AS post,
  json_extract_scalar(e.attributes_json, '$.act') AS act,
  json_extract_scalar(e.attributes_json, '$.code') AS code,
  count(*) AS attempts,
  max(CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE)) AS last_on
FROM events AS e
CROSS JOIN asked AS a
WHERE e.county_code = a.county
  AND e.event_type = 'attempt-refused'
  AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
GROUP BY 1, 2, 3, 4
ORDER BY 5 DESC, 1, 3, 4`,
  },
  {
    id: 'report-measures',
    zh: '报表取数',
    en: 'Measures of a report',
    why: '月度台账和年度“回头看”的全部数字，按截止日当时已登记的事实计算，以后再查不变。 Every figure of the monthly registers and the yearly report, from what was on record on the last day: asked again later it is the same.',
    provision: [cite('SEED', '二(二)1'), cite('SEED', '三(三)'), cite('LAW', '§62')],
    params: [
      { name: 'county', type: 'county-code', text: '县级代码 County' },
      { name: 'from_on', type: 'date', text: '起始日 First day' },
      { name: 'to_on', type: 'date', text: '截止日，其后登记的不计 Last day, later entries do not count' },
    ],
    counts: ['value'],
    sums: ['fen'],
    sql: `WITH asked AS (
  SELECT
    CAST(? AS VARCHAR) AS county,
    CAST(? AS DATE) AS from_on,
    CAST(? AS DATE) AS to_on
),
known AS (
  SELECT
    e.subject_kind,
    e.case_id,
    e.township_code,
    e.seq,
    e.event_type,
    e.attributes_json AS a,
    coalesce(json_extract_scalar(e.attributes_json, '$.result'), json_extract_scalar(e.attributes_json, '$.outcome'), json_extract_scalar(e.attributes_json, '$.ground'), json_extract_scalar(e.attributes_json, '$.code'), '') AS detail,
    CAST(json_extract_scalar(e.attributes_json, '$.amountFen') AS BIGINT) AS fen,
    CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) >= q.from_on AS in_window
  FROM events AS e
  CROSS JOIN asked AS q
  WHERE e.county_code = q.county
    AND e.subject_kind <> 'access'
    AND e.ym <= substr(CAST(q.to_on AS VARCHAR), 1, 7)
    AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) <= q.to_on
),
standing AS (
  SELECT
    c.case_id,
    c.program,
    c.status,
    c.township_code,
    c.household_size,
    c.case_class,
    c.standard_fen,
    c.relative_filed,
    c.accepted_at,
    c.decided_at,
    coalesce(c.extended_to, c.due_on) AS last_on,
    row_number() OVER (PARTITION BY c.case_id ORDER BY c.version DESC) AS n
  FROM cases_history AS c
  CROSS JOIN asked AS q
  WHERE c.county_code = q.county
    AND c.as_of_on <= q.to_on
),
household AS (
  SELECT
    case_id,
    json_extract_scalar(a, '$.people.area') AS area,
    CAST(json_extract_scalar(a, '$.people.persons') AS BIGINT) AS persons,
    CAST(json_extract_scalar(a, '$.people.elderly') AS BIGINT) AS elderly,
    CAST(json_extract_scalar(a, '$.people.minors') AS BIGINT) AS minors,
    CAST(json_extract_scalar(a, '$.people.women') AS BIGINT) AS women,
    CAST(json_extract_scalar(a, '$.people.severelyDisabled') AS BIGINT) AS severely_disabled,
    CAST(json_extract_scalar(a, '$.people.severelyIll') AS BIGINT) AS severely_ill,
    CAST(json_extract_scalar(a, '$.people.workingAge') AS BIGINT) AS working_age,
    CAST(json_extract_scalar(a, '$.people.employed') AS BIGINT) AS employed,
    row_number() OVER (PARTITION BY case_id ORDER BY seq DESC) AS n
  FROM known
  WHERE json_extract_scalar(a, '$.people.area') IS NOT NULL
),
begun AS (
  SELECT
    k.case_id,
    k.fen,
    json_extract_scalar(k.a, '$.fadeOut.untilMonth') AS until_month,
    row_number() OVER (PARTITION BY k.case_id ORDER BY k.seq DESC) AS n
  FROM known AS k
  CROSS JOIN asked AS q
  WHERE k.event_type IN ('case-decided', 'adjustment-decided', 'fade-out-decided', 'confirmation-revoked')
    AND k.detail <> 'dropped'
    AND coalesce(json_extract_scalar(k.a, '$.fromMonth'), json_extract_scalar(k.a, '$.firstMonth')) <= substr(CAST(q.to_on AS VARCHAR), 1, 7)
),
known_cases AS (
  SELECT
    s.case_id,
    s.township_code,
    s.program,
    coalesce(h.area, CASE s.program WHEN 'DB_URBAN' THEN 'urban' WHEN 'DB_RURAL' THEN 'rural' ELSE '' END) AS area,
    coalesce(s.case_class, '') AS case_class,
    s.status,
    s.standard_fen,
    s.relative_filed,
    s.last_on,
    CAST(s.accepted_at + INTERVAL '8' HOUR AS DATE) AS accepted_on,
    CAST(s.decided_at + INTERVAL '8' HOUR AS DATE) AS decided_on,
    coalesce(h.persons, s.household_size) AS persons,
    h.elderly, h.minors, h.women, h.severely_disabled, h.severely_ill, h.working_age, h.employed,
    b.fen AS monthly_fen,
    CASE
      WHEN s.program IN ('LS_FAST', 'LS_STD') THEN false
      WHEN s.program IN ('BY', 'GX') THEN s.status IN ('confirmed', 'active', 'checking', 'hearing')
      ELSE coalesce(b.fen, 0) > 0 AND (b.until_month IS NULL OR b.until_month >= substr(CAST(q.to_on AS VARCHAR), 1, 7))
    END AS aided
  FROM standing AS s
  CROSS JOIN asked AS q
  LEFT JOIN household AS h ON h.case_id = s.case_id AND h.n = 1
  LEFT JOIN begun AS b ON b.case_id = s.case_id AND b.n = 1
  WHERE s.n = 1
),
clocks AS (
  SELECT
    t.case_id,
    CASE WHEN t.holder_org = q.county THEN 'county' ELSE 'township' END AS held_by,
    coalesce(t.extended_to, t.due_on) AS last_on,
    t.ended_on,
    q.from_on,
    q.to_on,
    row_number() OVER (PARTITION BY t.case_id, t.term ORDER BY t.version DESC) AS n
  FROM terms_history AS t
  CROSS JOIN asked AS q
  WHERE t.county_code = q.county
    AND t.as_of_on <= q.to_on
),
measured AS (
  SELECT case_id, '' AS township_code, 'households' AS measure, '' AS detail, 1 AS value, monthly_fen AS fen FROM known_cases WHERE aided
  UNION ALL SELECT case_id, '', 'persons', '', persons, 0 FROM known_cases WHERE aided
  UNION ALL SELECT case_id, '', 'standards', '', 1, standard_fen FROM known_cases WHERE aided AND standard_fen IS NOT NULL
  UNION ALL SELECT case_id, '', 'elderly', '', elderly, 0 FROM known_cases WHERE aided
  UNION ALL SELECT case_id, '', 'minors', '', minors, 0 FROM known_cases WHERE aided
  UNION ALL SELECT case_id, '', 'women', '', women, 0 FROM known_cases WHERE aided
  UNION ALL SELECT case_id, '', 'severelyDisabled', '', severely_disabled, 0 FROM known_cases WHERE aided
  UNION ALL SELECT case_id, '', 'severelyIll', '', severely_ill, 0 FROM known_cases WHERE aided
  UNION ALL SELECT case_id, '', 'workingAge', '', working_age, 0 FROM known_cases WHERE aided
  UNION ALL SELECT case_id, '', 'employed', '', employed, 0 FROM known_cases WHERE aided
  UNION ALL SELECT case_id, '', 'singlePersons', '', 1, 0 FROM known_cases WHERE aided AND persons = 1
  UNION ALL SELECT case_id, '', 'fading', '', 1, 0 FROM known_cases WHERE aided AND status = 'fading'
  UNION ALL SELECT case_id, '', 'relativesFiled', '', 1, 0 FROM known_cases WHERE aided AND relative_filed
  UNION ALL SELECT k.case_id, '', 'newPersons', '', c.persons, 0 FROM known AS k JOIN known_cases AS c ON c.case_id = k.case_id WHERE k.in_window AND k.event_type = 'case-decided' AND k.detail = 'confirmed'
  UNION ALL SELECT k.case_id, '', CASE WHEN c.decided_on <= c.last_on THEN 'decidedInTime' ELSE 'decidedLate' END, '', 1, 0 FROM known AS k JOIN known_cases AS c ON c.case_id = k.case_id WHERE k.in_window AND k.event_type = 'case-decided'
  UNION ALL SELECT k.case_id, '', 'decidedAfter', CAST(c.accepted_on AS VARCHAR) || '/' || CAST(c.decided_on AS VARCHAR), 1, 0 FROM known AS k JOIN known_cases AS c ON c.case_id = k.case_id WHERE k.in_window AND k.event_type = 'case-decided'
  UNION ALL SELECT case_id, '', 'decidedBy', CASE WHEN json_extract_scalar(a, '$.delegationId') IS NULL THEN 'county' ELSE 'township' END, 1, 0 FROM known WHERE in_window AND event_type = 'case-decided'
  UNION ALL SELECT case_id, '', 'stopGround', coalesce(json_extract_scalar(a, '$.ground'), ''), 1, 0 FROM known WHERE in_window AND event_type = 'adjustment-decided' AND detail = 'stop'
  UNION ALL SELECT case_id, '', 'verificationHits', '', 1, 0 FROM known WHERE in_window AND event_type = 'verification-returned' AND json_extract_scalar(a, '$.hit') = 'true'
  UNION ALL SELECT case_id, '', 'overdue', held_by, 1, 0 FROM clocks WHERE n = 1 AND ended_on IS NULL AND last_on < to_on
  UNION ALL SELECT case_id, '', 'endedLate', held_by, 1, 0 FROM clocks WHERE n = 1 AND ended_on >= from_on AND ended_on > last_on
  UNION ALL SELECT case_id, coalesce(township_code, ''), event_type, detail, 1, fen FROM known WHERE in_window
)
SELECT
  coalesce(c.township_code, m.township_code) AS township_code,
  coalesce(c.program, '') AS program,
  coalesce(c.area, '') AS area,
  coalesce(c.case_class, '') AS case_class,
  m.measure,
  m.detail,
  CAST(sum(m.value) AS BIGINT) AS value,
  CAST(sum(coalesce(m.fen, 0)) AS BIGINT) AS fen
FROM measured AS m
LEFT JOIN known_cases AS c ON c.case_id = m.case_id
WHERE m.value IS NOT NULL
GROUP BY 1, 2, 3, 4, 5, 6
ORDER BY 1, 2, 3, 4, 5, 6`,
  },
  {
    id: 'reverifications-due',
    zh: '定期核查到期和逾期',
    en: 'Re-verifications due and late, by township',
    why: '动态管理是否按期核查：到期、按期、逾期完成和逾期未办各多少。 Whether households are re-verified in time: due, in time, late, not done.',
    provision: [cite('LAW', '§46'), cite('SEED', '二(三)5')],
    params: [
      { name: 'county', type: 'county-code', text: '县级代码 County' },
      { name: 'from_on', type: 'date', text: '起始日 First day' },
      { name: 'to_on', type: 'date', text: '截止日 Last day' },
    ],
    counts: ['due', 'in_time', 'late', 'overdue'],
    sums: [],
    sql: `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
)
SELECT
  substr(t.case_id, 1, 9) AS township_code,
  t.term,
  count(*) AS due,
  count(CASE WHEN t.ended_on <= coalesce(t.extended_to, t.due_on) THEN 1 END) AS in_time,
  count(CASE WHEN t.ended_on > coalesce(t.extended_to, t.due_on) AND t.ended_on <= a.to_on THEN 1 END) AS late,
  count(CASE WHEN (t.ended_on IS NULL OR t.ended_on > a.to_on) AND coalesce(t.extended_to, t.due_on) < a.to_on THEN 1 END) AS overdue
FROM terms AS t
CROSS JOIN asked AS a
WHERE t.county_code = a.county
  AND t.subject_kind = 'case'
  AND t.term IN ('reverification', 'change-check', 'death-adjustment', 'termination-recheck')
  AND coalesce(t.extended_to, t.due_on) BETWEEN a.from_on AND a.to_on
GROUP BY 1, 2
ORDER BY 1, 2`,
  },
  {
    id: 'roster-reconciliation',
    zh: '发放名册核对：应发与实发',
    en: 'Rosters: frozen against paid',
    why: '冻结名册、支付文件和银行回单三者是否一致。 Whether what was frozen, what was sent to the bank and what the bank paid agree.',
    provision: [cite('D57', '§25'), cite('SEED', '二(三)5')],
    params: [
      { name: 'county', type: 'county-code', text: '县级代码 County' },
      { name: 'from_on', type: 'date', text: '起始日 First day' },
      { name: 'to_on', type: 'date', text: '截止日 Last day' },
    ],
    counts: ['frozen_lines', 'paid_lines', 'failed_receipts'],
    sums: ['frozen_fen', 'ordered_fen', 'paid_fen', 'unpaid_fen'],
    sql: `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
),
moved AS (
  SELECT
    e.subject_id AS roster_id,
    coalesce(CAST(json_extract_scalar(e.attributes_json, '$.frozen.count') AS BIGINT), 0) AS frozen_lines,
    coalesce(CAST(json_extract_scalar(e.attributes_json, '$.frozen.amountFen') AS BIGINT), 0) AS frozen_fen,
    CASE WHEN e.event_type = 'payment-file-ordered' THEN CAST(json_extract_scalar(e.attributes_json, '$.amountFen') AS BIGINT) ELSE 0 END AS ordered_fen,
    coalesce(CAST(json_extract_scalar(e.attributes_json, '$.paid.count') AS BIGINT), 0) AS paid_lines,
    coalesce(CAST(json_extract_scalar(e.attributes_json, '$.paid.amountFen') AS BIGINT), 0) AS paid_fen,
    coalesce(CAST(json_extract_scalar(e.attributes_json, '$.failed.count') AS BIGINT), 0) AS failed_receipts
  FROM events AS e
  CROSS JOIN asked AS a
  WHERE e.county_code = a.county
    AND e.subject_kind = 'roster'
    AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
)
SELECT
  roster_id,
  CAST(sum(frozen_lines) AS BIGINT) AS frozen_lines,
  CAST(sum(frozen_fen) AS BIGINT) AS frozen_fen,
  CAST(sum(ordered_fen) AS BIGINT) AS ordered_fen,
  CAST(sum(paid_lines) AS BIGINT) AS paid_lines,
  CAST(sum(paid_fen) AS BIGINT) AS paid_fen,
  CAST(sum(failed_receipts) AS BIGINT) AS failed_receipts,
  CAST(sum(frozen_fen) - sum(paid_fen) AS BIGINT) AS unpaid_fen
FROM moved
GROUP BY 1
ORDER BY 1`,
  },
  {
    id: 'self-checks-and-faults',
    zh: '乡镇自查和整改',
    en: 'Self-checks, faults found and put right',
    why: '各乡镇（街道）自查多少、发现多少问题、整改多少、是否超期。 How much each township checked of itself, what it found, and whether it was put right in time.',
    provision: [cite('SEED', '二(三)5')],
    params: [
      { name: 'county', type: 'county-code', text: '县级代码 County' },
      { name: 'from_on', type: 'date', text: '起始日 First day' },
      { name: 'to_on', type: 'date', text: '截止日 Last day' },
    ],
    counts: [],
    sums: [],
    sql: `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
),
held AS (
  SELECT
    e.subject_id,
    json_extract_scalar(e.attributes_json, '$.selfCheck.townshipCode') AS township_code,
    json_array_length(json_extract(e.attributes_json, '$.selfCheck.cases')) AS looked_at,
    json_array_length(json_extract(e.attributes_json, '$.selfCheck.findings')) AS faults
  FROM events AS e
  CROSS JOIN asked AS a
  WHERE e.county_code = a.county
    AND e.event_type = 'self-check-recorded'
    AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
),
mended AS (
  SELECT e.subject_id, count(*) AS rectified
  FROM events AS e
  CROSS JOIN asked AS a
  WHERE e.county_code = a.county
    AND e.event_type = 'fault-rectified'
    AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) <= a.to_on
  GROUP BY 1
),
behind AS (
  SELECT t.subject_id
  FROM terms AS t
  CROSS JOIN asked AS a
  WHERE t.county_code = a.county
    AND t.subject_kind = 'self-check'
    AND coalesce(t.extended_to, t.due_on) < a.to_on
    AND (t.ended_on IS NULL OR t.ended_on > coalesce(t.extended_to, t.due_on))
)
SELECT
  h.township_code,
  count(*) AS checks,
  CAST(sum(h.looked_at) AS BIGINT) AS files_checked,
  CAST(sum(h.faults) AS BIGINT) AS faults,
  CAST(sum(coalesce(m.rectified, 0)) AS BIGINT) AS rectified,
  count(b.subject_id) AS late
FROM held AS h
LEFT JOIN mended AS m ON m.subject_id = h.subject_id
LEFT JOIN behind AS b ON b.subject_id = h.subject_id
GROUP BY 1
ORDER BY 1`,
  },
  {
    id: 'silent-townships',
    zh: '无办理记录的乡镇（街道）',
    en: 'Townships without an act',
    why: '一段时间没有任何办理动作的乡镇（街道），核实是否断档或线下办理；起始日由期限计算得出（如往前 n 个工作日）。 Townships that recorded nothing since a day, counted back by working days: work that stopped or moved off the record.',
    provision: [cite('SEED', '二(三)5'), cite('SEED', '二(四)')],
    params: [
      { name: 'county', type: 'county-code', text: '县级代码 County' },
      { name: 'from_on', type: 'date', text: '起始日 First day' },
      { name: 'to_on', type: 'date', text: '截止日 Last day' },
    ],
    counts: [],
    sums: [],
    sql: `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
)
SELECT
  e.township_code,
  max(CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE)) AS last_act_on,
  date_diff('day', max(CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE)), max(a.to_on)) AS days_silent
FROM events AS e
CROSS JOIN asked AS a
WHERE e.county_code = a.county
  AND e.township_code IS NOT NULL
  AND e.actor_post IN ('TC', 'TS', 'TR', 'TD')
  AND e.subject_kind NOT IN ('access', 'refusals')
  AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) <= a.to_on
GROUP BY 1
HAVING max(CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE)) < max(a.from_on)
ORDER BY 2, 1`,
  },
  {
    id: 'trainings-held',
    zh: '培训情况',
    en: 'Trainings held',
    why: '县乡两级组织培训的次数和人数，看是否覆盖各乡镇（街道）。 How often whom was trained, and which townships were reached.',
    provision: [cite('SEED', '三(二)')],
    params: [
      { name: 'county', type: 'county-code', text: '县级代码 County' },
      { name: 'from_on', type: 'date', text: '起始日 First day' },
      { name: 'to_on', type: 'date', text: '截止日 Last day' },
    ],
    counts: [],
    sums: [],
    sql: `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
)
SELECT
  coalesce(json_extract_scalar(e.attributes_json, '$.training.townshipCode'), e.county_code) AS division,
  json_extract_scalar(e.attributes_json, '$.training.organiser') AS organiser,
  json_extract_scalar(e.attributes_json, '$.training.form') AS form,
  count(*) AS trainings,
  CAST(sum(CAST(json_extract_scalar(e.attributes_json, '$.training.persons') AS BIGINT)) AS BIGINT) AS persons,
  max(json_extract_scalar(e.attributes_json, '$.training.on')) AS last_on
FROM events AS e
CROSS JOIN asked AS a
WHERE e.county_code = a.county
  AND e.event_type = 'training-recorded'
  AND CAST(json_extract_scalar(e.attributes_json, '$.training.on') AS DATE) BETWEEN a.from_on AND a.to_on
GROUP BY 1, 2, 3
ORDER BY 1, 2, 3`,
  },
  {
    id: 'verification-hits',
    zh: '核对有疑点的案件及处理',
    en: 'Verification hits and what became of them',
    why: '核对发现与申报不一致的，看是否告知、是否提出异议、最后如何决定。 Where verification contradicted the declaration: was the household told, did it object, what was decided.',
    provision: [cite('D57', '§14'), cite('SEED', '二(三)5')],
    params: [
      { name: 'county', type: 'county-code', text: '县级代码 County' },
      { name: 'from_on', type: 'date', text: '起始日 First day' },
      { name: 'to_on', type: 'date', text: '截止日 Last day' },
    ],
    counts: [],
    sums: [],
    sql: `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
),
hits AS (
  SELECT e.case_id, e.seq, CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) AS returned_on
  FROM events AS e
  CROSS JOIN asked AS a
  WHERE e.county_code = a.county
    AND e.event_type = 'verification-returned'
    AND json_extract_scalar(e.attributes_json, '$.hit') = 'true'
    AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
)
SELECT
  h.case_id,
  h.returned_on,
  min(CASE WHEN f.event_type = 'verification-informed' THEN json_extract_scalar(f.attributes_json, '$.on') END) AS informed_on,
  min(CASE WHEN f.event_type = 'verification-objected' THEN json_extract_scalar(f.attributes_json, '$.on') END) AS objected_on,
  min(CASE WHEN f.event_type = 'case-decided' THEN json_extract_scalar(f.attributes_json, '$.result') END) AS decision,
  min(CASE WHEN f.event_type = 'case-decided' THEN json_extract_scalar(f.attributes_json, '$.on') END) AS decided_on
FROM hits AS h
LEFT JOIN events AS f ON f.case_id = h.case_id AND f.subject_kind = 'case' AND f.seq > h.seq
GROUP BY 1, 2
ORDER BY 2, 1`,
  },
  {
    id: 'workload-by-person',
    zh: '各人员工作量',
    en: 'Workload by person and post',
    why: '看人员力量是否匹配、是否一人多岗。 Whether staff matches the work, and whether one person acts in several posts.',
    provision: [cite('SEED', '三(二)'), cite('SEED', '二(三)5')],
    params: [
      { name: 'county', type: 'county-code', text: '县级代码 County' },
      { name: 'from_on', type: 'date', text: '起始日 First day' },
      { name: 'to_on', type: 'date', text: '截止日 Last day' },
    ],
    counts: [],
    sums: [],
    sql: `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
)
SELECT
  coalesce(e.township_code, e.county_code) AS org_code,
  e.actor_id,
  e.actor_post,
  count(*) AS acts,
  count(DISTINCT e.case_id) AS households,
  count(DISTINCT CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE)) AS days_at_work
FROM events AS e
CROSS JOIN asked AS a
WHERE e.county_code = a.county
  AND e.subject_kind NOT IN ('access', 'refusals')
  AND e.actor_post NOT IN ('CLOCK', 'AP', 'AG')
  AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
GROUP BY 1, 2, 3
ORDER BY 1, 2, 3`,
  },
];
