-- id: case-timeline
-- zh: 案件办理过程
-- en: Timeline of a case
-- why: 按顺序查看一个案件的每一步、办理岗位、人员和时间，供抽查核实。 Every step of one case in order, with post, person and time, for spot checks.
-- provision: SEED 二(三)5
-- provision: LAW §69
-- param: case_id case-id 案件编号 Case number
SELECT
  seq,
  event_type,
  json_extract_scalar(attributes_json, '$.step') AS step,
  actor_id,
  actor_post,
  client_id,
  occurred_at,
  recorded_at,
  law_pack,
  delegation_id
FROM events
WHERE subject_kind = 'case'
  AND case_id = ?
ORDER BY seq
