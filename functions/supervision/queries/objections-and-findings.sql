-- id: objections-and-findings
-- zh: 公示异议和重新调查
-- en: Objections in publicity and what was found
-- why: 公示期间有异议的，是否重新调查、结论有无改变。 Objections raised in publicity, whether the case was investigated again and what changed.
-- provision: D57 §19
-- provision: N83 四(一)
-- param: county county-code 县级代码 County
-- param: from_on date 起始日 First day
-- param: to_on date 截止日 Last day
-- recorded: from_on..
WITH asked AS (
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
ORDER BY 2, 1
