-- id: silent-townships
-- zh: 无办理记录的乡镇（街道）
-- en: Townships without an act
-- why: 一段时间没有任何办理动作的乡镇（街道），核实是否断档或线下办理；起始日由期限计算得出（如往前 n 个工作日）。 Townships that recorded nothing since a day, counted back by working days: work that stopped or moved off the record.
-- provision: SEED 二(三)5
-- provision: SEED 二(四)
-- param: county county-code 县级代码 County
-- param: from_on date 起始日 First day
-- param: to_on date 截止日 Last day
WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
)
SELECT
  e.township_code,
  max(CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE)) AS last_act_on,
  date_diff('day', max(CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE)), max(a.to_on)) AS days_silent
FROM events AS e
CROSS JOIN asked AS a
WHERE e.county_code = a.county
  AND e.township_code IS NOT NULL
  AND e.actor_post IN ('TC', 'TS', 'TR', 'TD')
  AND e.subject_kind NOT IN ('access', 'refusals')
  AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) <= a.to_on
GROUP BY 1
HAVING max(CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE)) < max(a.from_on)
ORDER BY 2, 1
