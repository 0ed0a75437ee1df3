import type { Step } from './core/step.ts';
import { acceptApplication } from './intake/accept-application.ts';
import { assessHousehold } from './intake/assess-household.ts';
import { fileNearRelative } from './intake/file-near-relative.ts';
import { lapseApplication } from './intake/lapse-application.ts';
import { recordConsents } from './intake/record-consents.ts';
import { refuseApplication } from './intake/refuse-application.ts';
import { registerAttachment } from './intake/register-attachment.ts';
import { requestMaterials } from './intake/request-materials.ts';
import { submitApplication } from './intake/submit-application.ts';
import { supplyMaterials } from './intake/supply-materials.ts';
import { withdrawApplication } from './intake/withdraw-application.ts';
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
  assessHousehold,
  registerAttachment,
  submitApplication,
  requestMaterials,
  supplyMaterials,
  acceptApplication,
  refuseApplication,
  lapseApplication,
  withdrawApplication,
  fileNearRelative,
  recordConsents,
  registerDivisions,
  setAlertDirectory,
  loadCalendar,
  enterParameter,
  approveParameter,
  grantDelegation,
  revokeDelegation,
  registerStaff,
];
