import type { CaseHead } from '../../schemas/case.ts';
import type { CaseEvent } from './case-event.ts';

type Amended = Extract<CaseEvent, { type: 'facts-amended' }>;

/**
 * The case item after facts were amended: what rested on the former ones counts as not done. A case that was already reviewed goes back to be
 * investigated; its last opinion stays for comparison, unless its publicity is void with it.
 */
export function amended(head: CaseHead, { household, consentsComplete, again }: Amended['data']): Partial<CaseHead> {
  const back = again.includes('opinion') || again.includes('verification');
  const reviewed = ['reviewed', 'publicizing', 'reinvestigating'].includes(head.status);
  const stays = head.status === 'reinvestigating' && !again.includes('verification');
  return {
    members: household.members.length,
    consentsComplete,
    ...(again.includes('verification') ? { verification: undefined } : {}),
    ...(back && reviewed && !stays ? { status: 'investigating' } : {}),
    ...(again.includes('publicity') ? { publicity: { channels: [] }, ...decisionWaits(head) } : {}),
  };
}

/** The term of 特困 to decide runs from the end of the publicity, so it falls with it (T43 §28). */
const decisionWaits = ({ program }: CaseHead): Partial<CaseHead> => (program === 'TK' ? { dueOn: undefined } : {});
