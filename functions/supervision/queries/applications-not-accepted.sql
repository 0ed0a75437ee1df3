-- id: applications-not-accepted
-- zh: 不予受理、撤回和视为放弃
-- en: Applications refused, withdrawn or lapsed
-- why: 是否推诿拒收：各乡镇（街道）因何不予受理，多少撤回或逾期未补正。 Whether applicants are turned away: refusals by ground, withdrawals and lapses by township.
-- provision: D57 §10
-- provision: SEED 二(三)5
-- param: county county-code 县级代码 County
-- param: from_on date 起始日 First day
-- param: to_on date 截止日 Last day
-- recorded: from_on..to_on
-- counts: applications
WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
)
SELECT
  e.township_code,
  e.event_type,
  coalesce(json_extract_scalar(e.attributes_json, '$.ground'), '') AS ground,
  count(*) AS applications
FROM events AS e
CROSS JOIN asked AS a
WHERE e.county_code = a.county
  AND e.event_type IN ('application-refused', 'application-withdrawn', 'application-lapsed')
  AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
GROUP BY 1, 2, 3
ORDER BY 1, 2, 3
