import type * as z from 'zod';
import type { Actor } from '../../schemas/actor.ts';
import type { CaseHead } from '../../schemas/case.ts';
import { powerOf } from '../law/powers.ts';
import type { Citation } from '../law/sources.ts';
import { countyOf, townshipOf } from '../law/tenants.ts';
import type { CaseLock } from './case-locks.ts';
import type { ContactAsked } from './contacts.ts';
import { helperIndex } from './county-fold.ts';
import type { Effect, EffectKind } from './effect.ts';
import type { EventBody } from './event.ts';
import type { Facts } from './facts.ts';
import type { ProblemCode } from './problem-catalogue.ts';
import type { SubjectRef } from './subject.ts';

/** What must be loaded before `decide`: keys only, so that everything comes in one read. */
export interface FactRequest {
  /** A case: its head and all its parts. */
  readonly case?: string | undefined;
  /** A county's set-up: divisions, parameters, calendars, alert directory. */
  readonly county?: string | undefined;
  /** A township's delegations for every program, and its number counters. */
  readonly township?: string | undefined;
  /** Also the county's own number counter: the act may issue a paper of the county. */
  readonly countyPapers?: boolean | undefined;
  /** Further townships whose delegations are needed. */
  readonly townships?: readonly string[] | undefined;
  /** Organisations whose staff's relatives are needed. */
  readonly kin?: readonly string[] | undefined;
  /** Also the relatives of every organisation the staff asked for are registered under: known only after a first read. */
  readonly kinOfStaff?: boolean | undefined;
  /** Staff records by person id. */
  readonly staff?: readonly string[] | undefined;
  /** Identity numbers: answered by token and open case. */
  readonly people?: readonly string[] | undefined;
  /** Also which of the case's members this lock holds in another case: known only after a first read. */
  readonly membersHeldBy?: CaseLock | undefined;
  readonly attachments?: readonly string[] | undefined;
  /** Also what each person of the case is held by: other cases, posts. Known only after a first read. */
  readonly holdsOfCase?: true | undefined;
  /** Body of one paper of the case. */
  readonly paper?: string | undefined;
  /** The paper behind a code that stands on it: answered as case, county and paper; with a hash, whether it is of a print. */
  readonly coded?: { readonly code: string; readonly sha256?: string | undefined } | undefined;
  /** A name for which the host makes an address that nobody can guess: the same name always gives the same one. */
  readonly address?: string | undefined;
  /** A notice by its public address. */
  readonly notice?: string | undefined;
  /** Further subjects without parts: alerts, dockets and the like. */
  readonly subjects?: readonly SubjectRef[] | undefined;
  /** Account numbers: answered by token and by the payee that registered each first. */
  readonly accounts?: readonly string[] | undefined;
  /** Telephones, addresses and accounts: answered by token alone. */
  readonly contacts?: readonly ContactAsked[] | undefined;
  /** A roster with those of its lines that are named by case. */
  readonly roster?: { readonly id: string; readonly lines: readonly string[] } | undefined;
  /** The next page of benefits for a roster that is being built. */
  readonly payPage?: string | undefined;
  /** An import of history that was announced. */
  readonly importPlan?: string | undefined;
  /** A run over the lake, with what has come of it so far. */
  readonly run?: RunAsked | undefined;
  /** A case or draw: where it stands in the log of its county, and under which checkpoints. */
  readonly logged?: SubjectRef | undefined;
  /** An address to be called back: whether this host may call it. */
  readonly callback?: string | undefined;
  /** A list: an index partition, or the events of a subject. Reads only. */
  readonly list?: ListRequest | undefined;
}

/** A run by its number, and which of its rows: all by default. */
export interface RunAsked {
  readonly runId: string;
  readonly from?: number;
  readonly limit?: number;
}

export type ListRequest =
  | {
      readonly index: 'w' | 'd' | 'k';
      readonly pk: string;
      readonly from?: string | undefined;
      readonly upTo?: string | undefined;
      /** Keys of today and later: they begin with a civil date. */
      readonly fromToday?: true;
      readonly prefix?: string | undefined;
      readonly limit?: number | undefined;
      readonly cursor?: string | undefined;
    }
  | {
      readonly partition: string;
      readonly from?: string | undefined;
      readonly prefix?: string | undefined;
      readonly limit?: number | undefined;
      readonly cursor?: string | undefined;
    };

/** Personal data to be sealed under the person's own key, in an item of its own (design decision 10). */
export interface PersonalRecord {
  readonly token: string;
  readonly data: {
    readonly name: string;
    readonly idNumber?: string | undefined;
    readonly phone?: string | undefined;
    readonly account?: string | undefined;
    readonly address?: string | undefined;
  };
  /** Sealed already for another open case: what is not said anew stays as it is. */
  readonly known?: true | undefined;
}

/** What an act comes to: at most one event a subject, and the answer. */
export interface Outcome<Reply> {
  readonly event?: EventBody;
  /** Subject of the event; the loaded case when absent. */
  readonly subject?: SubjectRef;
  /** What the act does to further subjects, each loaded among the facts, in the same transaction. */
  readonly also?: readonly { readonly subject: SubjectRef; readonly event: EventBody }[];
  readonly personal?: readonly PersonalRecord[];
  /** Persons whose wrapped key goes for good, in the same transaction (rulebook 9.4). */
  readonly erase?: readonly string[];
  /** Done by the shell once the event is committed, or where there is none. */
  readonly effect?: Effect;
  readonly reply: Reply;
}

export interface Call<Input> {
  readonly input: Input;
  readonly params: Readonly<Record<string, string>>;
  readonly actor: Actor;
}

export interface Step<Input = unknown, Reply = unknown> {
  /** `context.verb-noun`; also the path of the file, the Lambda and the operationId. The part after the dot is the act in law/powers. */
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  /** Method and path; `DOCKET` steps are called by the clock and have no address. */
  readonly route: string;
  readonly provision: readonly Citation[];
  readonly input: z.ZodType<Input>;
  readonly output: z.ZodType<Reply>;
  /** 201 for what creates, 202 for what goes on; 200 otherwise. */
  readonly status?: number;
  /** The caller must have read the case (design section 6). */
  readonly ifMatch?: boolean;
  /** Personal data are read: a purpose is required and the reading is an event of the access log. */
  reveals?(facts: Facts, input: Input): readonly string[];
  /** How many persons a reading is about, where their data are not opened. */
  about?(input: Input): number;
  /** Persons whose names an act already recorded has made public: opened without purpose, and the reading is no event. */
  shows?(facts: Facts): readonly string[];
  /** The answer as a page for people who open the address in a browser; a refusal has one too. */
  page?(reply: Reply): string;
  /** A prohibition that shows in the raw body, before its shape is checked (order of refusals, rulebook 1.3). */
  readonly prohibited?: (
    body: unknown,
  ) => { readonly code: ProblemCode; readonly detail?: Readonly<Record<string, unknown>> } | undefined;
  /** The refusal where there is no such case, when it is more than a wrong number (P08). */
  readonly withoutCase?: ProblemCode;
  /** A prohibition that answers before the place in the procedure does (P02, P08): throws `Problem`. */
  early?(head: CaseHead, input: Input): void;
  /** Kinds of effects `decide` may ask for: a Lambda carries what performs them, and nothing else. */
  readonly effects?: readonly EffectKind[];
  facts(call: Call<Input>): FactRequest;
  /** Pure: from facts and input to an event and a reply, or a thrown `Problem`. `now` is a UTC instant. */
  decide(facts: Facts, input: Input, now: string): Outcome<Reply>;
}

/** Declares a step; keeps the types of its input and reply together. */
export const defineStep = <Input, Reply>(step: Step<Input, Reply>): Step<Input, Reply> => step;

/** Whether anybody may call it without a token: a public page (rulebook 5), an answer that tells nothing of a person. */
export const isOpen = (step: { readonly id: string }): boolean => powerOf(actOf(step)).posts.includes('PB');

/** The act of a step as the powers table names it: the part of the id after the dot. */
export const actOf = (step: { readonly id: string }): string => step.id.slice(step.id.indexOf('.') + 1);

/**
 * Facts that an act on a case needs: the case, its county's set-up, its township's delegations and counters, and the register of relatives
 * behind recusal (SD4). The number says where it lies.
 */
export function caseFacts(call: { readonly params: Readonly<Record<string, string>> }): {
  readonly case: string;
  readonly county: string;
  readonly township: string;
  readonly kin: readonly string[];
} {
  const caseId = call.params['caseId'] ?? '';
  const [county, township] = [countyOf(caseId), townshipOf(caseId)];
  return { case: caseId, county, township, kin: [township, county, helperIndex(county)] };
}
