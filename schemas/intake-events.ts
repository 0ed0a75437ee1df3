import * as z from 'zod';
import { AmendedFact, AmendmentKind } from './amendment.ts';
import { Companion, Consent, Material, UndoneAct } from './case-evidence.ts';
import { Channel } from './channel.ts';
import { Contacts } from './contact.ts';
import { CivilDate, Instant } from './dates.ts';
import { event, statement } from './event-shape.ts';
import { Household } from './household.ts';
import { CountyCode, PersonId, PersonToken, Sha256, TownshipCode, VillageCode } from './ids.ts';
import { Mandate } from './mandate.ts';
import { FenAmount } from './money.ts';
import { Program } from './program.ts';
import { FiledRelation, NearRelation } from './staff.ts';

/** Events of a case up to its acceptance, and those that end an application (rulebook 3.2, T1–T4). */
export const intakeEvents = [
  event('application-submitted', {
    countyCode: CountyCode,
    townshipCode: TownshipCode,
    villageCode: VillageCode,
    program: Program,
    mode: z.enum(['delegated', 'standard']),
    delegationId: z.string().optional(),
    channel: Channel,
    externalNo: z.string().optional(),
    submittedAt: Instant,
    applicant: PersonToken,
    agent: PersonToken.optional(),
    mandate: Sha256.optional(),
    /** For what and how long the agent may act. */
    authority: Mandate.optional(),
    household: Household,
    /** Telephones and address as tokens: what cases and staff may have in common. */
    contacts: Contacts.optional(),
    /** Part of a household that another case lists: who left it, and when. */
    split: z.strictObject({ from: z.string(), on: CivilDate }).optional(),
    materials: z.array(Material),
    /** The case whose unchanged materials were taken over (T20). */
    earlierCaseId: z.string().optional(),
    /** Consents that hold for the program offered by a denial, and whether they are all that is needed (L39 五(一)). */
    consents: z.array(Consent).optional(),
    consentsComplete: z.literal(true).optional(),
    electronicService: z.boolean(),
    /** Annual income as declared, counted by the rules of the day: what verification is later compared with. */
    declaredIncomeFen: FenAmount.optional(),
    /** 单人户: the applicant alone is to be taken in (D57 §8). */
    alone: z.literal(true).optional(),
    signedOn: CivilDate.optional(),
    declaredRelatives: z
      .array(z.strictObject({ staff: PersonId, member: PersonToken, relation: NearRelation }))
      .optional(),
  }),
  event('materials-requested', {
    items: z.array(z.string()),
    note: statement.optional(),
    /** Materials on file when it was asked: those after them answer the request. */
    onFile: z.int().min(0),
    /** Why an item could not be known before: the material it follows from. */
    arising: z.array(z.strictObject({ item: z.string(), from: z.string(), reason: statement })).optional(),
  }),
  event('materials-supplied', {
    materials: z.array(Material),
    complete: z.boolean(),
    on: CivilDate,
    helpedBy: Companion.optional(),
  }),
  event('application-accepted', {
    on: CivilDate,
    mode: z.enum(['delegated', 'standard']),
    delegationId: z.string().optional(),
    dueOn: CivilDate.optional(),
    /** The day aimed at where no term of the whole procedure runs (特困; rulebook 3.3). */
    targetOn: CivilDate.optional(),
    postBy: CivilDate.optional(),
    provisional: z.boolean(),
    relativesFound: z.array(PersonId),
  }),
  event('application-refused', {
    ground: z.string(),
    fact: statement,
    on: CivilDate,
    evidence: Sha256.optional(),
    transferTo: z.string().optional(),
    openCaseNo: z.string().optional(),
  }),
  event('application-withdrawn', { on: CivilDate, reason: statement.optional(), statement: Sha256.optional() }),
  event('application-lapsed', { on: CivilDate }),
  event('relative-filed', {
    staff: PersonId,
    /** Who the staff member is, for relations are between persons. */
    staffToken: PersonToken.optional(),
    member: PersonToken,
    relation: FiledRelation,
    on: CivilDate,
    declaredBy: z.enum(['applicant', 'staff', 'check']),
    undone: z.array(UndoneAct),
  }),
  event('consents-recorded', {
    consents: z.array(Consent),
    complete: z.boolean(),
    /** What obligors outside the household of a 特困 person said, by their place in the list (T43 §10). */
    obligors: z
      .array(
        z.strictObject({
          obligor: z.int(),
          sha256: Sha256,
          signedOn: CivilDate,
          refused: z.literal(true).optional(),
        }),
      )
      .optional(),
    household: Household.optional(),
  }),
  event('facts-amended', {
    on: CivilDate,
    amendment: AmendmentKind,
    facts: z.array(AmendedFact),
    /** Listed from now on: who joined since the application. */
    joined: z.array(PersonToken),
    contacts: Contacts.optional(),
    reasons: z.array(statement),
    evidence: z.array(Sha256),
    /** The household as it stood before, kept beside the amended one. */
    before: Household,
    household: Household,
    consentsComplete: z.boolean(),
    /** What must be done again because it rested on the former facts. */
    again: z.array(z.enum(['verification', 'opinion', 'publicity'])),
  }),
] as const;
