-- id: paid-after-death
-- zh: 成员死亡后仍照发的家庭
-- en: Paid after a member died, as before
-- why: 成员死亡（登记、报告或核对返回）超过 45 日仍发放，且其间没有作出调整决定的。 Paid more than 45 days after a member’s death was registered, told or returned, without a decision about the amount in between.
-- provision: N83 一(三)
-- provision: SEED 二(三)4
-- param: county county-code 县级代码 County
-- param: from_on date 起始日 First day
-- param: to_on date 截止日 Last day
WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
),
told AS (
  SELECT c.case_id, m.person_id, m.died_on
  FROM members AS m
  JOIN cases AS c ON c.hh_id = m.hh_id
  CROSS JOIN asked AS a
  WHERE c.county_code = a.county
    AND m.died_on IS NOT NULL
  UNION ALL
  SELECT
    e.case_id,
    json_extract_scalar(e.attributes_json, '$.change.person'),
    CAST(json_extract_scalar(e.attributes_json, '$.change.happenedOn') AS DATE)
  FROM events AS e
  CROSS JOIN asked AS a
  WHERE e.county_code = a.county
    AND e.event_type = 'change-reported'
    AND json_extract_scalar(e.attributes_json, '$.change.kind') = 'death'
  UNION ALL
  SELECT v.case_id, v.person_id, CAST(v.returned_at + INTERVAL '8' HOUR AS DATE)
  FROM verifications AS v
  CROSS JOIN asked AS a
  WHERE v.county_code = a.county
    AND v.hit_type = 'death'
    AND coalesce(v.resolution, '') NOT IN ('agrees', 'refuted')
),
died AS (
  SELECT case_id, person_id, min(died_on) AS died_on
  FROM told
  GROUP BY 1, 2
),
paid AS (
  SELECT p.case_id, p.pay_month, p.amount_fen, CAST(p.paid_at + INTERVAL '8' HOUR AS DATE) AS paid_on
  FROM payments AS p
  CROSS JOIN asked AS a
  WHERE p.county_code = a.county
    AND CAST(p.paid_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
),
decided AS (
  SELECT e.case_id, CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) AS decided_on
  FROM events AS e
  CROSS JOIN asked AS a
  WHERE e.county_code = a.county
    AND e.event_type IN ('adjustment-decided', 'fade-out-decided', 'confirmation-revoked')
)
SELECT
  d.case_id,
  d.person_id,
  d.died_on,
  p.pay_month,
  p.paid_on,
  p.amount_fen,
  date_diff('day', d.died_on, p.paid_on) AS days_between
FROM died AS d
JOIN paid AS p ON p.case_id = d.case_id
LEFT JOIN decided AS x ON x.case_id = d.case_id AND x.decided_on BETWEEN d.died_on AND p.paid_on
WHERE x.case_id IS NULL
  AND date_diff('day', d.died_on, p.paid_on) > 45
ORDER BY 1, 2, 4
