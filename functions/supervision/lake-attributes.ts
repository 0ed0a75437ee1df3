/**
 * Fields of event data that may enter the lake: codes, dates, amounts, counts, hashes, tokens and staff. Everything else stays in
 * the table, above all what people wrote in their own words, which may name anybody (design decision 10, PIPL §6).
 */
const listed: ReadonlySet<string> = new Set([
  // days, instants and versions
  ...['on', 'at', 'dueOn', 'postBy', 'postedOn', 'endsOn', 'windowEndsOn', 'investigationOn', 'issuedOn', 'servedOn'],
  ...['signedOn', 'submittedAt', 'visitedAt', 'leftAt', 'recordedAt', 'raisedAt', 'deliverAt', 'firstMonth', 'from'],
  ...['outcome'],
  ...['obligor', 'refused'],
  ...['authority', 'mandateId', 'village', 'revocation', 'paper'],
  ...['needs', 'department', 'referralId', 'referral', 'agreed', 'replyBy', 'referredOn', 'repliedOn'],
  ...['until', 'revokedOn', 'approvedAt', 'to', 'lawPack', 'calendar', 'provisional', 'serveBy'],
  // what was done
  ...['program', 'mode', 'channel', 'result', 'class', 'ground', 'term', 'complete', 'hit', 'recheck', 'changed'],
  ...['realName', 'truthful', 'passed', 'repost', 'consistent', 'memberSigned', 'conflicts', 'electronicService'],
  ...['warned', 'declaredBy', 'relation', 'method', 'kind', 'level', 'countyHeld', 'missingRecipient', 'key', 'post'],
  ...['exportId', 'format'],
  ...['act', 'code', 'rule', 'query', 'params', 'county', 'case_id', 'from_on', 'to_on', 'counties', 'exampleData'],
  ...['amendment', 'joined', 'again', 'consentsComplete'],
  // appeals
  ...['appeal', 'appealId', 'entry', 'order', 'duty', 'respondent', 'filedOn', 'receivedOn', 'lastOn', 'inTime'],
  ...['stay', 'replyBy', 'answeredOn', 'decidedBy', 'simplified', 'procedural', 'restores'],
  // dynamic management
  ...['status', 'basis', 'change', 'changeId', 'happenedOn', 'reportedOn', 'unreported', 'toTownship', 'settled'],
  ...['unfounded', 'proposal', 'representations', 'form', 'way', 'heard', 'curve', 'fadeOut', 'entitlements'],
  ...[
    'fromMonth',
    'untilMonth',
    'oldAmountFen',
    'fullAmountFen',
    'decidedOn',
    'fraud',
    'correctionId',
    'earlierCaseId',
    'parameterId',
  ],
  // numbers
  ...['amountFen', 'count', 'persons', 'householdSize', 'standardFen', 'entitled', 'raised', 'delivered'],
  // how many of a household are who, never who they are
  ...['people', 'area', 'elderly', 'minors', 'women', 'severelyDisabled', 'severelyIll', 'workingAge', 'employed'],
  ...['eventsInTable', 'eventsInLake', 'perCapitaMonthly', 'num', 'den'],
  // money of the county
  ...['rosterId', 'cutoffOn', 'freezeAt', 'payBy', 'earlier', 'page', 'no', 'account', 'owner', 'failure', 'paidOn'],
  ...['frozen', 'paid'],
  ...['month', 'bookFen', 'countedFen', 'differenceFen', 'voucherNo', 'handler', 'approver'],
  // names of things and of staff
  ...['caseId', 'alertId', 'delegationId', 'paperId', 'attachmentId', 'runId', 'id', 'parameterIds', 'countyCode'],
  ...['townshipCode', 'villageCode', 'holderOrg', 'holderPost', 'holderId', 'orgCode', 'staff', 'surveyors', 'person'],
  ...['signatures', 'investigators', 'servedBy', 'recipients', 'by', 'enteredBy', 'approvedBy', 'relativesFound'],
  ...['applicant', 'agent', 'member', 'unclosed', 'complaint', 'complaintId', 'handler', 'outcome', 'stage'],
  // a county’s boards, trainings, purchased services and self-checks
  ...['boardId', 'board', 'division', 'training', 'trainingId', 'provider', 'providerId', 'helper', 'companions'],
  ...['erasure', 'erasureId', 'erased', 'kept', 'state', 'requestedBy', 'requestedAt'],
  ...['fault', 'rectifiedOn', 'correction', 'orderedOn', 'orderedBy', 'settledBy'],
  // a notice online: which paper and how long; never its address
  ...['notice', 'putOn', 'untilOn'],
  ...['selfCheckId', 'selfCheck', 'cases', 'organiser', 'kinds', 'tasks', 'policyId', 'orgCode'],
  // hashes and closed catalogues
  ...['sha256', 'mandate', 'minutes', 'photos', 'proof', 'evidence', 'items', 'item', 'scope', 'failed', 'source'],
  // history of an older system: files by the names of their tables
  ...[
    'importId',
    'file',
    'files',
    'table',
    'rows',
    'bytes',
    'pieces',
    'stored',
    'manifest',
    'importedBy',
    'importedAt',
  ],
  // draws of spot checks: which cases, never the frame
  ...['drawId', 'drawn', 'certain', 'random', 'risk', 'witnesses', 'lastSize'],
  // objects and lists that hold the above
  ...['visit', 'postings', 'participants', 'materials', 'consents', 'findings', 'delivery', 'assessment', 'alert'],
  ...['delegation', 'delegations', 'record', 'papers', 'start', 'end', 'extend', 'terms', 'step'],
]);

/** A code, id, date, token or hash: no blanks, no characters of a name in Chinese. */
const code = /^[\w.:+#/-]{1,128}$/;
/** An identity number or a mobile phone, wherever it stands by itself. */
const personal = /(?<![0-9A-Za-z])(\d{17}[\dXx]|\d{15}|1[3-9]\d{9})(?![0-9A-Za-z])/;

/** Whether a text may enter the lake: a code that is no identity number and no phone. */
export const isPlainCode = (text: string): boolean => code.test(text) && !personal.test(text);

/** A text that may enter the lake, else null. */
export const plainCode = (text: string | undefined): string | null =>
  text !== undefined && isPlainCode(text) ? text : null;

/** The part of a JSON value that may enter the lake, its keys in order; undefined when nothing of it may. */
function sift(value: unknown): unknown {
  if (typeof value === 'string') return isPlainCode(value) ? value : undefined;
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(sift).filter((one) => one !== undefined);
  if (typeof value !== 'object' || value === null) return undefined;
  const entries = Object.entries(value)
    .filter(([key]) => listed.has(key))
    .map(([key, one]) => [key, sift(one)] as const)
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries);
}

/** Attributes of an event as canonical JSON (RFC 8785): only listed fields, only codes, numbers and truth values. */
export const attributesJson = (data: Readonly<Record<string, unknown>>): string => JSON.stringify(sift(data));

/** A value with the keys of its objects in order. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, one]) => [key, ordered(one)]));
}

/** Whether the whole of a JSON object may enter the lake: nothing of it would be left out. */
export const listedJson = (data: object): boolean => JSON.stringify(ordered(data)) === JSON.stringify(sift(data));
