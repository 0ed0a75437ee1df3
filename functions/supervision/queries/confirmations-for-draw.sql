-- id: confirmations-for-draw
-- zh: 当月确认案件（抽查范围）
-- en: Confirmations of a month, to draw from
-- why: 冻结抽查范围时逐案列出当月确认的案件，以及确认前已备案近亲属或有举报的。 Every case confirmed in the month, and how many causes it gives the county to check it anyway.
-- provision: SEED 二(二)1
-- provision: LAW §46(2)
-- provision: D57 §20
-- param: county county-code 县级代码 County
-- param: from_on date 起始日 First day
-- param: to_on date 截止日 Last day
WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
),
made AS (
  SELECT
    e.case_id,
    e.seq,
    json_extract_scalar(e.attributes_json, '$.assessment.program') AS program,
    coalesce(json_extract_scalar(e.attributes_json, '$.class'), '') AS case_class,
    e.actor_id,
    row_number() OVER (PARTITION BY e.case_id ORDER BY e.seq DESC NULLS LAST) AS latest
  FROM events AS e
  CROSS JOIN asked AS a
  WHERE e.county_code = a.county
    AND e.event_type = 'case-decided'
    AND e.subject_kind = 'case'
    AND e.source IS NULL
    AND json_extract_scalar(e.attributes_json, '$.result') = 'confirmed'
    AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
)
SELECT
  m.case_id,
  m.program,
  m.case_class,
  m.actor_id AS decided_by,
  count(c.seq) AS causes
FROM made AS m
LEFT JOIN events AS c
  ON c.case_id = m.case_id
  AND c.subject_kind = 'case'
  AND c.event_type IN ('relative-filed', 'complaint-recorded')
  AND c.seq < m.seq
WHERE m.latest = 1
GROUP BY 1, 2, 3, 4
ORDER BY 1
