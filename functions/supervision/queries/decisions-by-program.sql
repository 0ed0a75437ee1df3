-- id: decisions-by-program
-- zh: 各业务审核确认结果
-- en: Decisions by township and program
-- why: 各乡镇（街道）各项业务确认和不予确认多少、月保障金额多少，横向比较。 Confirmed and denied by township and program, with the monthly amounts, to compare townships.
-- provision: SEED 二(二)1
-- provision: LAW §62
-- param: county county-code 县级代码 County
-- param: from_on date 起始日 First day
-- param: to_on date 截止日 Last day
-- counts: confirmed, not_confirmed
-- sums: monthly_fen
WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
)
SELECT
  c.township_code,
  c.program,
  count(CASE WHEN c.decision = 'confirmed' THEN 1 END) AS confirmed,
  count(CASE WHEN c.decision = 'not-confirmed' THEN 1 END) AS not_confirmed,
  CAST(coalesce(sum(CASE WHEN c.decision = 'confirmed' THEN c.amount_fen END), 0) AS BIGINT) AS monthly_fen
FROM cases AS c
CROSS JOIN asked AS a
WHERE c.county_code = a.county
  AND CAST(c.decided_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
GROUP BY 1, 2
ORDER BY 1, 2
