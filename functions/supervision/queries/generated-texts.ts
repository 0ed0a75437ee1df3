/** The texts of the .sql files of this folder, written by infra/generate-queries.ts. */
export const accountsShared = `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
),
paid AS (
  SELECT p.account_token, p.case_id, p.amount_fen
  FROM payments AS p
  CROSS JOIN asked AS a
  WHERE p.county_code = a.county
    AND p.account_token IS NOT NULL
    AND CAST(p.paid_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
),
owned AS (
  SELECT s.account_token, min(s.staff_id) AS staff_id
  FROM staff AS s
  WHERE s.account_token IS NOT NULL
  GROUP BY 1
)
SELECT
  p.account_token,
  count(DISTINCT coalesce(h.composition_key, p.case_id)) AS households,
  count(DISTINCT p.case_id) AS cases,
  CAST(sum(p.amount_fen) AS BIGINT) AS paid_fen,
  min(o.staff_id) AS staff_id
FROM paid AS p
LEFT JOIN cases AS c ON c.case_id = p.case_id
LEFT JOIN households AS h ON h.hh_id = c.hh_id
LEFT JOIN owned AS o ON o.account_token = p.account_token
GROUP BY 1
HAVING count(DISTINCT coalesce(h.composition_key, p.case_id)) > 1 OR min(o.staff_id) IS NOT NULL
ORDER BY 2 DESC, 1`;

export const alertsAnswered = `WITH asked AS (
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
ORDER BY 1, 2, 3`;

export const appealsAndOutcomes = `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
)
SELECT
  e.case_id,
  json_extract_scalar(e.attributes_json, '$.entry.appealId') AS appeal_id,
  json_extract_scalar(e.attributes_json, '$.entry.kind') AS kind,
  json_extract_scalar(e.attributes_json, '$.entry.act') AS against,
  json_extract_scalar(e.attributes_json, '$.entry.decidedBy') AS decided_by,
  json_extract_scalar(e.attributes_json, '$.entry.filedOn') AS filed_on,
  json_extract_scalar(e.attributes_json, '$.inTime') AS in_time,
  json_extract_scalar(s.attributes_json, '$.outcome') AS outcome,
  json_extract_scalar(s.attributes_json, '$.on') AS settled_on
FROM events AS e
CROSS JOIN asked AS a
LEFT JOIN events AS s
  ON s.case_id = e.case_id
  AND s.event_type = 'appeal-settled'
  AND json_extract_scalar(s.attributes_json, '$.appealId') = json_extract_scalar(e.attributes_json, '$.entry.appealId')
WHERE e.county_code = a.county
  AND e.event_type = 'appeal-recorded'
  AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
ORDER BY 6, 2`;

export const applicationsNotAccepted = `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
)
SELECT
  e.township_code,
  e.event_type,
  coalesce(json_extract_scalar(e.attributes_json, '$.ground'), '') AS ground,
  count(*) AS applications
FROM events AS e
CROSS JOIN asked AS a
WHERE e.county_code = a.county
  AND e.event_type IN ('application-refused', 'application-withdrawn', 'application-lapsed')
  AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
GROUP BY 1, 2, 3
ORDER BY 1, 2, 3`;

export const caseTimeline = `SELECT
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
ORDER BY seq`;

export const complaintsByKind = `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
),
told AS (
  SELECT
    e.subject_id,
    max(CASE WHEN e.event_type = 'complaint-registered' THEN json_extract_scalar(e.attributes_json, '$.complaint.channel') END) AS channel,
    max(CASE WHEN e.event_type = 'complaint-registered' THEN json_extract_scalar(e.attributes_json, '$.complaint.level') END) AS level,
    max(CASE WHEN e.event_type = 'complaint-answered' THEN json_extract_scalar(e.attributes_json, '$.outcome') END) AS outcome
  FROM events AS e
  CROSS JOIN asked AS a
  WHERE e.county_code = a.county
    AND e.subject_kind = 'complaint'
    AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
  GROUP BY 1
),
behind AS (
  SELECT t.subject_id, count(*) AS late
  FROM terms AS t
  CROSS JOIN asked AS a
  WHERE t.county_code = a.county
    AND t.subject_kind = 'complaint'
    AND coalesce(t.extended_to, t.due_on) < a.to_on
    AND (t.ended_on IS NULL OR t.ended_on > coalesce(t.extended_to, t.due_on))
  GROUP BY 1
)
SELECT
  c.channel,
  c.level,
  count(*) AS registered,
  count(c.outcome) AS answered,
  count(CASE WHEN c.outcome IN ('substantiated', 'partly') THEN 1 END) AS substantiated,
  count(b.late) AS late
FROM told AS c
LEFT JOIN behind AS b ON b.subject_id = c.subject_id
WHERE c.channel IS NOT NULL
GROUP BY 1, 2
ORDER BY 1, 2`;

export const confirmationsForDraw = `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
),
made AS (
  SELECT
    e.case_id,
    e.seq,
    json_extract_scalar(e.attributes_json, '$.assessment.program') AS program,
    coalesce(json_extract_scalar(e.attributes_json, '$.class'), '') AS case_class,
    e.actor_id,
    row_number() OVER (PARTITION BY e.case_id ORDER BY e.seq DESC NULLS LAST) AS latest
  FROM events AS e
  CROSS JOIN asked AS a
  WHERE e.county_code = a.county
    AND e.event_type = 'case-decided'
    AND e.subject_kind = 'case'
    AND e.source IS NULL
    AND json_extract_scalar(e.attributes_json, '$.result') = 'confirmed'
    AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
)
SELECT
  m.case_id,
  m.program,
  m.case_class,
  m.actor_id AS decided_by,
  count(c.seq) AS causes
FROM made AS m
LEFT JOIN events AS c
  ON c.case_id = m.case_id
  AND c.subject_kind = 'case'
  AND c.event_type IN ('relative-filed', 'complaint-recorded')
  AND c.seq < m.seq
WHERE m.latest = 1
GROUP BY 1, 2, 3, 4
ORDER BY 1`;

export const confirmedByVillage = `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
),
confirmed AS (
  SELECT c.village_code, count(*) AS households, CAST(sum(c.amount_fen) AS BIGINT) AS amount_fen
  FROM cases AS c
  CROSS JOIN asked AS a
  WHERE c.county_code = a.county
    AND c.decision = 'confirmed'
    AND CAST(c.decided_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
  GROUP BY 1
)
SELECT
  substr(f.village_code, 1, 9) AS township_code,
  f.village_code,
  f.households,
  f.amount_fen,
  v.registered_households,
  v.poverty_rate
FROM confirmed AS f
LEFT JOIN villages AS v ON v.village_code = f.village_code
ORDER BY 1, 3 DESC, 2`;

export const correctionsOrdered = `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
)
SELECT
  json_extract_scalar(e.attributes_json, '$.correction.caseId') AS case_id,
  json_extract_scalar(e.attributes_json, '$.correction.ground') AS ground,
  json_extract_scalar(e.attributes_json, '$.correction.orderedBy') AS ordered_by,
  json_extract_scalar(e.attributes_json, '$.correction.orderedOn') AS ordered_on,
  json_extract_scalar(e.attributes_json, '$.correction.dueOn') AS due_on,
  json_extract_scalar(s.attributes_json, '$.status') AS outcome,
  json_extract_scalar(s.attributes_json, '$.settledBy') AS settled_by,
  json_extract_scalar(s.attributes_json, '$.on') AS settled_on
FROM events AS e
CROSS JOIN asked AS a
LEFT JOIN events AS s ON s.subject_id = e.subject_id AND s.event_type = 'correction-settled'
WHERE e.county_code = a.county
  AND e.event_type = 'correction-opened'
  AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
ORDER BY 5, 1`;

export const daysByStep = `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
)
SELECT
  substr(t.case_id, 1, 9) AS township_code,
  CASE WHEN t.holder_org = a.county THEN 'county' ELSE 'township' END AS held_by,
  t.term,
  count(*) AS done,
  count(CASE WHEN t.ended_on > coalesce(t.extended_to, t.due_on) THEN 1 END) AS late,
  min(date_diff('day', t.from_on, t.ended_on)) AS fewest_days,
  max(date_diff('day', t.from_on, t.ended_on)) AS most_days
FROM terms AS t
CROSS JOIN asked AS a
WHERE t.county_code = a.county
  AND t.subject_kind = 'case'
  AND t.ended_on BETWEEN a.from_on AND a.to_on
GROUP BY 1, 2, 3
ORDER BY 1, 2 DESC, 3`;

export const decisionsByConfirmer = `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
),
made AS (
  SELECT
    e.township_code,
    e.actor_id,
    CASE WHEN e.delegation_id IS NULL THEN 'county' ELSE 'delegated' END AS authority,
    json_extract_scalar(e.attributes_json, '$.result') AS result,
    count(*) OVER (PARTITION BY e.actor_id, CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE)) AS on_that_day
  FROM events AS e
  CROSS JOIN asked AS a
  WHERE e.county_code = a.county
    AND e.event_type = 'case-decided'
    AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
)
SELECT
  township_code,
  actor_id,
  authority,
  count(CASE WHEN result = 'confirmed' THEN 1 END) AS confirmed,
  count(CASE WHEN result = 'not-confirmed' THEN 1 END) AS not_confirmed,
  max(on_that_day) AS most_in_a_day
FROM made
GROUP BY 1, 2, 3
ORDER BY 1, 2, 3`;

export const decisionsByProgram = `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
)
SELECT
  c.township_code,
  c.program,
  count(CASE WHEN c.decision = 'confirmed' THEN 1 END) AS confirmed,
  count(CASE WHEN c.decision = 'not-confirmed' THEN 1 END) AS not_confirmed,
  CAST(coalesce(sum(CASE WHEN c.decision = 'confirmed' THEN c.amount_fen END), 0) AS BIGINT) AS monthly_fen
FROM cases AS c
CROSS JOIN asked AS a
WHERE c.county_code = a.county
  AND CAST(c.decided_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
GROUP BY 1, 2
ORDER BY 1, 2`;

export const delegationsInForce = `WITH asked AS (
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
ORDER BY 2, 3, 4`;

export const denialsWithoutNotice = `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
)
SELECT
  t.case_id,
  CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) AS decided_on,
  e.actor_id AS decided_by,
  coalesce(t.extended_to, t.due_on) AS last_on,
  CASE WHEN t.ended_on <= a.to_on THEN t.ended_on END AS served_on
FROM events AS e
CROSS JOIN asked AS a
JOIN terms AS t ON t.case_id = e.case_id AND t.subject_kind = 'case' AND t.term = 'denial-notice'
WHERE e.county_code = a.county
  AND e.event_type = 'case-decided'
  AND json_extract_scalar(e.attributes_json, '$.result') = 'not-confirmed'
  AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
  AND coalesce(t.extended_to, t.due_on) < a.to_on
  AND (t.ended_on IS NULL OR t.ended_on > coalesce(t.extended_to, t.due_on))
ORDER BY 2, 1`;

export const erasuresDone = `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
)
SELECT
  json_extract_scalar(e.attributes_json, '$.erasure.caseId') AS case_id,
  json_extract_scalar(e.attributes_json, '$.erasure.requestedBy') AS requested_by,
  CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) AS requested_on,
  json_extract_scalar(k.attributes_json, '$.approvedBy') AS approved_by,
  json_extract_scalar(k.attributes_json, '$.on') AS erased_on,
  json_array_length(json_extract(k.attributes_json, '$.persons')) AS erased,
  CAST(json_extract_scalar(k.attributes_json, '$.kept') AS BIGINT) AS kept
FROM events AS e
CROSS JOIN asked AS a
LEFT JOIN events AS k ON k.subject_id = e.subject_id AND k.event_type = 'keys-erased'
WHERE e.county_code = a.county
  AND e.event_type = 'erasure-requested'
  AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
ORDER BY 3, 1`;

export const extensionsByGround = `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
)
SELECT
  e.township_code,
  json_extract_scalar(e.attributes_json, '$.ground') AS ground,
  count(*) AS extended,
  count(CASE WHEN json_extract_scalar(e.attributes_json, '$.provisional') = 'true' THEN 1 END) AS provisional,
  max(json_extract_scalar(e.attributes_json, '$.dueOn')) AS latest_due_on
FROM events AS e
CROSS JOIN asked AS a
WHERE e.county_code = a.county
  AND e.event_type = 'term-extended'
  AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
GROUP BY 1, 2
ORDER BY 1, 2`;

export const hearingBeforeReductions = `WITH asked AS (
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
ORDER BY 2, 1`;

export const hitsOpenAtDecision = `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
),
decided AS (
  SELECT
    c.case_id,
    c.township_code,
    c.reviewer_id,
    c.confirmer_id,
    CAST(c.decided_at + INTERVAL '8' HOUR AS DATE) AS decided_on
  FROM cases AS c
  CROSS JOIN asked AS a
  WHERE c.county_code = a.county
    AND c.decision = 'confirmed'
    AND CAST(c.decided_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
)
SELECT
  d.township_code,
  d.case_id,
  v.hit_type,
  v.origin,
  CAST(v.returned_at + INTERVAL '8' HOUR AS DATE) AS returned_on,
  d.decided_on,
  d.reviewer_id,
  d.confirmer_id,
  v.resolution
FROM decided AS d
JOIN verifications AS v ON v.case_id = d.case_id
WHERE CAST(v.returned_at + INTERVAL '8' HOUR AS DATE) <= d.decided_on
  AND (NOT v.resolved OR CAST(v.resolved_at + INTERVAL '8' HOUR AS DATE) > d.decided_on)
ORDER BY 2, 5, 3, 4`;

export const householdsSplit = `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
),
applied AS (
  SELECT e.case_id, CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) AS applied_on
  FROM events AS e
  CROSS JOIN asked AS a
  WHERE e.county_code = a.county
    AND e.event_type = 'application-submitted'
),
known AS (
  SELECT p.case_id, p.applied_on, h.hh_id, h.composition_key, h.split_from_hh, h.split_on
  FROM applied AS p
  JOIN cases AS c ON c.case_id = p.case_id
  JOIN households AS h ON h.hh_id = c.hh_id
),
parted AS (
  SELECT k.case_id, k.applied_on, 'split' AS how, k.split_from_hh AS from_hh, k.split_on AS since_on
  FROM known AS k
  WHERE k.split_on IS NOT NULL
  UNION ALL
  SELECT k.case_id, k.applied_on, 'regrouped', o.hh_id, max(o.applied_on)
  FROM known AS k
  JOIN members AS m ON m.hh_id = k.hh_id
  JOIN members AS n ON n.person_id = m.person_id
  JOIN known AS o ON o.hh_id = n.hh_id
  WHERE o.composition_key <> k.composition_key
    AND o.applied_on < k.applied_on
    AND n.left_on IS NULL
  GROUP BY 1, 2, 3, 4
)
SELECT
  p.case_id,
  p.how,
  p.from_hh,
  p.since_on,
  p.applied_on,
  date_diff('day', p.since_on, p.applied_on) AS days_between
FROM parted AS p
CROSS JOIN asked AS a
WHERE p.applied_on BETWEEN a.from_on AND a.to_on
  AND date_diff('day', p.since_on, p.applied_on) BETWEEN 0 AND 90
ORDER BY 1, 2, 3`;

export const nearRelativeFilings = `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
)
SELECT
  e.case_id,
  CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) AS filed_on,
  json_extract_scalar(e.attributes_json, '$.staff') AS staff,
  json_extract_scalar(e.attributes_json, '$.relation') AS relation,
  json_extract_scalar(e.attributes_json, '$.declaredBy') AS declared_by,
  min(t.due_on) AS survey_due_on,
  min(CASE WHEN s.event_type = 'county-surveyed' THEN json_extract_scalar(s.attributes_json, '$.on') END) AS surveyed_on,
  max(CASE WHEN s.event_type = 'county-surveyed' THEN json_extract_scalar(s.attributes_json, '$.passed') END) AS passed
FROM events AS e
CROSS JOIN asked AS a
LEFT JOIN terms AS t ON t.case_id = e.case_id AND t.subject_kind = 'case' AND t.term = 'county-survey'
LEFT JOIN events AS s ON s.case_id = e.case_id AND s.subject_kind = 'case' AND s.event_type = 'county-surveyed'
WHERE e.county_code = a.county
  AND e.event_type = 'relative-filed'
  AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
GROUP BY 1, 2, 3, 4, 5
ORDER BY 2, 1, 3`;

export const noticesAfterExpiry = `WITH asked AS (
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
ORDER BY 5, 1, 2`;

export const objectionsAndFindings = `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
)
SELECT
  e.case_id,
  json_extract_scalar(e.attributes_json, '$.on') AS objected_on,
  json_extract_scalar(e.attributes_json, '$.channel') AS channel,
  json_extract_scalar(e.attributes_json, '$.realName') AS real_name,
  min(json_extract_scalar(r.attributes_json, '$.on')) AS reinvestigated_on,
  max(json_extract_scalar(r.attributes_json, '$.changed')) AS changed
FROM events AS e
CROSS JOIN asked AS a
LEFT JOIN events AS r
  ON r.case_id = e.case_id AND r.subject_kind = 'case' AND r.event_type = 'case-reinvestigated' AND r.seq > e.seq
WHERE e.county_code = a.county
  AND e.event_type = 'publicity-objected'
  AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
GROUP BY e.event_id, 1, 2, 3, 4
ORDER BY 2, 1`;

export const overdueByPerson = `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
)
SELECT
  t.holder_org,
  coalesce(t.holder_id, '') AS holder_id,
  t.term,
  count(CASE WHEN t.ended_on <= a.to_on THEN 1 END) AS ended_late,
  count(CASE WHEN t.ended_on IS NULL OR t.ended_on > a.to_on THEN 1 END) AS overdue_now,
  max(date_diff('day', coalesce(t.extended_to, t.due_on), CASE WHEN t.ended_on <= a.to_on THEN t.ended_on ELSE a.to_on END)) AS most_days_late
FROM terms AS t
CROSS JOIN asked AS a
WHERE t.county_code = a.county
  AND coalesce(t.extended_to, t.due_on) < a.to_on
  AND (t.ended_on IS NULL OR (t.ended_on >= a.from_on AND t.ended_on > coalesce(t.extended_to, t.due_on)))
GROUP BY 1, 2, 3
ORDER BY 1, 2, 3`;

export const overdueByTownship = `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
),
alive AS (
  SELECT
    substr(t.case_id, 1, 9) AS township_code,
    t.term,
    CASE WHEN t.holder_org = a.county THEN 'county' ELSE 'township' END AS held_by,
    coalesce(t.extended_to, t.due_on) AS last_on,
    CASE WHEN t.ended_on <= a.to_on THEN t.ended_on END AS ended_on,
    t.provisional,
    a.to_on
  FROM terms AS t
  CROSS JOIN asked AS a
  WHERE t.county_code = a.county
    AND t.subject_kind = 'case'
    AND t.from_on <= a.to_on
    AND (t.ended_on IS NULL OR t.ended_on >= a.from_on)
)
SELECT
  township_code,
  held_by,
  term,
  count(CASE WHEN ended_on IS NULL AND last_on >= to_on THEN 1 END) AS running,
  count(CASE WHEN ended_on <= last_on THEN 1 END) AS ended_in_time,
  count(CASE WHEN ended_on > last_on THEN 1 END) AS ended_late,
  count(CASE WHEN ended_on IS NULL AND last_on < to_on THEN 1 END) AS overdue_now,
  count(CASE WHEN provisional THEN 1 END) AS provisional,
  count(*) AS total
FROM alive
GROUP BY township_code, held_by, term
ORDER BY township_code, held_by DESC, term`;

export const paidAfterDeath = `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
),
told AS (
  SELECT c.case_id, m.person_id, m.died_on
  FROM members AS m
  JOIN cases AS c ON c.hh_id = m.hh_id
  CROSS JOIN asked AS a
  WHERE c.county_code = a.county
    AND m.died_on IS NOT NULL
  UNION ALL
  SELECT
    e.case_id,
    json_extract_scalar(e.attributes_json, '$.change.person'),
    CAST(json_extract_scalar(e.attributes_json, '$.change.happenedOn') AS DATE)
  FROM events AS e
  CROSS JOIN asked AS a
  WHERE e.county_code = a.county
    AND e.event_type = 'change-reported'
    AND json_extract_scalar(e.attributes_json, '$.change.kind') = 'death'
  UNION ALL
  SELECT v.case_id, v.person_id, CAST(v.returned_at + INTERVAL '8' HOUR AS DATE)
  FROM verifications AS v
  CROSS JOIN asked AS a
  WHERE v.county_code = a.county
    AND v.hit_type = 'death'
    AND coalesce(v.resolution, '') NOT IN ('agrees', 'refuted')
),
died AS (
  SELECT case_id, person_id, min(died_on) AS died_on
  FROM told
  GROUP BY 1, 2
),
paid AS (
  SELECT p.case_id, p.pay_month, p.amount_fen, CAST(p.paid_at + INTERVAL '8' HOUR AS DATE) AS paid_on
  FROM payments AS p
  CROSS JOIN asked AS a
  WHERE p.county_code = a.county
    AND CAST(p.paid_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
),
decided AS (
  SELECT e.case_id, CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) AS decided_on
  FROM events AS e
  CROSS JOIN asked AS a
  WHERE e.county_code = a.county
    AND e.event_type IN ('adjustment-decided', 'fade-out-decided', 'confirmation-revoked')
)
SELECT
  d.case_id,
  d.person_id,
  d.died_on,
  p.pay_month,
  p.paid_on,
  p.amount_fen,
  date_diff('day', d.died_on, p.paid_on) AS days_between
FROM died AS d
JOIN paid AS p ON p.case_id = d.case_id
LEFT JOIN decided AS x ON x.case_id = d.case_id AND x.decided_on BETWEEN d.died_on AND p.paid_on
WHERE x.case_id IS NULL
  AND date_diff('day', d.died_on, p.paid_on) > 45
ORDER BY 1, 2, 4`;

export const paymentsAgainstDecisions = `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
),
decided AS (
  SELECT
    e.case_id,
    e.seq,
    coalesce(
      json_extract_scalar(e.attributes_json, '$.firstMonth'),
      json_extract_scalar(e.attributes_json, '$.fromMonth'),
      substr(json_extract_scalar(e.attributes_json, '$.on'), 1, 7)
    ) AS from_month,
    CAST(json_extract_scalar(e.attributes_json, '$.amountFen') AS BIGINT) AS amount_fen
  FROM events AS e
  CROSS JOIN asked AS a
  WHERE e.county_code = a.county
    AND e.subject_kind = 'case'
    AND e.event_type IN (
      'case-decided', 'adjustment-decided', 'fade-out-decided', 'standard-applied', 'confirmation-revoked', 'fast-aid-paid'
    )
),
paid AS (
  SELECT
    p.case_id,
    p.pay_month,
    p.on_roster,
    p.amount_fen,
    CAST(p.paid_at + INTERVAL '8' HOUR AS DATE) AS paid_on
  FROM payments AS p
  CROSS JOIN asked AS a
  WHERE p.county_code = a.county
    AND CAST(p.paid_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
),
ranked AS (
  SELECT
    p.case_id,
    p.pay_month,
    p.on_roster,
    p.paid_on,
    p.amount_fen,
    d.amount_fen AS decided_fen,
    row_number() OVER (PARTITION BY p.case_id, p.pay_month, p.on_roster ORDER BY d.seq DESC) AS n
  FROM paid AS p
  LEFT JOIN decided AS d ON d.case_id = p.case_id AND d.from_month <= p.pay_month
)
SELECT
  case_id,
  pay_month,
  on_roster,
  paid_on,
  amount_fen,
  decided_fen,
  amount_fen - coalesce(decided_fen, 0) AS difference_fen
FROM ranked
WHERE n = 1
  AND (decided_fen IS NULL OR decided_fen <> amount_fen)
ORDER BY 1, 2, 3`;

export const personalDataRead = `WITH asked AS (
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
ORDER BY 4 DESC, 1, 3`;

export const pettyCashUse = `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
)
SELECT
  e.township_code,
  sum(CASE WHEN e.event_type IN ('petty-cash-opened', 'petty-cash-replenished') THEN CAST(json_extract_scalar(e.attributes_json, '$.amountFen') AS BIGINT) ELSE 0 END) AS received_fen,
  count(CASE WHEN e.event_type = 'petty-cash-paid' THEN 1 END) AS payments,
  sum(CASE WHEN e.event_type = 'petty-cash-paid' THEN CAST(json_extract_scalar(e.attributes_json, '$.amountFen') AS BIGINT) ELSE 0 END) AS paid_fen,
  max(CASE WHEN e.event_type = 'petty-cash-paid' THEN CAST(json_extract_scalar(e.attributes_json, '$.amountFen') AS BIGINT) END) AS largest_fen,
  count(CASE WHEN e.event_type = 'petty-cash-paid' AND json_extract_scalar(e.attributes_json, '$.handler') = json_extract_scalar(e.attributes_json, '$.approver') THEN 1 END) AS one_person_alone,
  count(CASE WHEN e.event_type = 'petty-cash-counted' THEN 1 END) AS counted,
  sum(CASE WHEN e.event_type = 'petty-cash-counted' THEN CAST(json_extract_scalar(e.attributes_json, '$.differenceFen') AS BIGINT) ELSE 0 END) AS difference_fen,
  max(CASE WHEN e.event_type = 'petty-cash-reconciled' THEN json_extract_scalar(e.attributes_json, '$.month') END) AS reconciled_through
FROM events AS e
CROSS JOIN asked AS a
WHERE e.county_code = a.county
  AND e.subject_kind = 'petty-cash'
  AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
GROUP BY 1
ORDER BY 1`;

export const publicityLengths = `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
),
seen AS (
  SELECT
    e.township_code,
    e.event_type,
    CAST(json_extract_scalar(e.attributes_json, '$.postedOn') AS DATE) AS posted_on,
    CAST(json_extract_scalar(e.attributes_json, '$.endsOn') AS DATE) AS ends_on
  FROM events AS e
  CROSS JOIN asked AS a
  WHERE e.county_code = a.county
    AND e.event_type IN ('publicity-posted', 'publicity-broken', 'publicity-objected')
    AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
)
SELECT
  township_code,
  count(ends_on) AS posted,
  min(date_diff('day', posted_on, ends_on)) AS fewest_days,
  max(date_diff('day', posted_on, ends_on)) AS most_days,
  count(CASE WHEN event_type = 'publicity-broken' THEN 1 END) AS broken,
  count(CASE WHEN event_type = 'publicity-objected' THEN 1 END) AS objections
FROM seen
GROUP BY 1
ORDER BY 1`;

export const queriesAsked = `WITH asked AS (
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
ORDER BY 6, 1`;

export const referralsUnanswered = `WITH asked AS (
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
ORDER BY 4, 1`;

export const refusedAttempts = `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
)
SELECT
  json_extract_scalar(e.attributes_json, '$.person') AS person,
  json_extract_scalar(e.attributes_json, '$.post') AS post,
  json_extract_scalar(e.attributes_json, '$.act') AS act,
  json_extract_scalar(e.attributes_json, '$.code') AS code,
  count(*) AS attempts,
  max(CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE)) AS last_on
FROM events AS e
CROSS JOIN asked AS a
WHERE e.county_code = a.county
  AND e.event_type = 'attempt-refused'
  AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
GROUP BY 1, 2, 3, 4
ORDER BY 5 DESC, 1, 3, 4`;

export const relativesUnfiled = `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
),
applied AS (
  SELECT e.case_id, CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) AS applied_on
  FROM events AS e
  CROSS JOIN asked AS a
  WHERE e.county_code = a.county
    AND e.event_type = 'application-submitted'
    AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
)
SELECT
  c.township_code,
  c.case_id,
  c.status,
  p.applied_on,
  s.staff_id,
  s.role,
  k.relation,
  min(k.valid_from) AS known_since
FROM applied AS p
JOIN cases AS c ON c.case_id = p.case_id
JOIN members AS m ON m.hh_id = c.hh_id
JOIN kinship AS k ON k.person_b = m.person_id
JOIN staff AS s ON s.person_id = k.person_a
WHERE NOT c.relative_filed
  AND s.township_code = c.township_code
  AND (s.org_level = 'township' OR s.village_code = c.village_code)
  AND (s.active_to IS NULL OR s.active_to >= p.applied_on)
  AND (k.valid_to IS NULL OR k.valid_to >= p.applied_on)
  AND (k.valid_from IS NULL OR c.decided_at IS NULL OR k.valid_from <= CAST(c.decided_at + INTERVAL '8' HOUR AS DATE))
GROUP BY 1, 2, 3, 4, 5, 6, 7
ORDER BY 2, 5, 6, 7`;

export const reportMeasures = `WITH asked AS (
  SELECT
    CAST(? AS VARCHAR) AS county,
    CAST(? AS DATE) AS from_on,
    CAST(? AS DATE) AS to_on
),
known AS (
  SELECT
    e.subject_kind,
    e.case_id,
    e.township_code,
    e.seq,
    e.event_type,
    e.attributes_json AS a,
    coalesce(json_extract_scalar(e.attributes_json, '$.result'), json_extract_scalar(e.attributes_json, '$.outcome'), json_extract_scalar(e.attributes_json, '$.ground'), json_extract_scalar(e.attributes_json, '$.code'), '') AS detail,
    CAST(json_extract_scalar(e.attributes_json, '$.amountFen') AS BIGINT) AS fen,
    CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) >= q.from_on AS in_window
  FROM events AS e
  CROSS JOIN asked AS q
  WHERE e.county_code = q.county
    AND e.subject_kind <> 'access'
    AND e.ym <= substr(CAST(q.to_on AS VARCHAR), 1, 7)
    AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) <= q.to_on
),
standing AS (
  SELECT
    c.case_id,
    c.program,
    c.status,
    c.township_code,
    c.household_size,
    c.case_class,
    c.standard_fen,
    c.relative_filed,
    c.accepted_at,
    c.decided_at,
    coalesce(c.extended_to, c.due_on) AS last_on,
    row_number() OVER (PARTITION BY c.case_id ORDER BY c.version DESC) AS n
  FROM cases_history AS c
  CROSS JOIN asked AS q
  WHERE c.county_code = q.county
    AND c.as_of_on <= q.to_on
),
household AS (
  SELECT
    case_id,
    json_extract_scalar(a, '$.people.area') AS area,
    CAST(json_extract_scalar(a, '$.people.persons') AS BIGINT) AS persons,
    CAST(json_extract_scalar(a, '$.people.elderly') AS BIGINT) AS elderly,
    CAST(json_extract_scalar(a, '$.people.minors') AS BIGINT) AS minors,
    CAST(json_extract_scalar(a, '$.people.women') AS BIGINT) AS women,
    CAST(json_extract_scalar(a, '$.people.severelyDisabled') AS BIGINT) AS severely_disabled,
    CAST(json_extract_scalar(a, '$.people.severelyIll') AS BIGINT) AS severely_ill,
    CAST(json_extract_scalar(a, '$.people.workingAge') AS BIGINT) AS working_age,
    CAST(json_extract_scalar(a, '$.people.employed') AS BIGINT) AS employed,
    row_number() OVER (PARTITION BY case_id ORDER BY seq DESC) AS n
  FROM known
  WHERE json_extract_scalar(a, '$.people.area') IS NOT NULL
),
begun AS (
  SELECT
    k.case_id,
    k.fen,
    json_extract_scalar(k.a, '$.fadeOut.untilMonth') AS until_month,
    row_number() OVER (PARTITION BY k.case_id ORDER BY k.seq DESC) AS n
  FROM known AS k
  CROSS JOIN asked AS q
  WHERE k.event_type IN ('case-decided', 'adjustment-decided', 'fade-out-decided', 'confirmation-revoked')
    AND k.detail <> 'dropped'
    AND coalesce(json_extract_scalar(k.a, '$.fromMonth'), json_extract_scalar(k.a, '$.firstMonth')) <= substr(CAST(q.to_on AS VARCHAR), 1, 7)
),
known_cases AS (
  SELECT
    s.case_id,
    s.township_code,
    s.program,
    coalesce(h.area, CASE s.program WHEN 'DB_URBAN' THEN 'urban' WHEN 'DB_RURAL' THEN 'rural' ELSE '' END) AS area,
    coalesce(s.case_class, '') AS case_class,
    s.status,
    s.standard_fen,
    s.relative_filed,
    s.last_on,
    CAST(s.accepted_at + INTERVAL '8' HOUR AS DATE) AS accepted_on,
    CAST(s.decided_at + INTERVAL '8' HOUR AS DATE) AS decided_on,
    coalesce(h.persons, s.household_size) AS persons,
    h.elderly, h.minors, h.women, h.severely_disabled, h.severely_ill, h.working_age, h.employed,
    b.fen AS monthly_fen,
    CASE
      WHEN s.program IN ('LS_FAST', 'LS_STD') THEN false
      WHEN s.program IN ('BY', 'GX') THEN s.status IN ('confirmed', 'active', 'checking', 'hearing')
      ELSE coalesce(b.fen, 0) > 0 AND (b.until_month IS NULL OR b.until_month >= substr(CAST(q.to_on AS VARCHAR), 1, 7))
    END AS aided
  FROM standing AS s
  CROSS JOIN asked AS q
  LEFT JOIN household AS h ON h.case_id = s.case_id AND h.n = 1
  LEFT JOIN begun AS b ON b.case_id = s.case_id AND b.n = 1
  WHERE s.n = 1
),
clocks AS (
  SELECT
    t.case_id,
    CASE WHEN t.holder_org = q.county THEN 'county' ELSE 'township' END AS held_by,
    coalesce(t.extended_to, t.due_on) AS last_on,
    t.ended_on,
    q.from_on,
    q.to_on,
    row_number() OVER (PARTITION BY t.case_id, t.term ORDER BY t.version DESC) AS n
  FROM terms_history AS t
  CROSS JOIN asked AS q
  WHERE t.county_code = q.county
    AND t.as_of_on <= q.to_on
),
measured AS (
  SELECT case_id, '' AS township_code, 'households' AS measure, '' AS detail, 1 AS value, monthly_fen AS fen FROM known_cases WHERE aided
  UNION ALL SELECT case_id, '', 'persons', '', persons, 0 FROM known_cases WHERE aided
  UNION ALL SELECT case_id, '', 'standards', '', 1, standard_fen FROM known_cases WHERE aided AND standard_fen IS NOT NULL
  UNION ALL SELECT case_id, '', 'elderly', '', elderly, 0 FROM known_cases WHERE aided
  UNION ALL SELECT case_id, '', 'minors', '', minors, 0 FROM known_cases WHERE aided
  UNION ALL SELECT case_id, '', 'women', '', women, 0 FROM known_cases WHERE aided
  UNION ALL SELECT case_id, '', 'severelyDisabled', '', severely_disabled, 0 FROM known_cases WHERE aided
  UNION ALL SELECT case_id, '', 'severelyIll', '', severely_ill, 0 FROM known_cases WHERE aided
  UNION ALL SELECT case_id, '', 'workingAge', '', working_age, 0 FROM known_cases WHERE aided
  UNION ALL SELECT case_id, '', 'employed', '', employed, 0 FROM known_cases WHERE aided
  UNION ALL SELECT case_id, '', 'singlePersons', '', 1, 0 FROM known_cases WHERE aided AND persons = 1
  UNION ALL SELECT case_id, '', 'fading', '', 1, 0 FROM known_cases WHERE aided AND status = 'fading'
  UNION ALL SELECT case_id, '', 'relativesFiled', '', 1, 0 FROM known_cases WHERE aided AND relative_filed
  UNION ALL SELECT k.case_id, '', 'newPersons', '', c.persons, 0 FROM known AS k JOIN known_cases AS c ON c.case_id = k.case_id WHERE k.in_window AND k.event_type = 'case-decided' AND k.detail = 'confirmed'
  UNION ALL SELECT k.case_id, '', CASE WHEN c.decided_on <= c.last_on THEN 'decidedInTime' ELSE 'decidedLate' END, '', 1, 0 FROM known AS k JOIN known_cases AS c ON c.case_id = k.case_id WHERE k.in_window AND k.event_type = 'case-decided'
  UNION ALL SELECT k.case_id, '', 'decidedAfter', CAST(c.accepted_on AS VARCHAR) || '/' || CAST(c.decided_on AS VARCHAR), 1, 0 FROM known AS k JOIN known_cases AS c ON c.case_id = k.case_id WHERE k.in_window AND k.event_type = 'case-decided'
  UNION ALL SELECT case_id, '', 'decidedBy', CASE WHEN json_extract_scalar(a, '$.delegationId') IS NULL THEN 'county' ELSE 'township' END, 1, 0 FROM known WHERE in_window AND event_type = 'case-decided'
  UNION ALL SELECT case_id, '', 'stopGround', coalesce(json_extract_scalar(a, '$.ground'), ''), 1, 0 FROM known WHERE in_window AND event_type = 'adjustment-decided' AND detail = 'stop'
  UNION ALL SELECT case_id, '', 'verificationHits', '', 1, 0 FROM known WHERE in_window AND event_type = 'verification-returned' AND json_extract_scalar(a, '$.hit') = 'true'
  UNION ALL SELECT case_id, '', 'overdue', held_by, 1, 0 FROM clocks WHERE n = 1 AND ended_on IS NULL AND last_on < to_on
  UNION ALL SELECT case_id, '', 'endedLate', held_by, 1, 0 FROM clocks WHERE n = 1 AND ended_on >= from_on AND ended_on > last_on
  UNION ALL SELECT case_id, coalesce(township_code, ''), event_type, detail, 1, fen FROM known WHERE in_window
)
SELECT
  coalesce(c.township_code, m.township_code) AS township_code,
  coalesce(c.program, '') AS program,
  coalesce(c.area, '') AS area,
  coalesce(c.case_class, '') AS case_class,
  m.measure,
  m.detail,
  CAST(sum(m.value) AS BIGINT) AS value,
  CAST(sum(coalesce(m.fen, 0)) AS BIGINT) AS fen
FROM measured AS m
LEFT JOIN known_cases AS c ON c.case_id = m.case_id
WHERE m.value IS NOT NULL
GROUP BY 1, 2, 3, 4, 5, 6
ORDER BY 1, 2, 3, 4, 5, 6`;

export const reverificationsByPerson = `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
),
done AS (
  SELECT r.actor_id, r.result, r.due_on, CAST(r.done_at + INTERVAL '8' HOUR AS DATE) AS done_on
  FROM reverifications AS r
  CROSS JOIN asked AS a
  WHERE r.county_code = a.county
    AND CAST(r.done_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
)
SELECT
  d.actor_id,
  count(*) AS done,
  count(CASE WHEN d.result = 'none' THEN 1 END) AS unchanged,
  count(CASE WHEN d.done_on > d.due_on THEN 1 END) AS late
FROM done AS d
GROUP BY 1
ORDER BY 2 DESC, 1`;

export const reverificationsDue = `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
)
SELECT
  substr(t.case_id, 1, 9) AS township_code,
  t.term,
  count(*) AS due,
  count(CASE WHEN t.ended_on <= coalesce(t.extended_to, t.due_on) THEN 1 END) AS in_time,
  count(CASE WHEN t.ended_on > coalesce(t.extended_to, t.due_on) AND t.ended_on <= a.to_on THEN 1 END) AS late,
  count(CASE WHEN (t.ended_on IS NULL OR t.ended_on > a.to_on) AND coalesce(t.extended_to, t.due_on) < a.to_on THEN 1 END) AS overdue
FROM terms AS t
CROSS JOIN asked AS a
WHERE t.county_code = a.county
  AND t.subject_kind = 'case'
  AND t.term IN ('reverification', 'change-check', 'death-adjustment', 'termination-recheck')
  AND coalesce(t.extended_to, t.due_on) BETWEEN a.from_on AND a.to_on
GROUP BY 1, 2
ORDER BY 1, 2`;

export const rosterReconciliation = `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
),
moved AS (
  SELECT
    e.subject_id AS roster_id,
    coalesce(CAST(json_extract_scalar(e.attributes_json, '$.frozen.count') AS BIGINT), 0) AS frozen_lines,
    coalesce(CAST(json_extract_scalar(e.attributes_json, '$.frozen.amountFen') AS BIGINT), 0) AS frozen_fen,
    CASE WHEN e.event_type = 'payment-file-ordered' THEN CAST(json_extract_scalar(e.attributes_json, '$.amountFen') AS BIGINT) ELSE 0 END AS ordered_fen,
    coalesce(CAST(json_extract_scalar(e.attributes_json, '$.paid.count') AS BIGINT), 0) AS paid_lines,
    coalesce(CAST(json_extract_scalar(e.attributes_json, '$.paid.amountFen') AS BIGINT), 0) AS paid_fen,
    coalesce(CAST(json_extract_scalar(e.attributes_json, '$.failed.count') AS BIGINT), 0) AS failed_receipts
  FROM events AS e
  CROSS JOIN asked AS a
  WHERE e.county_code = a.county
    AND e.subject_kind = 'roster'
    AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
)
SELECT
  roster_id,
  CAST(sum(frozen_lines) AS BIGINT) AS frozen_lines,
  CAST(sum(frozen_fen) AS BIGINT) AS frozen_fen,
  CAST(sum(ordered_fen) AS BIGINT) AS ordered_fen,
  CAST(sum(paid_lines) AS BIGINT) AS paid_lines,
  CAST(sum(paid_fen) AS BIGINT) AS paid_fen,
  CAST(sum(failed_receipts) AS BIGINT) AS failed_receipts,
  CAST(sum(frozen_fen) - sum(paid_fen) AS BIGINT) AS unpaid_fen
FROM moved
GROUP BY 1
ORDER BY 1`;

export const selfChecksAndFaults = `WITH asked AS (
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
ORDER BY 1`;

export const sharedWithStaff = `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
),
applied AS (
  SELECT e.case_id, CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) AS applied_on
  FROM events AS e
  CROSS JOIN asked AS a
  WHERE e.county_code = a.county
    AND e.event_type = 'application-submitted'
    AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
),
known AS (
  SELECT p.case_id, p.applied_on, c.hh_id, c.township_code
  FROM applied AS p
  JOIN cases AS c ON c.case_id = p.case_id
),
shared AS (
  SELECT k.case_id, s.staff_id, s.role, 'phone' AS shared
  FROM known AS k
  JOIN members AS m ON m.hh_id = k.hh_id
  JOIN staff AS s ON s.phone_token = m.phone_token AND s.person_id <> m.person_id
  UNION ALL
  SELECT k.case_id, s.staff_id, s.role, 'address'
  FROM known AS k
  JOIN households AS h ON h.hh_id = k.hh_id
  JOIN staff AS s ON s.address_token = h.address_token
  UNION ALL
  SELECT k.case_id, s.staff_id, s.role, 'account'
  FROM known AS k
  JOIN payments AS y ON y.case_id = k.case_id
  JOIN staff AS s ON s.account_token = y.account_token
)
SELECT
  k.township_code,
  k.case_id,
  k.applied_on,
  s.staff_id,
  s.role,
  s.shared
FROM known AS k
JOIN shared AS s ON s.case_id = k.case_id
GROUP BY 1, 2, 3, 4, 5, 6
ORDER BY 2, 4, 5, 6`;

export const silentTownships = `WITH asked AS (
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
known AS (
  SELECT e.township_code, CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) AS acted_on
  FROM events AS e
  CROSS JOIN asked AS a
  WHERE e.county_code = a.county
    AND e.actor_post IN ('TC', 'TS', 'TR', 'TD')
    AND e.subject_kind NOT IN ('access', 'refusals')
  UNION ALL
  SELECT json_extract_scalar(json_array_get(json_extract(e.attributes_json, '$.delegations'), p.n), '$.townshipCode'), CAST(NULL AS DATE)
  FROM events AS e
  CROSS JOIN asked AS a
  CROSS JOIN places AS p
  WHERE e.county_code = a.county
    AND e.event_type = 'delegation-granted'
    AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) <= a.to_on
)
SELECT
  k.township_code,
  max(k.acted_on) AS last_act_on,
  date_diff('day', max(k.acted_on), max(a.to_on)) AS days_silent
FROM known AS k
CROSS JOIN asked AS a
WHERE k.township_code IS NOT NULL
  AND (k.acted_on IS NULL OR k.acted_on <= a.to_on)
GROUP BY 1
HAVING max(k.acted_on) IS NULL OR max(k.acted_on) < max(a.from_on)
ORDER BY 2, 1`;

export const trainingsHeld = `WITH asked AS (
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
ORDER BY 1, 2, 3`;

export const verificationHits = `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
),
hits AS (
  SELECT e.case_id, e.seq, CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) AS returned_on
  FROM events AS e
  CROSS JOIN asked AS a
  WHERE e.county_code = a.county
    AND e.event_type = 'verification-returned'
    AND json_extract_scalar(e.attributes_json, '$.hit') = 'true'
    AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
)
SELECT
  h.case_id,
  h.returned_on,
  min(CASE WHEN f.event_type = 'verification-informed' THEN json_extract_scalar(f.attributes_json, '$.on') END) AS informed_on,
  min(CASE WHEN f.event_type = 'verification-objected' THEN json_extract_scalar(f.attributes_json, '$.on') END) AS objected_on,
  min(CASE WHEN f.event_type = 'case-decided' THEN json_extract_scalar(f.attributes_json, '$.result') END) AS decision,
  min(CASE WHEN f.event_type = 'case-decided' THEN json_extract_scalar(f.attributes_json, '$.on') END) AS decided_on
FROM hits AS h
LEFT JOIN events AS f ON f.case_id = h.case_id AND f.subject_kind = 'case' AND f.seq > h.seq
GROUP BY 1, 2
ORDER BY 2, 1`;

export const workloadByPerson = `WITH asked AS (
  SELECT CAST(? AS VARCHAR) AS county, CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on
)
SELECT
  coalesce(e.township_code, e.county_code) AS org_code,
  e.actor_id,
  e.actor_post,
  count(*) AS acts,
  count(DISTINCT e.case_id) AS households,
  count(DISTINCT CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE)) AS days_at_work
FROM events AS e
CROSS JOIN asked AS a
WHERE e.county_code = a.county
  AND e.subject_kind NOT IN ('access', 'refusals')
  AND e.actor_post NOT IN ('CLOCK', 'AP', 'AG')
  AND CAST(e.recorded_at + INTERVAL '8' HOUR AS DATE) BETWEEN a.from_on AND a.to_on
GROUP BY 1, 2, 3
ORDER BY 1, 2, 3`;

export const queryTexts: Readonly<Record<string, string>> = {
  'accounts-shared': accountsShared,
  'alerts-answered': alertsAnswered,
  'appeals-and-outcomes': appealsAndOutcomes,
  'applications-not-accepted': applicationsNotAccepted,
  'case-timeline': caseTimeline,
  'complaints-by-kind': complaintsByKind,
  'confirmations-for-draw': confirmationsForDraw,
  'confirmed-by-village': confirmedByVillage,
  'corrections-ordered': correctionsOrdered,
  'days-by-step': daysByStep,
  'decisions-by-confirmer': decisionsByConfirmer,
  'decisions-by-program': decisionsByProgram,
  'delegations-in-force': delegationsInForce,
  'denials-without-notice': denialsWithoutNotice,
  'erasures-done': erasuresDone,
  'extensions-by-ground': extensionsByGround,
  'hearing-before-reductions': hearingBeforeReductions,
  'hits-open-at-decision': hitsOpenAtDecision,
  'households-split': householdsSplit,
  'near-relative-filings': nearRelativeFilings,
  'notices-after-expiry': noticesAfterExpiry,
  'objections-and-findings': objectionsAndFindings,
  'overdue-by-person': overdueByPerson,
  'overdue-by-township': overdueByTownship,
  'paid-after-death': paidAfterDeath,
  'payments-against-decisions': paymentsAgainstDecisions,
  'personal-data-read': personalDataRead,
  'petty-cash-use': pettyCashUse,
  'publicity-lengths': publicityLengths,
  'queries-asked': queriesAsked,
  'referrals-unanswered': referralsUnanswered,
  'refused-attempts': refusedAttempts,
  'relatives-unfiled': relativesUnfiled,
  'report-measures': reportMeasures,
  'reverifications-by-person': reverificationsByPerson,
  'reverifications-due': reverificationsDue,
  'roster-reconciliation': rosterReconciliation,
  'self-checks-and-faults': selfChecksAndFaults,
  'shared-with-staff': sharedWithStaff,
  'silent-townships': silentTownships,
  'trainings-held': trainingsHeld,
  'verification-hits': verificationHits,
  'workload-by-person': workloadByPerson,
};
