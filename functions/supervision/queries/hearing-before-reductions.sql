-- id: hearing-before-reductions
-- zh: 减发停发前听取意见
-- en: Views heard before reductions and stops
-- why: 减发、停发、撤销前须听取意见；heard 为空的须逐案核实。 Each reduction, stop and revocation with how the household was heard; one with nothing in heard is looked into.
-- provision: LAW §48
-- provision: D57 §32
-- param: county county-code 县级代码 County
-- param: from_on date 起始日 First day
-- param: to_on date 截止日 Last day
WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
),
against AS (
  SELECT
    e.case_id,
    e.seq,
    e.actor_id,
    CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) AS decided_on,
    coalesce(json_extract_scalar(e.attributes_json, '$.result'), 'revoke') AS result,
    json_extract_scalar(e.attributes_json, '$.ground') AS ground,
    json_extract_scalar(e.attributes_json, '$.heard') AS heard
  FROM events AS e
  CROSS JOIN asked AS a
  WHERE e.county_code = a.county
    AND (
      e.event_type = 'confirmation-revoked'
      OR (e.event_type = 'adjustment-decided' AND json_extract_scalar(e.attributes_json, '$.result') IN ('reduce', 'stop'))
    )
    AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
)
SELECT
  d.case_id,
  d.decided_on,
  d.actor_id AS decided_by,
  d.result,
  d.ground,
  d.heard,
  max(json_extract_scalar(v.attributes_json, '$.representations.on')) AS heard_on
FROM against AS d
LEFT JOIN events AS v
  ON v.case_id = d.case_id AND v.subject_kind = 'case' AND v.event_type = 'representations-recorded' AND v.seq < d.seq
GROUP BY 1, 2, 3, 4, 5, 6
ORDER BY 2, 1
