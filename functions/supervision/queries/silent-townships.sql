-- id: silent-townships
-- zh: 无办理记录的乡镇（街道）
-- en: Townships without an act
-- why: 一段时间没有任何办理动作的乡镇（街道），核实是否断档或线下办理；起始日由期限计算得出（如往前 n 个工作日）；受权后从未办理的也列出。 Townships that recorded nothing since a day, counted back by working days, also those that hold a delegation and never acted: work that stopped or moved off the record.
-- provision: SEED 二(三)5
-- provision: SEED 二(四)
-- param: county county-code 县级代码 County
-- param: from_on date 起始日 First day
-- param: to_on date 截止日 Last day
-- recorded: ..to_on
WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
),
digits AS (
  SELECT n FROM (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) AS digit (n)
),
places AS (
  SELECT 10 * t.n + o.n AS n
  FROM digits AS t
  CROSS JOIN digits AS o
),
known AS (
  SELECT e.township_code, CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) AS acted_on
  FROM events AS e
  CROSS JOIN asked AS a
  WHERE e.county_code = a.county
    AND e.actor_post IN ('TC', 'TS', 'TR', 'TD')
    AND e.subject_kind NOT IN ('access', 'refusals')
  UNION ALL
  SELECT json_extract_scalar(json_array_get(json_extract(e.attributes_json, '$.delegations'), p.n), '$.townshipCode'), CAST(NULL AS DATE)
  FROM events AS e
  CROSS JOIN asked AS a
  CROSS JOIN places AS p
  WHERE e.county_code = a.county
    AND e.event_type = 'delegation-granted'
    AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) <= a.to_on
)
SELECT
  k.township_code,
  max(k.acted_on) AS last_act_on,
  date_diff('day', max(k.acted_on), max(a.to_on)) AS days_silent
FROM known AS k
CROSS JOIN asked AS a
WHERE k.township_code IS NOT NULL
  AND (k.acted_on IS NULL OR k.acted_on <= a.to_on)
GROUP BY 1
HAVING max(k.acted_on) IS NULL OR max(k.acted_on) < max(a.from_on)
ORDER BY 2, 1
