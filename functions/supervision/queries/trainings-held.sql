-- id: trainings-held
-- zh: 培训情况
-- en: Trainings held
-- why: 县乡两级组织培训的次数和人数，看是否覆盖各乡镇（街道）。 How often whom was trained, and which townships were reached.
-- provision: SEED 三(二)
-- param: county county-code 县级代码 County
-- param: from_on date 起始日 First day
-- param: to_on date 截止日 Last day
WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
)
SELECT
  coalesce(json_extract_scalar(e.attributes_json, '$.training.townshipCode'), e.county_code) AS division,
  json_extract_scalar(e.attributes_json, '$.training.organiser') AS organiser,
  json_extract_scalar(e.attributes_json, '$.training.form') AS form,
  count(*) AS trainings,
  CAST(sum(CAST(json_extract_scalar(e.attributes_json, '$.training.persons') AS BIGINT)) AS BIGINT) AS persons,
  max(json_extract_scalar(e.attributes_json, '$.training.on')) AS last_on
FROM events AS e
CROSS JOIN asked AS a
WHERE e.county_code = a.county
  AND e.event_type = 'training-recorded'
  AND CAST(json_extract_scalar(e.attributes_json, '$.training.on') AS DATE) BETWEEN a.from_on AND a.to_on
GROUP BY 1, 2, 3
ORDER BY 1, 2, 3
