-- id: shared-with-staff
-- zh: 与工作人员共用电话、住址或账户的家庭
-- en: Households that share a phone, an address or an account with staff
-- why: 申请家庭的电话、住址或收款账户与工作人员相同的，核实是否知情、是否代领。 A phone, address or account of the household is that of a member of staff: does the household know of its application, and who draws the money.
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
),
known AS (
  SELECT p.case_id, p.applied_on, c.hh_id, c.township_code
  FROM applied AS p
  JOIN cases AS c ON c.case_id = p.case_id
),
shared AS (
  SELECT k.case_id, s.staff_id, s.role, 'phone' AS shared
  FROM known AS k
  JOIN members AS m ON m.hh_id = k.hh_id
  JOIN staff AS s ON s.phone_token = m.phone_token AND s.person_id <> m.person_id
  UNION ALL
  SELECT k.case_id, s.staff_id, s.role, 'address'
  FROM known AS k
  JOIN households AS h ON h.hh_id = k.hh_id
  JOIN staff AS s ON s.address_token = h.address_token
  UNION ALL
  SELECT k.case_id, s.staff_id, s.role, 'account'
  FROM known AS k
  JOIN payments AS y ON y.case_id = k.case_id
  JOIN staff AS s ON s.account_token = y.account_token
)
SELECT
  k.township_code,
  k.case_id,
  k.applied_on,
  s.staff_id,
  s.role,
  s.shared
FROM known AS k
JOIN shared AS s ON s.case_id = k.case_id
GROUP BY 1, 2, 3, 4, 5, 6
ORDER BY 2, 4, 5, 6
