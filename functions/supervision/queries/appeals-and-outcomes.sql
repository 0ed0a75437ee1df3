-- id: appeals-and-outcomes
-- zh: 行政复议、行政诉讼及结果
-- en: Appeals and what came of them
-- why: 对哪些决定不服、是否在期限内、结果如何，倒查办理质量。 What was appealed against, in time or not, and what came of it.
-- provision: LAW §76
-- provision: SEED 二(三)5
-- param: county county-code 县级代码 County
-- param: from_on date 起始日 First day
-- param: to_on date 截止日 Last day
-- recorded: from_on..
WITH asked AS (
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
ORDER BY 6, 2
