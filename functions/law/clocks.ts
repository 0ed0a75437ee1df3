/** The keys of rulebook 11.2 that are the length of a term. */
export type ClockKey =
  | `clock.total.${'delegated' | 'standard' | 'extended'}`
  | `clock.${'intake' | 'correctionWindow' | 'startInvestigation' | 'startVerification' | 'verifyResult' | 'inform'}`
  | `clock.${'objection' | 'survey' | 'evaluation' | 'opinion' | 'countySurvey' | 'publish' | 'denialNotice'}`
  | `clock.${'confirmationNotice' | 'refusalNotice' | 'terminationNotice'}`
  | `clock.${'changeCheck' | 'death' | 'hearing' | 'hearingNotice' | 'adjustment' | 'adjustmentNotice' | 'correctionOrder'}`
  | 'reverify.months.unstable'
  | 'fade.maxMonths'
  | `clock.tk.${'opinion' | 'decision' | 'reinvestigate' | 'countyDecision' | 'selfcare' | 'selfcareReassess'}`
  | `clock.${'fastAid' | 'fastSupplement' | 'fastFiling'}`
  | `clock.${'gx' | 'gxExtended' | 'gl' | 'ls' | 'countyDecision'}`
  | `complaint.${'receiptDays' | 'handleDays' | 'extendDays' | 'reviewDays'}`
  | 'clock.complaintFeedback'
  | `clock.${'leadContact' | 'referralReply' | 'selfCheck'}`
  | `appeal.${'replyDays' | 'simpleReplyDays' | 'suitReplyDays'}`
  | 'publicity.days';

/** Lengths as resolved for a county, program and day; a key that is absent has its default. Working days, publicity in days, what is named or meant in months in months. */
export type Clocks = Readonly<Partial<Record<ClockKey, number>>>;

/** What holds where a county has set nothing (rulebook 11.2). */
export const defaultClocks: Readonly<Record<ClockKey, number>> = Object.freeze({
  'clock.total.delegated': 20,
  'clock.total.standard': 30,
  'clock.total.extended': 45,
  'clock.intake': 5,
  'clock.correctionWindow': 15,
  'clock.startInvestigation': 3,
  'clock.startVerification': 3,
  'clock.verifyResult': 5,
  'clock.inform': 3,
  'clock.objection': 5,
  'clock.survey': 8,
  'clock.evaluation': 5,
  'clock.opinion': 10,
  'clock.countySurvey': 18,
  'clock.publish': 3,
  'clock.denialNotice': 3,
  'clock.confirmationNotice': 5,
  'clock.refusalNotice': 3,
  'clock.terminationNotice': 3,
  'clock.leadContact': 3,
  'clock.referralReply': 10,
  'clock.selfCheck': 10,
  'clock.changeCheck': 20,
  'clock.death': 3,
  'clock.hearing': 5,
  'clock.hearingNotice': 3,
  'clock.adjustment': 20,
  'clock.adjustmentNotice': 3,
  'clock.correctionOrder': 10,
  'reverify.months.unstable': 6,
  'fade.maxMonths': 6,
  'clock.tk.opinion': 15,
  'clock.tk.decision': 5,
  'clock.tk.reinvestigate': 15,
  'clock.tk.countyDecision': 15,
  'clock.tk.selfcare': 10,
  'clock.tk.selfcareReassess': 10,
  'clock.fastAid': 3,
  'clock.fastSupplement': 10,
  'clock.fastFiling': 5,
  'clock.gx': 30,
  'clock.gxExtended': 45,
  'clock.gl': 20,
  'clock.ls': 20,
  'clock.countyDecision': 10,
  'complaint.receiptDays': 15,
  'complaint.handleDays': 60,
  'complaint.extendDays': 30,
  'complaint.reviewDays': 30,
  'clock.complaintFeedback': 3,
  'appeal.replyDays': 10,
  'appeal.simpleReplyDays': 5,
  'appeal.suitReplyDays': 15,
  'publicity.days': 7,
});

/** The length of a clock: the county's, else the default. */
export const clockOf = (clocks: Clocks, key: ClockKey): number => clocks[key] ?? defaultClocks[key];
