/**
 * Questions over the full history of the region, in Athena's dialect: what indicators ask every quarter, about every case of every
 * county. No index helps with them; that is what a lake is for.
 */
export const fullHistory: Readonly<Record<string, string>> = {
  // 必经环节缺失: granted without survey, verification, publicity or opinion.
  'missing-steps': `
SELECT c.county_code, count(*) AS granted, count(CASE WHEN e.steps < 4 THEN 1 END) AS missing
FROM cases AS c
JOIN (
  SELECT case_id, count(DISTINCT CASE WHEN event_type IN ('household-visited', 'verification-returned', 'publicity-posted', 'opinion-given') THEN event_type END) AS steps
  FROM events WHERE subject_kind = 'case' GROUP BY case_id
) AS e ON e.case_id = c.case_id
WHERE c.decision = 'confirmed'
GROUP BY c.county_code
ORDER BY c.county_code`,
  // 一人两岗: who confirmed also visited, verified or formed the opinion.
  'one-person-two-posts': `
SELECT d.county_code, d.actor_id, count(DISTINCT d.case_id) AS cases
FROM events AS d
JOIN events AS o ON o.case_id = d.case_id AND o.actor_id = d.actor_id
WHERE d.event_type = 'case-decided' AND o.event_type IN ('application-accepted', 'household-visited', 'opinion-given')
GROUP BY d.county_code, d.actor_id
ORDER BY 1, 2`,
  // 入户时空不可能: visits of one person within twelve minutes.
  'visits-too-close': `
SELECT county_code, count(*) AS visits
FROM (
  SELECT county_code, occurred_at, lag(occurred_at) OVER (PARTITION BY county_code, township_code, actor_id ORDER BY occurred_at, event_id) AS before_at
  FROM events WHERE event_type = 'household-visited'
) AS v
WHERE before_at IS NOT NULL AND occurred_at < before_at + INTERVAL '12' MINUTE
GROUP BY county_code
ORDER BY county_code`,
  // Each step by township and month: what a dashboard of the region shows.
  'acts-by-township-and-month': `
SELECT township_code, ym, event_type, count(*) AS acts, count(DISTINCT actor_id) AS people
FROM events WHERE township_code IS NOT NULL
GROUP BY township_code, ym, event_type
ORDER BY 1, 2, 3`,
  // 办理过快: from application to decision by township.
  'days-to-decide': `
SELECT county_code, township_code, count(*) AS decided, min(days) AS fewest, max(days) AS most, sum(days) AS days
FROM (
  SELECT county_code, township_code, case_id,
    date_diff('day', CAST(min(CASE WHEN event_type = 'application-submitted' THEN recorded_at END) AS DATE), CAST(max(CASE WHEN event_type = 'case-decided' THEN recorded_at END) AS DATE)) AS days
  FROM events WHERE subject_kind = 'case' GROUP BY county_code, township_code, case_id
) AS c
WHERE days IS NOT NULL
GROUP BY county_code, township_code
ORDER BY 1, 2`,
  // 非工作时间: decisions and opinions at night, by person.
  'night-work': `
SELECT county_code, actor_id, count(*) AS acts, count(CASE WHEN extract(HOUR FROM recorded_at + INTERVAL '8' HOUR) >= 20 OR extract(HOUR FROM recorded_at + INTERVAL '8' HOUR) < 7 THEN 1 END) AS at_night
FROM events
GROUP BY county_code, actor_id
ORDER BY 1, 2`,
};
