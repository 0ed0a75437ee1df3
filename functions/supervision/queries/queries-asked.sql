-- id: queries-asked
-- zh: 查询使用情况
-- en: Queries asked, by whom
-- why: 监督者也受监督：谁何时发起何种查询；目的按运行编号在访问日志中查阅。 Supervisors are supervised too: who asked what and when; the purpose stands in the access log under the run.
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
  json_extract_scalar(e.attributes_json, '$.runId') AS run_id,
  json_extract_scalar(e.attributes_json, '$.person') AS person,
  e.actor_post,
  json_extract_scalar(e.attributes_json, '$.query') AS query_id,
  json_extract_scalar(e.attributes_json, '$.params.case_id') AS about_case,
  e.recorded_at AS asked_at
FROM events AS e
CROSS JOIN asked AS a
WHERE e.county_code = a.county
  AND e.event_type = 'query-asked'
  AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
ORDER BY 6, 1
