-- id: overdue-by-township
-- zh: 各乡镇（街道）期限办理情况
-- en: Terms by township: in time, late, overdue
-- why: 看清哪里的哪个环节超期，以便督办；县级承担的期限单列，不计入乡镇。 Shows where and at which step work runs late; terms the county holds stand apart and never count against a township.
-- provision: SEED 二(三)5
-- provision: N83 四(一)
-- param: county county-code 县级代码 County
-- param: from_on date 起始日 First day
-- param: to_on date 截止日，按此日判定是否超期 Last day; overdue is judged as of it
-- counts: running, ended_in_time, ended_late, overdue_now, provisional, total
WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
),
alive AS (
  SELECT
    substr(t.case_id, 1, 9) AS township_code,
    t.term,
    CASE WHEN t.holder_org = a.county THEN 'county' ELSE 'township' END AS held_by,
    coalesce(t.extended_to, t.due_on) AS last_on,
    CASE WHEN t.ended_on <= a.to_on THEN t.ended_on END AS ended_on,
    t.provisional,
    a.to_on
  FROM terms AS t
  CROSS JOIN asked AS a
  WHERE t.county_code = a.county
    AND t.subject_kind = 'case'
    AND t.from_on <= a.to_on
    AND (t.ended_on IS NULL OR t.ended_on >= a.from_on)
)
SELECT
  township_code,
  held_by,
  term,
  count(CASE WHEN ended_on IS NULL AND last_on >= to_on THEN 1 END) AS running,
  count(CASE WHEN ended_on <= last_on THEN 1 END) AS ended_in_time,
  count(CASE WHEN ended_on > last_on THEN 1 END) AS ended_late,
  count(CASE WHEN ended_on IS NULL AND last_on < to_on THEN 1 END) AS overdue_now,
  count(CASE WHEN provisional THEN 1 END) AS provisional,
  count(*) AS total
FROM alive
GROUP BY township_code, held_by, term
ORDER BY township_code, held_by DESC, term
