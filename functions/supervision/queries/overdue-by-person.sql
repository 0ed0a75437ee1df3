-- id: overdue-by-person
-- zh: 各责任人超期情况
-- en: Late and overdue terms by person
-- why: 督办到人：谁手里的期限已超期未办或超期才办。 Names who holds terms that are overdue or were met late, so that supervision reaches a person.
-- provision: SEED 二(三)5
-- provision: N83 四(一)
-- param: county county-code 县级代码 County
-- param: from_on date 起始日 First day
-- param: to_on date 截止日 Last day
WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
)
SELECT
  t.holder_org,
  coalesce(t.holder_id, '') AS holder_id,
  t.term,
  count(CASE WHEN t.ended_on <= a.to_on THEN 1 END) AS ended_late,
  count(CASE WHEN t.ended_on IS NULL OR t.ended_on > a.to_on THEN 1 END) AS overdue_now,
  max(date_diff('day', coalesce(t.extended_to, t.due_on), CASE WHEN t.ended_on <= a.to_on THEN t.ended_on ELSE a.to_on END)) AS most_days_late
FROM terms AS t
CROSS JOIN asked AS a
WHERE t.county_code = a.county
  AND coalesce(t.extended_to, t.due_on) < a.to_on
  AND (t.ended_on IS NULL OR (t.ended_on >= a.from_on AND t.ended_on > coalesce(t.extended_to, t.due_on)))
GROUP BY 1, 2, 3
ORDER BY 1, 2, 3
