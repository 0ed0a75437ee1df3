-- id: roster-reconciliation
-- zh: 发放名册核对：应发与实发
-- en: Rosters: frozen against paid
-- why: 冻结名册、支付文件和银行回单三者是否一致。 Whether what was frozen, what was sent to the bank and what the bank paid agree.
-- provision: D57 §25
-- provision: SEED 二(三)5
-- param: county county-code 县级代码 County
-- param: from_on date 起始日 First day
-- param: to_on date 截止日 Last day
-- recorded: from_on..to_on
-- counts: frozen_lines, paid_lines, failed_receipts
-- sums: frozen_fen, ordered_fen, paid_fen, unpaid_fen
WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
),
moved AS (
  SELECT
    e.subject_id AS roster_id,
    coalesce(CAST(json_extract_scalar(e.attributes_json, '$.frozen.count') AS BIGINT), 0) AS frozen_lines,
    coalesce(CAST(json_extract_scalar(e.attributes_json, '$.frozen.amountFen') AS BIGINT), 0) AS frozen_fen,
    CASE WHEN e.event_type = 'payment-file-ordered' THEN CAST(json_extract_scalar(e.attributes_json, '$.amountFen') AS BIGINT) ELSE 0 END AS ordered_fen,
    coalesce(CAST(json_extract_scalar(e.attributes_json, '$.paid.count') AS BIGINT), 0) AS paid_lines,
    coalesce(CAST(json_extract_scalar(e.attributes_json, '$.paid.amountFen') AS BIGINT), 0) AS paid_fen,
    coalesce(CAST(json_extract_scalar(e.attributes_json, '$.failed.count') AS BIGINT), 0) AS failed_receipts
  FROM events AS e
  CROSS JOIN asked AS a
  WHERE e.county_code = a.county
    AND e.subject_kind = 'roster'
    AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
)
SELECT
  roster_id,
  CAST(sum(frozen_lines) AS BIGINT) AS frozen_lines,
  CAST(sum(frozen_fen) AS BIGINT) AS frozen_fen,
  CAST(sum(ordered_fen) AS BIGINT) AS ordered_fen,
  CAST(sum(paid_lines) AS BIGINT) AS paid_lines,
  CAST(sum(paid_fen) AS BIGINT) AS paid_fen,
  CAST(sum(failed_receipts) AS BIGINT) AS failed_receipts,
  CAST(sum(frozen_fen) - sum(paid_fen) AS BIGINT) AS unpaid_fen
FROM moved
GROUP BY 1
ORDER BY 1
