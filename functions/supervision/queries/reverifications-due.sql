-- id: reverifications-due
-- zh: 定期核查到期和逾期
-- en: Re-verifications due and late, by township
-- why: 动态管理是否按期核查：到期、按期、逾期完成和逾期未办各多少。 Whether households are re-verified in time: due, in time, late, not done.
-- provision: LAW §46
-- provision: SEED 二(三)5
-- param: county county-code 县级代码 County
-- param: from_on date 起始日 First day
-- param: to_on date 截止日 Last day
-- counts: due, in_time, late, overdue
WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
)
SELECT
  substr(t.case_id, 1, 9) AS township_code,
  t.term,
  count(*) AS due,
  count(CASE WHEN t.ended_on <= coalesce(t.extended_to, t.due_on) THEN 1 END) AS in_time,
  count(CASE WHEN t.ended_on > coalesce(t.extended_to, t.due_on) AND t.ended_on <= a.to_on THEN 1 END) AS late,
  count(CASE WHEN (t.ended_on IS NULL OR t.ended_on > a.to_on) AND coalesce(t.extended_to, t.due_on) < a.to_on THEN 1 END) AS overdue
FROM terms AS t
CROSS JOIN asked AS a
WHERE t.county_code = a.county
  AND t.subject_kind = 'case'
  AND t.term IN ('reverification', 'change-check', 'death-adjustment', 'termination-recheck')
  AND coalesce(t.extended_to, t.due_on) BETWEEN a.from_on AND a.to_on
GROUP BY 1, 2
ORDER BY 1, 2
