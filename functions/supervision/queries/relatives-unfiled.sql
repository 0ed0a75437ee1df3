-- id: relatives-unfiled
-- zh: 近亲属应备案未备案
-- en: Near relatives of staff whose case was not filed
-- why: 家庭成员是本乡镇（街道）工作人员或本村（居）干部的近亲属，登记册早已载明而案件没有备案的。 A member is a near relative of the township’s staff or the village’s cadres, the register knew it, and nothing was filed on the case.
-- provision: D57 §11
-- provision: SEED 二(二)3
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
    AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
)
SELECT
  c.township_code,
  c.case_id,
  c.status,
  p.applied_on,
  s.staff_id,
  s.role,
  k.relation,
  min(k.valid_from) AS known_since
FROM applied AS p
JOIN cases AS c ON c.case_id = p.case_id
JOIN members AS m ON m.hh_id = c.hh_id
JOIN kinship AS k ON k.person_b = m.person_id
JOIN staff AS s ON s.person_id = k.person_a
WHERE NOT c.relative_filed
  AND s.township_code = c.township_code
  AND (s.org_level = 'township' OR s.village_code = c.village_code)
  AND (s.active_to IS NULL OR s.active_to >= p.applied_on)
  AND (k.valid_to IS NULL OR k.valid_to >= p.applied_on)
  AND (k.valid_from IS NULL OR c.decided_at IS NULL OR k.valid_from <= CAST(c.decided_at + INTERVAL '8' HOUR AS DATE))
GROUP BY 1, 2, 3, 4, 5, 6, 7
ORDER BY 2, 5, 6, 7
