-- id: confirmed-by-village
-- zh: 各村（居）新确认户数与户籍户数
-- en: Newly confirmed households by village, against those registered there
-- why: 新确认户数集中在少数村（居）的，与户籍户数、困难发生率对照。 Where confirmations gather in few villages: against registered households and the share of poor ones.
-- provision: SEED 二(三)5
-- param: county county-code 县级代码 County
-- param: from_on date 起始日 First day
-- param: to_on date 截止日 Last day
-- counts: households
-- sums: amount_fen
WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
),
confirmed AS (
  SELECT c.village_code, count(*) AS households, CAST(sum(c.amount_fen) AS BIGINT) AS amount_fen
  FROM cases AS c
  CROSS JOIN asked AS a
  WHERE c.county_code = a.county
    AND c.decision = 'confirmed'
    AND CAST(c.decided_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
  GROUP BY 1
)
SELECT
  substr(f.village_code, 1, 9) AS township_code,
  f.village_code,
  f.households,
  f.amount_fen,
  v.registered_households,
  v.poverty_rate
FROM confirmed AS f
LEFT JOIN villages AS v ON v.village_code = f.village_code
ORDER BY 1, 3 DESC, 2
