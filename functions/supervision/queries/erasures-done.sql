-- id: erasures-done
-- zh: 到期档案个人信息清除
-- en: Erasures of files whose term is over
-- why: 谁申请、谁批准、清除多少人，核实两人经手和有无漏办。 Who asked, who approved, how many persons were erased: two people each time, and nothing left lying.
-- provision: PIPL §47
-- provision: SEED 二(三)3
-- param: county county-code 县级代码 County
-- param: from_on date 起始日 First day
-- param: to_on date 截止日 Last day
-- recorded: from_on..
WITH asked AS (
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
ORDER BY 3, 1
