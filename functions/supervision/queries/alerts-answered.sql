-- id: alerts-answered
-- zh: 预警督办及答复
-- en: Alerts raised and answered
-- why: 预警和督办是否送达、签收、答复。 Whether alerts reached someone, were acknowledged and answered.
-- provision: SEED 二(三)5
-- param: county county-code 县级代码 County
-- param: from_on date 起始日 First day
-- param: to_on date 截止日 Last day
-- recorded: from_on..
WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
),
raised AS (
  SELECT
    e.subject_id,
    coalesce(e.township_code, e.county_code) AS division,
    json_extract_scalar(e.attributes_json, '$.alert.level') AS level,
    json_extract_scalar(e.attributes_json, '$.alert.term') AS term,
    json_extract_scalar(e.attributes_json, '$.alert.missingRecipient') AS missing_recipient
  FROM events AS e
  CROSS JOIN asked AS a
  WHERE e.county_code = a.county
    AND e.event_type = 'alert-raised'
    AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
),
after AS (
  SELECT
    e.subject_id,
    count(CASE WHEN e.event_type = 'alert-delivered' THEN 1 END) AS delivered,
    count(CASE WHEN e.event_type = 'alert-acknowledged' THEN 1 END) AS acknowledged,
    count(CASE WHEN e.event_type = 'supervision-answered' THEN 1 END) AS answered
  FROM events AS e
  CROSS JOIN asked AS a
  WHERE e.county_code = a.county
    AND e.subject_kind = 'alert'
  GROUP BY 1
)
SELECT
  r.division,
  r.level,
  r.term,
  count(*) AS raised,
  count(CASE WHEN f.delivered > 0 THEN 1 END) AS delivered,
  count(CASE WHEN f.acknowledged > 0 THEN 1 END) AS acknowledged,
  count(CASE WHEN f.answered > 0 THEN 1 END) AS answered,
  count(CASE WHEN r.missing_recipient = 'true' THEN 1 END) AS without_recipient
FROM raised AS r
LEFT JOIN after AS f ON f.subject_id = r.subject_id
GROUP BY 1, 2, 3
ORDER BY 1, 2, 3
