-- id: complaints-by-kind
-- zh: 投诉举报分类和办理时限
-- en: Complaints by channel, level and time
-- why: 各渠道收到多少、办到哪一级、是否按期、属实多少。 How many came which way, who handles them, in time or not, and how many were true.
-- provision: XF §23
-- provision: XF §34
-- param: county county-code 县级代码 County
-- param: from_on date 起始日 First day
-- param: to_on date 截止日 Last day
-- recorded: from_on..to_on
-- counts: registered, answered, substantiated, late
WITH asked AS (
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
ORDER BY 1, 2
