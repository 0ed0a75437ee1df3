-- id: payments-against-decisions
-- zh: 实发金额与决定不一致
-- en: Payments that differ from what was decided
-- why: 到账金额与当月有效的决定金额不同、或者没有决定的，逐笔核对（补发会显示为差额）。 Payments other than the amount in force that month, or without a decision; back pay shows as a difference to be explained.
-- provision: D57 §25
-- provision: SEED 二(二)1
-- param: county county-code 县级代码 County
-- param: from_on date 起始日 First day
-- param: to_on date 截止日 Last day
WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
),
decided AS (
  SELECT
    e.case_id,
    e.seq,
    coalesce(
      json_extract_scalar(e.attributes_json, '$.firstMonth'),
      json_extract_scalar(e.attributes_json, '$.fromMonth'),
      substr(json_extract_scalar(e.attributes_json, '$.on'), 1, 7)
    ) AS from_month,
    CAST(json_extract_scalar(e.attributes_json, '$.amountFen') AS BIGINT) AS amount_fen
  FROM events AS e
  CROSS JOIN asked AS a
  WHERE e.county_code = a.county
    AND e.subject_kind = 'case'
    AND e.event_type IN (
      'case-decided', 'adjustment-decided', 'fade-out-decided', 'standard-applied', 'confirmation-revoked', 'fast-aid-paid'
    )
),
paid AS (
  SELECT
    p.case_id,
    p.pay_month,
    p.on_roster,
    p.amount_fen,
    CAST(p.paid_at + INTERVAL '8' HOUR AS DATE) AS paid_on
  FROM payments AS p
  CROSS JOIN asked AS a
  WHERE p.county_code = a.county
    AND CAST(p.paid_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
),
ranked AS (
  SELECT
    p.case_id,
    p.pay_month,
    p.on_roster,
    p.paid_on,
    p.amount_fen,
    d.amount_fen AS decided_fen,
    row_number() OVER (PARTITION BY p.case_id, p.pay_month, p.on_roster ORDER BY d.seq DESC) AS n
  FROM paid AS p
  LEFT JOIN decided AS d ON d.case_id = p.case_id AND d.from_month <= p.pay_month
)
SELECT
  case_id,
  pay_month,
  on_roster,
  paid_on,
  amount_fen,
  decided_fen,
  amount_fen - coalesce(decided_fen, 0) AS difference_fen
FROM ranked
WHERE n = 1
  AND (decided_fen IS NULL OR decided_fen <> amount_fen)
ORDER BY 1, 2, 3
