import type { CaseHead, CaseView } from '../../schemas/case.ts';
import { statusNames } from '../../schemas/case.ts';
import { nextDay } from '../law/calendar.ts';

/** Whether the county must survey the household before the decision (D57 §20(2), T12). */
export const countySurveyRequired = (head: CaseHead): boolean =>
  head.relativeFiled === true || (head.unfiledRelatives?.length ?? 0) > 0 || head.complaint === true;

/** Whether the county's survey is still to come: one before a later complaint does not answer it (D57 §20(2)). */
export const countySurveyPending = (head: CaseHead): boolean => {
  const { countySurvey, complaintOn } = head;
  const surveyed = countySurvey !== undefined && (complaintOn === undefined || complaintOn <= countySurvey.doneOn);
  return countySurveyRequired(head) && !surveyed;
};

const present = <T extends object>(value: T): Partial<T> =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Partial<T>;

/** A case as lists, reads and the feed show it: from the case item alone, whatever the time. */
export function viewOf(head: CaseHead, version: number): CaseView {
  const { caseId, program, status, mode, countyCode, townshipCode, villageCode, channel, submittedAt, members } = head;
  const endsOn = head.publicity?.endsOn;
  return {
    caseId,
    version,
    program,
    status,
    statusText: statusNames[status],
    mode,
    countyCode,
    townshipCode,
    villageCode,
    channel,
    submittedAt,
    members,
    countySurveyRequired: countySurveyRequired(head),
    ...present({
      externalNo: head.externalNo,
      acceptedOn: head.acceptedOn,
      dueOn: head.dueOn,
      targetOn: head.targetOn,
      provisional: head.provisional,
      postBy: head.postBy,
      publicityEndsOn: endsOn,
      earliestDecisionOn: endsOn && nextDay(endsOn),
      extendedTo: head.extension?.dueOn,
      relativeFiled: head.relativeFiled,
      decision: head.decision?.result,
      decidedOn: head.decision?.on,
      amountFen: head.adjusted?.amountFen ?? head.decision?.amountFen,
      firstMonth: head.decision?.firstMonth,
      validUntil: head.decision?.validUntil,
      endedOn: head.endedOn,
    }),
  };
}
