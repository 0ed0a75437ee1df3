-- id: notices-after-expiry
-- zh: 到期仍未撤下的网上公示公布
-- en: Online notices past their last day
-- why: 公示公布期满应当撤下；列出已过最后展示日、没有撤下记录的。 Notices whose last day online has passed without a record of their being taken down.
-- provision: SEED 二(三)3
-- provision: D57 §19
-- param: county county-code 县级代码 County
-- param: from_on date 起始日 First day
-- param: to_on date 截止日 Last day
WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
),
put AS (
  SELECT
    e.case_id,
    e.seq,
    json_extract_scalar(e.attributes_json, '$.notice.kind') AS kind,
    json_extract_scalar(e.attributes_json, '$.notice.paper.paperId') AS paper_id,
    CAST(json_extract_scalar(e.attributes_json, '$.notice.putOn') AS DATE) AS put_on,
    CAST(json_extract_scalar(e.attributes_json, '$.notice.untilOn') AS DATE) AS until_on
  FROM events AS e
  CROSS JOIN asked AS a
  WHERE e.county_code = a.county
    AND e.event_type = 'notice-put-online'
    AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
),
ends AS (
  SELECT
    p.case_id,
    p.kind,
    p.paper_id,
    p.put_on,
    coalesce(p.until_on, CAST(max(CASE WHEN f.event_type = 'publicity-posted' THEN json_extract_scalar(f.attributes_json, '$.endsOn') END) AS DATE)) AS last_on,
    max(CASE WHEN f.event_type = 'notice-taken-down' AND json_extract_scalar(f.attributes_json, '$.paperId') = p.paper_id AND f.seq > p.seq THEN json_extract_scalar(f.attributes_json, '$.on') END) AS taken_down_on
  FROM put AS p
  JOIN events AS f ON f.case_id = p.case_id AND f.subject_kind = 'case'
  GROUP BY 1, 2, 3, 4, p.until_on
)
SELECT
  n.case_id,
  n.kind,
  n.paper_id,
  n.put_on,
  n.last_on,
  date_diff('day', n.last_on, a.to_on) AS days_past
FROM ends AS n
CROSS JOIN asked AS a
WHERE n.taken_down_on IS NULL
  AND n.last_on < a.to_on
ORDER BY 5, 1, 2
