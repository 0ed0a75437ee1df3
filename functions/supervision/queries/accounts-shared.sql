-- id: accounts-shared
-- zh: 同一账户收款的多户和工作人员账户
-- en: Accounts that receive for several households, or are those of staff
-- why: 同一收款账户为多户领取，或者是工作人员本人账户的；供养机构和监护人属正常情形。 One account paid for several households, or that of a member of staff; institutions and guardians are the honest ones.
-- provision: D57 §25
-- provision: SEED 二(二)1
-- param: county county-code 县级代码 County
-- param: from_on date 起始日 First day
-- param: to_on date 截止日 Last day
-- counts: households, cases
-- sums: paid_fen
WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
),
paid AS (
  SELECT p.account_token, p.case_id, p.amount_fen
  FROM payments AS p
  CROSS JOIN asked AS a
  WHERE p.county_code = a.county
    AND p.account_token IS NOT NULL
    AND CAST(p.paid_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
),
owned AS (
  SELECT s.account_token, min(s.staff_id) AS staff_id
  FROM staff AS s
  WHERE s.account_token IS NOT NULL
  GROUP BY 1
)
SELECT
  p.account_token,
  count(DISTINCT coalesce(h.composition_key, p.case_id)) AS households,
  count(DISTINCT p.case_id) AS cases,
  CAST(sum(p.amount_fen) AS BIGINT) AS paid_fen,
  min(o.staff_id) AS staff_id
FROM paid AS p
LEFT JOIN cases AS c ON c.case_id = p.case_id
LEFT JOIN households AS h ON h.hh_id = c.hh_id
LEFT JOIN owned AS o ON o.account_token = p.account_token
GROUP BY 1
HAVING count(DISTINCT coalesce(h.composition_key, p.case_id)) > 1 OR min(o.staff_id) IS NOT NULL
ORDER BY 2 DESC, 1
