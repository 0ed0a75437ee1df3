import type { DepartmentClient, DepartmentEventBody } from '../../schemas/department.ts';
import type { Event, State } from './event.ts';

export type DepartmentState = State<DepartmentClient>;
export type DepartmentEvent = Event & DepartmentEventBody;

/** The next state of a department's system: as it was registered last. */
export const foldDepartment = (_state: DepartmentState | undefined, event: DepartmentEvent): DepartmentState => ({
  version: event.seq,
  chain: event.hash,
  head: event.data.client,
  parts: {},
});

/** Number of a department's system in a county. */
export const departmentIdOf = (countyCode: string, clientId: string): string => `${countyCode}-DEPT-${clientId}`;
