/**
 * Every kind of subject (design section 2): what events are numbered within, and the prefix of its partition in the table.
 * A further kind is a line here, its fold in `fold.ts` and, where it stands in a worklist, a line in `subject-lists.ts`.
 */
export const subjectPrefixes = {
  case: 'C',
  county: 'S',
  alert: 'A',
  docket: 'D',
  complaint: 'XF',
  refusals: 'R',
  access: 'L',
  recount: 'RC',
  'petty-cash': 'PC',
  correction: 'CO',
  recalculation: 'RC',
  exemption: 'EX',
  payee: 'PY',
  roster: 'RO',
  lead: 'LEAD',
  subscription: 'SUB',
  department: 'DEPT',
  policy: 'POL',
  referral: 'REF',
  boards: 'BD',
  training: 'TR',
  provider: 'PROV',
  'self-check': 'SC',
  appeal: 'AP',
  'regional-days': 'RD',
  erasure: 'ERA',
  seal: 'SEAL',
  import: 'IM',
  draw: 'DR',
} as const;

export type SubjectKind = keyof typeof subjectPrefixes;

/** The kinds in a fixed order: what redrive, gap checks and counts walk. */
export const subjectKinds = Object.keys(subjectPrefixes) as [SubjectKind, ...SubjectKind[]];

/** One subject by kind and number. */
export interface SubjectRef {
  readonly kind: SubjectKind;
  readonly id: string;
}

/** A subject's name among facts and states. */
export const subjectName = ({ kind, id }: SubjectRef): string => `${kind}:${id}`;
