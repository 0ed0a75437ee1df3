-- id: refused-attempts
-- zh: 被系统拒绝的越权和违规操作
-- en: Refused attempts by person
-- why: 谁反复尝试越权、违反回避或禁止事项。 Who keeps trying what powers, separation and prohibitions forbid.
-- provision: SEED 二(三)5
-- provision: LAW §69
-- param: county county-code 县级代码 County
-- param: from_on date 起始日 First day
-- param: to_on date 截止日 Last day
-- recorded: from_on..to_on
WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
)
SELECT
  json_extract_scalar(e.attributes_json, '$.person') AS person,
  json_extract_scalar(e.attributes_json, '$.post') AS post,
  json_extract_scalar(e.attributes_json, '$.act') AS act,
  json_extract_scalar(e.attributes_json, '$.code') AS code,
  count(*) AS attempts,
  max(CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE)) AS last_on
FROM events AS e
CROSS JOIN asked AS a
WHERE e.county_code = a.county
  AND e.event_type = 'attempt-refused'
  AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
GROUP BY 1, 2, 3, 4
ORDER BY 5 DESC, 1, 3, 4
