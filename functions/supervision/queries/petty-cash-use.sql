-- id: petty-cash-use
-- zh: 临时救助备用金收支
-- en: Use of the petty cash, by township
-- why: 备用金拨入、支付、盘点差额，经手与批准是否分开。 What reached each petty cash, what was paid, what counts missed, and whether handler and approver were two.
-- provision: LAW §50
-- provision: TA18 二(四)
-- param: county county-code 县级代码 County
-- param: from_on date 起始日 First day
-- param: to_on date 截止日 Last day
-- recorded: from_on..to_on
-- counts: payments
-- sums: paid_fen, largest_fen
WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
)
SELECT
  e.township_code,
  sum(CASE WHEN e.event_type IN ('petty-cash-opened', 'petty-cash-replenished') THEN CAST(json_extract_scalar(e.attributes_json, '$.amountFen') AS BIGINT) ELSE 0 END) AS received_fen,
  count(CASE WHEN e.event_type = 'petty-cash-paid' THEN 1 END) AS payments,
  sum(CASE WHEN e.event_type = 'petty-cash-paid' THEN CAST(json_extract_scalar(e.attributes_json, '$.amountFen') AS BIGINT) ELSE 0 END) AS paid_fen,
  max(CASE WHEN e.event_type = 'petty-cash-paid' THEN CAST(json_extract_scalar(e.attributes_json, '$.amountFen') AS BIGINT) END) AS largest_fen,
  count(CASE WHEN e.event_type = 'petty-cash-paid' AND json_extract_scalar(e.attributes_json, '$.handler') = json_extract_scalar(e.attributes_json, '$.approver') THEN 1 END) AS one_person_alone,
  count(CASE WHEN e.event_type = 'petty-cash-counted' THEN 1 END) AS counted,
  sum(CASE WHEN e.event_type = 'petty-cash-counted' THEN CAST(json_extract_scalar(e.attributes_json, '$.differenceFen') AS BIGINT) ELSE 0 END) AS difference_fen,
  max(CASE WHEN e.event_type = 'petty-cash-reconciled' THEN json_extract_scalar(e.attributes_json, '$.month') END) AS reconciled_through
FROM events AS e
CROSS JOIN asked AS a
WHERE e.county_code = a.county
  AND e.subject_kind = 'petty-cash'
  AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
GROUP BY 1
ORDER BY 1
