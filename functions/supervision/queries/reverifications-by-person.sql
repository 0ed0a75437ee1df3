-- id: reverifications-by-person
-- zh: 各人动态核查的结论
-- en: What each person concludes from re-verifications
-- why: 核查总是“无变化”或者总是逾期的人员，抽取其核查的案件复看。 Who always finds nothing changed, or is always late: look again at some of their cases.
-- provision: LAW §46
-- provision: SEED 二(三)4
-- param: county county-code 县级代码 County
-- param: from_on date 起始日 First day
-- param: to_on date 截止日 Last day
-- counts: done, unchanged, late
WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
),
done AS (
  SELECT r.actor_id, r.result, r.due_on, CAST(r.done_at + INTERVAL '8' HOUR AS DATE) AS done_on
  FROM reverifications AS r
  CROSS JOIN asked AS a
  WHERE r.county_code = a.county
    AND CAST(r.done_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
)
SELECT
  d.actor_id,
  count(*) AS done,
  count(CASE WHEN d.result = 'none' THEN 1 END) AS unchanged,
  count(CASE WHEN d.done_on > d.due_on THEN 1 END) AS late
FROM done AS d
GROUP BY 1
ORDER BY 2 DESC, 1
