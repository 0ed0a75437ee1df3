-- id: extensions-by-ground
-- zh: 延长办理时限的情形
-- en: Extensions by township and ground
-- why: 看清各乡镇（街道）以何种理由延长、有无滥用。 On which grounds townships extend the term, and whether it becomes a habit.
-- provision: N83 四(一)
-- provision: SEED 二(三)5
-- param: county county-code 县级代码 County
-- param: from_on date 起始日 First day
-- param: to_on date 截止日 Last day
-- recorded: from_on..to_on
-- counts: extended, provisional
-- sums: latest_due_on
WITH asked AS (
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
ORDER BY 1, 2
