import type { Actor } from '../../schemas/actor.ts';
import type { QueryRunView, RunRecord, SmallCells } from '../../schemas/audit-query.ts';
import type { Delegation } from '../../schemas/delegation.ts';
import type { Hold } from '../../schemas/erasure.ts';
import type { ImportPlan } from '../../schemas/history-import.ts';
import type { Paper } from '../../schemas/paper.ts';
import type { Program } from '../../schemas/program.ts';
import type { StaffRecord } from '../../schemas/staff.ts';
import type { CaseState } from './case-fold.ts';
import { type CountyState, delegationKey, type KinIndex } from './county-fold.ts';
import type { AnyState } from './fold.ts';
import { Problem } from './problem.ts';
import type { PayPage } from './roster-page.ts';
import { type SubjectRef, subjectName } from './subject.ts';

/** Numbers given so far by a township, or by the county for its own papers, in a year: cases and papers each count from 1 without gaps. */
export interface Counters {
  readonly cases: number;
  readonly papers: number;
}

/** A registered file and whether its bytes are there. */
export interface Attachment {
  readonly attachmentId: string;
  readonly countyCode: string;
  readonly sha256: string;
  readonly size: number;
  readonly contentType: string;
  readonly purpose: string;
  /** What the object store holds: absent, exactly the registered bytes, or others. */
  readonly stored: 'absent' | 'verified' | 'altered';
}

/** What a list answered: records in order, and where to go on. */
export interface Listed {
  readonly records: readonly { readonly sk: string; readonly version?: number | undefined; readonly record: unknown }[];
  readonly next?: string | undefined;
}

/** A case that holds a person: one at most for each of `caseLocks` (rulebook 3.10, invariant 8). */
export interface OpenCase {
  readonly caseId: string;
  readonly program: Program;
  /** Confirmed and not ended: the person receives. */
  readonly receiving?: true | undefined;
  /** First and last day of the recognition, once there is one. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** A checkpoint of a log: its note with every cosignature, and the seconds at which each witness saw it, the earliest first. */
export interface LoggedCheckpoint {
  readonly size: number;
  readonly note: string;
  readonly cosignedAt: readonly number[];
}

/** Where the first event of a subject stands in the log, absent until it is sealed, and the checkpoints that hold it, the oldest first. */
export interface LoggedSubject {
  readonly index?: number;
  readonly checkpoints: readonly LoggedCheckpoint[];
}

/** A run of a named query: the counties it is about, and how it stands. */
export interface AskedRun {
  readonly counties: readonly string[];
  readonly smallCells?: SmallCells | undefined;
  /** What was asked, why, by whom and when. */
  readonly asked?: Pick<RunRecord, 'by' | 'at' | 'params' | 'purpose' | 'text'> | undefined;
  readonly view: QueryRunView;
}

/** Everything `decide` may know. What was not asked for is absent. */
export interface Facts {
  readonly actor: Actor;
  readonly params: Readonly<Record<string, string>>;
  readonly case?: CaseState | undefined;
  readonly county?: CountyState | undefined;
  readonly counters?: Counters | undefined;
  /** Numbers given by the county's civil affairs itself. */
  readonly countyCounters?: Counters | undefined;
  readonly people: Readonly<
    Record<
      string,
      {
        readonly token: string;
        readonly open: readonly OpenCase[];
        /** The case whose household the person left last, and when. */
        readonly left?: { readonly caseId: string; readonly on: string } | undefined;
      }
    >
  >;
  /** Members of the loaded case whom the lock that was asked for holds in another case, by token. */
  readonly membersOpen?: Readonly<Record<string, OpenCase>> | undefined;
  /** What each person of the loaded case is held by, by token. */
  readonly holds?: Readonly<Record<string, readonly Hold[]>> | undefined;
  readonly attachments: Readonly<Record<string, Attachment>>;
  readonly paper?: Paper | undefined;
  /** Whether a file with the hash asked for is a print of the paper. */
  readonly isPrint?: boolean | undefined;
  /** The unguessable part of an address: forty lower-case hexadecimal characters. */
  readonly address?: string | undefined;
  /** The notice at a public address. */
  readonly notice?: NoticeRecord | undefined;
  /** Further subjects that were asked for, by `subjectName`. */
  readonly subjects: Readonly<Record<string, AnyState>>;
  /** Account numbers that were asked for: the token of each, and which payee registered it first. */
  readonly accounts?:
    | Readonly<
        Record<
          string,
          {
            readonly token: string;
            readonly held?: { readonly owner: string; readonly kind: string; readonly caseId: string } | undefined;
          }
        >
      >
    | undefined;
  /** Tokens of telephones, addresses and accounts that were asked for, by `contactName`. */
  readonly contacts?: Readonly<Record<string, string>> | undefined;
  /** The next page of what a roster is built from. */
  readonly payPage?: PayPage | undefined;
  /** The import that was asked for, as it was announced and as far as it is checked. */
  readonly importPlan?: ImportPlan | undefined;
  readonly run?: AskedRun | undefined;
  /** The subject whose place in the log was asked for. */
  readonly logged?: LoggedSubject | undefined;
  /** Whether the address that was asked about may be called. */
  readonly callback?: 'allowed' | 'refused' | undefined;
  readonly list?: Listed | undefined;
  /** Opened personal data by token, for steps that reveal. */
  readonly names: Readonly<
    Record<
      string,
      {
        readonly name: string;
        readonly idNumber?: string;
        readonly phone?: string;
        readonly account?: string;
        readonly address?: string;
      }
    >
  >;
}

/** The loaded case, or 404. */
export function theCase(facts: Facts): CaseState {
  if (!facts.case) throw new Problem('case-not-found', { caseId: facts.params['caseId'] });
  return facts.case;
}

/** A further subject that was asked for, if it exists. The caller names the state that belongs to the kind. */
export const stateOf = <S extends AnyState>(facts: Facts, ref: SubjectRef): S | undefined =>
  facts.subjects[subjectName(ref)] as S | undefined;

/** A township's delegation for a program, if one was ever granted. */
export const delegationOf = (facts: Facts, program: Program, township: string): Delegation | undefined =>
  facts.county?.parts.delegations[delegationKey(program, township)];

/** Whether a delegation is in force on a civil date. */
export const inForce = (delegation: Delegation | undefined, on: string): delegation is Delegation =>
  delegation !== undefined &&
  delegation.from <= on &&
  (delegation.until === undefined || on <= delegation.until) &&
  (delegation.revokedOn === undefined || on < delegation.revokedOn);

import type { NoticeRecord } from '../../schemas/notice.ts';

/** Relatives of an organisation's staff; empty where none is registered. */
export const kinOf = (facts: Facts, orgCode: string): KinIndex => facts.county?.parts.kin[orgCode] ?? {};

/** A registered member of staff, if there is one. */
export const staffOf = (facts: Facts, personId: string): StaffRecord | undefined => facts.county?.parts.staff[personId];
