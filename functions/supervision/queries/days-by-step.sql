-- id: days-by-step
-- zh: 各乡镇（街道）各环节用时
-- en: Days each step took, by township
-- why: 看清哪里的哪个环节办得慢、是否超期；县级承担的期限单列。 Where and at which step work takes long; terms the county holds stand apart.
-- provision: SEED 二(三)5
-- provision: N83 四(一)
-- param: county county-code 县级代码 County
-- param: from_on date 起始日 First day
-- param: to_on date 截止日 Last day
-- counts: done, late
-- sums: fewest_days, most_days
WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
)
SELECT
  substr(t.case_id, 1, 9) AS township_code,
  CASE WHEN t.holder_org = a.county THEN 'county' ELSE 'township' END AS held_by,
  t.term,
  count(*) AS done,
  count(CASE WHEN t.ended_on > coalesce(t.extended_to, t.due_on) THEN 1 END) AS late,
  min(date_diff('day', t.from_on, t.ended_on)) AS fewest_days,
  max(date_diff('day', t.from_on, t.ended_on)) AS most_days
FROM terms AS t
CROSS JOIN asked AS a
WHERE t.county_code = a.county
  AND t.subject_kind = 'case'
  AND t.ended_on BETWEEN a.from_on AND a.to_on
GROUP BY 1, 2, 3
ORDER BY 1, 2 DESC, 3
