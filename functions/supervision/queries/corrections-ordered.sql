-- id: corrections-ordered
-- zh: 责令纠正及落实
-- en: Corrections ordered and carried out
-- why: 县级责令纠正的案件是否按期纠正，由谁办结。 Whether what the county ordered to be put right was, in time, and by whom.
-- provision: SEED 二(三)5
-- provision: LAW §69
-- param: county county-code 县级代码 County
-- param: from_on date 起始日 First day
-- param: to_on date 截止日 Last day
-- recorded: from_on..
WITH asked AS (
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
ORDER BY 5, 1
