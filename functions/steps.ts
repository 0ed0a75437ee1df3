import type { Step } from './core/step.ts';
import { acceptApplication } from './intake/accept-application.ts';
import { submitApplication } from './intake/submit-application.ts';

/** Every step, in the order of the procedure: hosts, contract and catalogue read this and nothing else. */
export const steps: readonly Step[] = [submitApplication, acceptApplication];
