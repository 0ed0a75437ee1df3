-- id: near-relative-filings
-- zh: 近亲属备案和县级入户核查
-- en: Near-relative filings and county surveys
-- why: 工作人员近亲属申请的，逐案核对备案和县级全数核查。 Each filed case with who is related to it and whether the county surveyed it.
-- provision: D57 §11
-- provision: SEED 二(三)5
-- param: county county-code 县级代码 County
-- param: from_on date 起始日 First day
-- param: to_on date 截止日 Last day
WITH asked AS (
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
ORDER BY 2, 1, 3
