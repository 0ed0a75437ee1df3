import type { CareGrade, SelfCare } from '../../schemas/self-care.ts';

const indicators = ['eating', 'dressing', 'bed', 'toilet', 'walking', 'bathing'] as const;

/** How many of the six indicators are not achieved, 0 to 6 (T43 §21). */
export const failedIndicators = (selfCare: SelfCare): number => indicators.filter((name) => !selfCare[name]).length;

/** The grade by indicators not achieved: none able, 1 to 3 partly lost, 4 to 6 wholly lost (T43 §22). */
export const careGrade = (failed: number): CareGrade =>
  failed === 0 ? 'able' : failed <= 3 ? 'partly-lost' : 'wholly-lost';
