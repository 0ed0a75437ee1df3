-- id: delegations-in-force
-- zh: 有效授权和按授权作出的决定
-- en: Delegations in force and decisions under them
-- why: 哪个乡镇（街道）凭哪项授权办理，收回后是否仍有决定。 Which delegation each township decides under, and whether any decision cites one that had ended.
-- provision: LAW §44(2)
-- provision: SEED 二(一)1
-- param: county county-code 县级代码 County
-- param: from_on date 起始日 First day
-- param: to_on date 截止日 Last day
WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
),
digits AS (
  SELECT n FROM (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) AS digit (n)
),
places AS (
  SELECT 10 * t.n + o.n AS n
  FROM digits AS t
  CROSS JOIN digits AS o
),
given AS (
  SELECT json_array_get(json_extract(e.attributes_json, '$.delegations'), p.n) AS delegation
  FROM events AS e
  CROSS JOIN asked AS a
  CROSS JOIN places AS p
  WHERE e.county_code = a.county
    AND e.event_type = 'delegation-granted'
),
granted AS (
  SELECT
    json_extract_scalar(g.delegation, '$.delegationId') AS delegation_id,
    json_extract_scalar(g.delegation, '$.townshipCode') AS township_code,
    json_extract_scalar(g.delegation, '$.program') AS program,
    CAST(json_extract_scalar(g.delegation, '$.from') AS DATE) AS from_on,
    CAST(json_extract_scalar(g.delegation, '$.until') AS DATE) AS until_on
  FROM given AS g
),
revoked AS (
  SELECT
    json_extract_scalar(e.attributes_json, '$.delegation.delegationId') AS delegation_id,
    min(CAST(json_extract_scalar(e.attributes_json, '$.on') AS DATE)) AS revoked_on
  FROM events AS e
  CROSS JOIN asked AS a
  WHERE e.county_code = a.county
    AND e.event_type = 'delegation-revoked'
  GROUP BY 1
),
decided AS (
  SELECT
    e.delegation_id,
    count(*) AS decisions,
    max(CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE)) AS last_on
  FROM events AS e
  CROSS JOIN asked AS a
  WHERE e.county_code = a.county
    AND e.event_type = 'case-decided'
    AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
  GROUP BY 1
)
SELECT
  g.delegation_id,
  g.township_code,
  g.program,
  g.from_on,
  g.until_on,
  r.revoked_on,
  coalesce(d.decisions, 0) AS decisions,
  d.last_on > coalesce(r.revoked_on, g.until_on) AS decided_after_its_end
FROM granted AS g
CROSS JOIN asked AS a
LEFT JOIN revoked AS r ON r.delegation_id = g.delegation_id
LEFT JOIN decided AS d ON d.delegation_id = g.delegation_id
WHERE g.delegation_id IS NOT NULL
  AND g.from_on <= a.to_on
  AND coalesce(r.revoked_on, g.until_on, a.to_on) >= a.from_on
ORDER BY 2, 3, 4
