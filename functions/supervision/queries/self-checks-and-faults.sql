-- id: self-checks-and-faults
-- zh: 乡镇自查和整改
-- en: Self-checks, faults found and put right
-- why: 各乡镇（街道）自查多少、发现多少问题、整改多少、是否超期。 How much each township checked of itself, what it found, and whether it was put right in time.
-- provision: SEED 二(三)5
-- param: county county-code 县级代码 County
-- param: from_on date 起始日 First day
-- param: to_on date 截止日 Last day
-- recorded: from_on..
WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
),
held AS (
  SELECT
    e.subject_id,
    json_extract_scalar(e.attributes_json, '$.selfCheck.townshipCode') AS township_code,
    json_array_length(json_extract(e.attributes_json, '$.selfCheck.cases')) AS looked_at,
    json_array_length(json_extract(e.attributes_json, '$.selfCheck.findings')) AS faults
  FROM events AS e
  CROSS JOIN asked AS a
  WHERE e.county_code = a.county
    AND e.event_type = 'self-check-recorded'
    AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
),
mended AS (
  SELECT e.subject_id, count(*) AS rectified
  FROM events AS e
  CROSS JOIN asked AS a
  WHERE e.county_code = a.county
    AND e.event_type = 'fault-rectified'
    AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) <= a.to_on
  GROUP BY 1
),
behind AS (
  SELECT t.subject_id
  FROM terms AS t
  CROSS JOIN asked AS a
  WHERE t.county_code = a.county
    AND t.subject_kind = 'self-check'
    AND coalesce(t.extended_to, t.due_on) < a.to_on
    AND (t.ended_on IS NULL OR t.ended_on > coalesce(t.extended_to, t.due_on))
)
SELECT
  h.township_code,
  count(*) AS checks,
  CAST(sum(h.looked_at) AS BIGINT) AS files_checked,
  CAST(sum(h.faults) AS BIGINT) AS faults,
  CAST(sum(coalesce(m.rectified, 0)) AS BIGINT) AS rectified,
  count(b.subject_id) AS late
FROM held AS h
LEFT JOIN mended AS m ON m.subject_id = h.subject_id
LEFT JOIN behind AS b ON b.subject_id = h.subject_id
GROUP BY 1
ORDER BY 1
