/** The number of a case's household in the lake: one a case, for who lives together is what the case says. */
export const householdIdOf = (caseId: string): string => `H-${caseId}`;
