-- id: households-split
-- zh: 申请前不久分户或重新组合的家庭
-- en: Households split or regrouped shortly before they applied
-- why: 申请前 90 日内由另一户分出，或成员在此前 90 日内以另一种组成申请过的，核实实际共同生活情况。 Split from another household within 90 days before, or with a member who applied in another composition within 90 days before: who really lives together.
-- provision: D57 §7
-- provision: SEED 二(三)2
-- param: county county-code 县级代码 County
-- param: from_on date 起始日 First day
-- param: to_on date 截止日 Last day
WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
),
applied AS (
  SELECT e.case_id, CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) AS applied_on
  FROM events AS e
  CROSS JOIN asked AS a
  WHERE e.county_code = a.county
    AND e.event_type = 'application-submitted'
),
known AS (
  SELECT p.case_id, p.applied_on, h.hh_id, h.composition_key, h.split_from_hh, h.split_on
  FROM applied AS p
  JOIN cases AS c ON c.case_id = p.case_id
  JOIN households AS h ON h.hh_id = c.hh_id
),
parted AS (
  SELECT k.case_id, k.applied_on, 'split' AS how, k.split_from_hh AS from_hh, k.split_on AS since_on
  FROM known AS k
  WHERE k.split_on IS NOT NULL
  UNION ALL
  SELECT k.case_id, k.applied_on, 'regrouped', o.hh_id, max(o.applied_on)
  FROM known AS k
  JOIN members AS m ON m.hh_id = k.hh_id
  JOIN members AS n ON n.person_id = m.person_id
  JOIN known AS o ON o.hh_id = n.hh_id
  WHERE o.composition_key <> k.composition_key
    AND o.applied_on < k.applied_on
    AND n.left_on IS NULL
  GROUP BY 1, 2, 3, 4
)
SELECT
  p.case_id,
  p.how,
  p.from_hh,
  p.since_on,
  p.applied_on,
  date_diff('day', p.since_on, p.applied_on) AS days_between
FROM parted AS p
CROSS JOIN asked AS a
WHERE p.applied_on BETWEEN a.from_on AND a.to_on
  AND date_diff('day', p.since_on, p.applied_on) BETWEEN 0 AND 90
ORDER BY 1, 2, 3
