-- id: referrals-unanswered
-- zh: 转办未反馈
-- en: Referrals without an answer in time
-- why: 转请其他部门办理、到期未反馈或晚反馈的，逐件催办。 Needs passed on to a department that were answered late or not at all.
-- provision: LAW §64
-- provision: SEED 二(三)1
-- param: county county-code 县级代码 County
-- param: from_on date 起始日 First day
-- param: to_on date 截止日 Last day
WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
)
SELECT
  e.subject_id AS referral_id,
  json_extract_scalar(e.attributes_json, '$.referral.department') AS department,
  CAST(json_extract_scalar(e.attributes_json, '$.referral.referredOn') AS DATE) AS referred_on,
  CAST(json_extract_scalar(e.attributes_json, '$.referral.replyBy') AS DATE) AS reply_by,
  CAST(json_extract_scalar(r.attributes_json, '$.on') AS DATE) AS answered_on
FROM events AS e
CROSS JOIN asked AS a
LEFT JOIN events AS r ON r.subject_id = e.subject_id AND r.event_type = 'referral-answered'
WHERE e.county_code = a.county
  AND e.event_type = 'referral-made'
  AND CAST(json_extract_scalar(e.attributes_json, '$.referral.replyBy') AS DATE) BETWEEN a.from_on AND a.to_on
  AND coalesce(CAST(json_extract_scalar(r.attributes_json, '$.on') AS DATE), a.to_on) > CAST(json_extract_scalar(e.attributes_json, '$.referral.replyBy') AS DATE)
ORDER BY 4, 1
