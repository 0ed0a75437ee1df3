-- id: workload-by-person
-- zh: 各人员工作量
-- en: Workload by person and post
-- why: 看人员力量是否匹配、是否一人多岗。 Whether staff matches the work, and whether one person acts in several posts.
-- provision: SEED 三(二)
-- provision: SEED 二(三)5
-- param: county county-code 县级代码 County
-- param: from_on date 起始日 First day
-- param: to_on date 截止日 Last day
-- recorded: from_on..to_on
WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
)
SELECT
  coalesce(e.township_code, e.county_code) AS org_code,
  e.actor_id,
  e.actor_post,
  count(*) AS acts,
  count(DISTINCT e.case_id) AS households,
  count(DISTINCT CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE)) AS days_at_work
FROM events AS e
CROSS JOIN asked AS a
WHERE e.county_code = a.county
  AND e.subject_kind NOT IN ('access', 'refusals')
  AND e.actor_post NOT IN ('CLOCK', 'AP', 'AG')
  AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
GROUP BY 1, 2, 3
ORDER BY 1, 2, 3
