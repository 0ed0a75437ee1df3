-- id: decisions-by-confirmer
-- zh: 各确认人决定情况
-- en: Decisions by confirmer
-- why: 谁作出多少确认和不予确认，一天最多多少件。 Who confirmed and denied how much, and how many on their busiest day.
-- provision: SEED 二(一)1
-- provision: LAW §69
-- param: county county-code 县级代码 County
-- param: from_on date 起始日 First day
-- param: to_on date 截止日 Last day
-- recorded: from_on..to_on
WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
),
made AS (
  SELECT
    e.township_code,
    e.actor_id,
    CASE WHEN e.delegation_id IS NULL THEN 'county' ELSE 'delegated' END AS authority,
    json_extract_scalar(e.attributes_json, '$.result') AS result,
    count(*) OVER (PARTITION BY e.actor_id, CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE)) AS on_that_day
  FROM events AS e
  CROSS JOIN asked AS a
  WHERE e.county_code = a.county
    AND e.event_type = 'case-decided'
    AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
)
SELECT
  township_code,
  actor_id,
  authority,
  count(CASE WHEN result = 'confirmed' THEN 1 END) AS confirmed,
  count(CASE WHEN result = 'not-confirmed' THEN 1 END) AS not_confirmed,
  max(on_that_day) AS most_in_a_day
FROM made
GROUP BY 1, 2, 3
ORDER BY 1, 2, 3
