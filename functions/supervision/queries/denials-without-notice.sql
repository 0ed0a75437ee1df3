-- id: denials-without-notice
-- zh: 不予确认未按时书面告知
-- en: Denials without notice in time
-- why: 不予确认的，须在期限内书面说明理由并送达；列出未送达或逾期送达的案件。 Denials whose written reasons were served late or not at all.
-- provision: D57 §23
-- provision: SEED 二(三)5
-- param: county county-code 县级代码 County
-- param: from_on date 起始日 First day
-- param: to_on date 截止日 Last day
-- recorded: from_on..to_on
WITH asked AS (
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
ORDER BY 2, 1
