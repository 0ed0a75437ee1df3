-- id: report-measures
-- zh: 报表取数
-- en: Measures of a report
-- why: 月度台账和年度“回头看”的全部数字，按截止日当时已登记的事实计算，以后再查不变。 Every figure of the monthly registers and the yearly report, from what was on record on the last day: asked again later it is the same.
-- provision: SEED 二(二)1
-- provision: SEED 三(三)
-- provision: LAW §62
-- param: county county-code 县级代码 County
-- param: from_on date 起始日 First day
-- param: to_on date 截止日，其后登记的不计 Last day, later entries do not count
-- recorded: ..to_on
-- counts: value
-- sums: fen
WITH asked AS (
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
ORDER BY 1, 2, 3, 4, 5, 6
