import type { Program } from '../../schemas/program.ts';
import { residentId } from '../applications.ts';
import type { Random } from './random.ts';

export interface Person {
  readonly idNumber: string;
  readonly birthOn: string;
  readonly relation: string;
  readonly wageFen: number;
  /** What the form says of this person beside the usual. */
  readonly more?: Record<string, unknown>;
}

/** What a household is like and what will happen to it: honest moves follow it, most of the time. */
export interface Plan {
  readonly missing: boolean;
  readonly lapses: boolean;
  readonly refused: boolean;
  readonly withdraws: boolean;
  readonly rich: boolean;
  readonly hit: boolean;
  readonly objects: boolean;
  readonly disputed: boolean;
  readonly objections: number;
  readonly complaint: boolean;
  readonly uncooperative: boolean;
  readonly extended: boolean;
  readonly slow: boolean;
  /** What changes in the household once it receives aid, in the order of time. */
  readonly changes: readonly PlannedChange[];
}

/** A change so many days after the publication, and the applicant's wage from then on where it is about that. */
export interface PlannedChange {
  readonly days: number;
  readonly kind: 'income' | 'employment' | 'job-loss' | 'death' | 'voluntary-exit';
  readonly wageFen?: number;
}

export interface House {
  readonly township: 't1' | 't2' | 't3';
  readonly townshipCode: string;
  readonly program: Exclude<Program, 'LS_FAST'>;
  readonly rural: boolean;
  /** What the form says beside members, property and materials. */
  readonly application: Record<string, unknown>;
  readonly persons: readonly Person[];
  readonly owner: string;
  readonly byApplicant: boolean;
  readonly externalNo: string;
  readonly electronic: boolean;
  readonly elsewhere: boolean;
  /** Member of staff registered as a sibling of the applicant. */
  readonly kin: string | undefined;
  /** Member of staff the applicant declares to be a sibling. */
  readonly declared: string | undefined;
  readonly plan: Plan;
  /** Cases of the household so far; the last one is walked on. */
  readonly cases: string[];
}

const townships = { t1: '649900101', t2: '649900102', t3: '649900001' } as const;
const births = ['1985-11-20', '1987-06-04', '2015-09-01', '1958-03-12'] as const;
const relations = ['01', '12', '20', '50'] as const;

const planOf = ({ chance, below }: Random): Plan => ({
  missing: chance(0.15),
  lapses: chance(0.3),
  refused: chance(0.04),
  withdraws: chance(0.06),
  rich: chance(0.15),
  hit: chance(0.25),
  objects: chance(0.5),
  disputed: chance(0.2),
  objections: chance(0.3) ? 1 + below(3) : 0,
  complaint: chance(0.15),
  uncooperative: chance(0.08),
  extended: chance(0.25),
  slow: chance(0.1),
  changes: [],
});

/** Up to three changes in the life of a household, weeks or months apart. */
function changesOf({ chance, below, pick }: Random, size: number): PlannedChange[] {
  const changes: PlannedChange[] = [];
  let days = 0;
  while (changes.length < 3 && chance(0.6)) {
    days += 10 + below(200);
    const kind = pick(['income', 'income', 'employment', 'job-loss', 'death', 'voluntary-exit'] as const);
    if (kind === 'death' && size < 3) continue;
    const wageFen = { income: below(60) * 1_000 * size, employment: 400_000 * size, 'job-loss': 0 }[kind as 'income'];
    changes.push({ days, kind, ...(wageFen === undefined ? {} : { wageFen }) });
  }
  return changes;
}

/** A household of the demonstration county, with numbers of its own in the area 649900. */
export function houseOf(seed: number, nth: number, random: Random): House {
  const township = random.pick(['t1', 't2', 't3'] as const);
  const plan = planOf(random);
  const size = 1 + random.below(births.length);
  // Every birthday has 999 numbers; two walks may share persons only when they are far apart, and then never a world.
  const serial = 1 + ((seed * 2 + nth) % 999);
  const relative = random.next();
  const near = `${township}-${random.pick(['vc', 'ts2', 'tr', 'tc'])}`;
  const program = random.pick(['DB_URBAN', 'DB_RURAL'] as const);
  return {
    township,
    townshipCode: townships[township],
    program,
    rural: program === 'DB_RURAL',
    application: {},
    persons: births.slice(0, size).map((birthOn, i) => ({
      birthOn,
      idNumber: residentId(birthOn.replaceAll('-', ''), serial),
      relation: relations[i] ?? '01',
      wageFen: i > 0 ? 0 : plan.rich ? 900_000 : 40_000 * size,
    })),
    owner: `r-${seed}-${nth}`,
    byApplicant: random.chance(0.3),
    externalNo: `WALK-${seed}-${nth}`,
    electronic: random.chance(0.6),
    elsewhere: plan.refused && random.chance(0.5),
    kin: relative < 0.1 ? near : undefined,
    declared: relative >= 0.1 && relative < 0.18 ? near : undefined,
    plan: { ...plan, changes: changesOf(random, size) },
    cases: [],
  };
}
