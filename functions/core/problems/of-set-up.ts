import { type Refusal, refusal } from './refusal.ts';

/** Refusals of a county's set-up: published policies, boards, trainings, purchased services, regional days. */
export const setUpProblems = {
  'policy-not-found': refusal(
    404,
    '没有这个待批准的政策版本',
    'No such version of a policy is waiting',
    '请核对编号；录入新版本后，原待批准版本即被取代。 Check the number; a further entry takes the place of one that waits.',
  ),
  'policy-not-published': refusal(
    404,
    '该县（市、区）尚未公开此项政策',
    'The county has not published this',
    '请核对县级代码和业务，或咨询当地民政部门。 Check county and program, or ask the county’s civil affairs.',
  ),
} as const satisfies Record<string, Refusal>;
