import type { CaseEventBody } from '../../schemas/case-events.ts';
import type { Event } from './event.ts';

/** An event of a case with its typed body. */
export type CaseEvent = Event & CaseEventBody;
