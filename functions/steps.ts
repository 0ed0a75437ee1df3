import type { Step } from './core/step.ts';
import { acceptApplication } from './intake/accept-application.ts';
import { submitApplication } from './intake/submit-application.ts';
import { approveParameter } from './supervision/approve-parameter.ts';
import { enterParameter } from './supervision/enter-parameter.ts';
import { grantDelegation } from './supervision/grant-delegation.ts';
import { loadCalendar } from './supervision/load-calendar.ts';
import { registerDivisions } from './supervision/register-divisions.ts';
import { registerStaff } from './supervision/register-staff.ts';
import { revokeDelegation } from './supervision/revoke-delegation.ts';
import { setAlertDirectory } from './supervision/set-alert-directory.ts';

/** Every step, in the order of the procedure: hosts, contract and catalogue read this and nothing else. */
export const steps: readonly Step[] = [
  submitApplication,
  acceptApplication,
  registerDivisions,
  setAlertDirectory,
  loadCalendar,
  enterParameter,
  approveParameter,
  grantDelegation,
  revokeDelegation,
  registerStaff,
];
