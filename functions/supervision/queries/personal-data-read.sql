-- id: personal-data-read
-- zh: 个人信息查阅情况
-- en: Readings of personal data, by person
-- why: 谁查阅了多少人的个人信息，发现异常批量查阅。 Who read how many people’s data: mass reading stands out.
-- provision: PIPL §6
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
  e.actor_post,
  json_extract_scalar(e.attributes_json, '$.act') AS act,
  count(*) AS readings,
  count(DISTINCT e.case_id) AS files,
  CAST(sum(CAST(json_extract_scalar(e.attributes_json, '$.persons') AS BIGINT)) AS BIGINT) AS persons
FROM events AS e
CROSS JOIN asked AS a
WHERE e.county_code = a.county
  AND e.event_type = 'personal-data-read'
  AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
GROUP BY 1, 2, 3
ORDER BY 4 DESC, 1, 3
