-- id: verification-hits
-- zh: 核对有疑点的案件及处理
-- en: Verification hits and what became of them
-- why: 核对发现与申报不一致的，看是否告知、是否提出异议、最后如何决定。 Where verification contradicted the declaration: was the household told, did it object, what was decided.
-- provision: D57 §14
-- provision: SEED 二(三)5
-- param: county county-code 县级代码 County
-- param: from_on date 起始日 First day
-- param: to_on date 截止日 Last day
-- recorded: from_on..
WITH asked AS (
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
ORDER BY 2, 1
