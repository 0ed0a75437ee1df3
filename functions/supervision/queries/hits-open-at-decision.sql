-- id: hits-open-at-decision
-- zh: 带着未处理的核对疑点确认
-- en: Confirmed with a verification hit nobody dealt with
-- why: 核对与申报不一致，既未更正也未复核，仍予确认的。 A hit that contradicts the declaration was neither corrected nor refuted, and the case was confirmed all the same.
-- provision: D57 §17
-- provision: D57 §18
-- provision: SEED 二(三)5
-- param: county county-code 县级代码 County
-- param: from_on date 起始日 First day
-- param: to_on date 截止日 Last day
WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
),
decided AS (
  SELECT
    c.case_id,
    c.township_code,
    c.reviewer_id,
    c.confirmer_id,
    CAST(c.decided_at + INTERVAL '8' HOUR AS DATE) AS decided_on
  FROM cases AS c
  CROSS JOIN asked AS a
  WHERE c.county_code = a.county
    AND c.decision = 'confirmed'
    AND CAST(c.decided_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
)
SELECT
  d.township_code,
  d.case_id,
  v.hit_type,
  v.origin,
  CAST(v.returned_at + INTERVAL '8' HOUR AS DATE) AS returned_on,
  d.decided_on,
  d.reviewer_id,
  d.confirmer_id,
  v.resolution
FROM decided AS d
JOIN verifications AS v ON v.case_id = d.case_id
WHERE CAST(v.returned_at + INTERVAL '8' HOUR AS DATE) <= d.decided_on
  AND (NOT v.resolved OR CAST(v.resolved_at + INTERVAL '8' HOUR AS DATE) > d.decided_on)
ORDER BY 2, 5, 3, 4
