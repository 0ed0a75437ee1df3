-- id: publicity-lengths
-- zh: 公示时长和公示中断
-- en: Length of publicity, breaks and objections
-- why: 核查公示是否满期、是否中断、有无异议。 Whether every publicity ran its full length, was broken off or met objections.
-- provision: D57 §19
-- provision: SEED 二(三)3
-- param: county county-code 县级代码 County
-- param: from_on date 起始日 First day
-- param: to_on date 截止日 Last day
-- recorded: from_on..to_on
-- counts: posted, broken, objections
-- sums: fewest_days, most_days
WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
),
seen AS (
  SELECT
    e.township_code,
    e.event_type,
    CAST(json_extract_scalar(e.attributes_json, '$.postedOn') AS DATE) AS posted_on,
    CAST(json_extract_scalar(e.attributes_json, '$.endsOn') AS DATE) AS ends_on
  FROM events AS e
  CROSS JOIN asked AS a
  WHERE e.county_code = a.county
    AND e.event_type IN ('publicity-posted', 'publicity-broken', 'publicity-objected')
    AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
)
SELECT
  township_code,
  count(ends_on) AS posted,
  min(date_diff('day', posted_on, ends_on)) AS fewest_days,
  max(date_diff('day', posted_on, ends_on)) AS most_days,
  count(CASE WHEN event_type = 'publicity-broken' THEN 1 END) AS broken,
  count(CASE WHEN event_type = 'publicity-objected' THEN 1 END) AS objections
FROM seen
GROUP BY 1
ORDER BY 1
