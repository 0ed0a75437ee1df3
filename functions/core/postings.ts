import type { CaseHead } from '../../schemas/case.ts';
import type { Posting } from '../../schemas/case-evidence.ts';
import type { CivilDate } from '../../schemas/dates.ts';
import type { ParameterRecord } from '../../schemas/parameter.ts';
import type { Program } from '../../schemas/program.ts';
import type { PostingProof } from '../../schemas/review-proofs.ts';
import { parameterOn } from '../law/parameters.ts';
import { storedFile } from './attachments.ts';
import { boardPosted, boardsOfCase } from './boards.ts';
import { type Facts, theCase } from './facts.ts';
import { must } from './problem.ts';
import type { Setting } from './setting.ts';
import { caseFacts, type FactRequest } from './step.ts';

/**
 * Channels without which a notice is not posted on a civil date: where the family lives (D57 §19, §24), and those the county adds
 * (`publicity.mandatoryChannels`). Others may be used too, never instead.
 */
export function mandatoryChannels(
  parameters: readonly ParameterRecord[],
  at: { readonly program: Program; readonly on: CivilDate },
): readonly string[] {
  const value = parameterOn(parameters, 'publicity.mandatoryChannels', at)?.value;
  return [...new Set(['village-board', ...(Array.isArray(value) ? value : [])])];
}

/** Mandatory channels of the county whatever the program. */
export const mandatoryInCounty = (facts: Facts, on: CivilDate): readonly string[] =>
  mandatoryChannels(facts.county?.parts.parameters ?? [], { program: 'DB_URBAN', on });

/** Mandatory channels without a proof. */
export const missingChannels = (channels: readonly string[], mandatory: readonly string[]): readonly string[] =>
  mandatory.filter((channel) => !channels.includes(channel));

/** The first day on which a channel can be posted: the act it follows, or the day its notice was found broken. */
const firstDay = (posted: readonly Posting[], channel: string, notBefore: CivilDate): CivilDate =>
  posted
    .flatMap((one) => (one.channel === channel && one.broken ? [one.broken.foundOn] : []))
    .reduce((latest, on) => (on > latest ? on : latest), notBefore);

/** Proofs of posting as they are kept: each with the hash of its verified file, none before the act it follows nor in the future. */
export function storedPostings(
  facts: Facts,
  proofs: readonly PostingProof[],
  between: { readonly notBefore: CivilDate; readonly today: CivilDate; readonly posted?: readonly Posting[] },
): Posting[] {
  const { countyCode } = theCase(facts).head;
  const { today, posted = [] } = between;
  return proofs.map((given) => {
    const { channel, postedOn, attachmentId, url } = given;
    const notBefore = firstDay(posted, channel, between.notBefore);
    must(notBefore <= postedOn && postedOn <= today, 'date-out-of-order', { postedOn, notBefore, today });
    const proof = storedFile(facts, attachmentId, countyCode).sha256;
    const boardId = boardPosted(facts, given);
    return { channel, postedOn, proof, ...(url ? { url } : {}), ...(boardId ? { boardId } : {}) };
  });
}

/**
 * The day the last mandatory channel was posted: publicity runs from it. A channel posted again starts again, one whose notice was
 * removed early does not count until it is (rulebook 5).
 */
export function lastMandatoryPosting(
  postings: readonly Posting[],
  mandatory: readonly string[],
): CivilDate | undefined {
  const days = mandatory.map((wanted) =>
    postings
      .filter(({ channel, broken }) => channel === wanted && broken === undefined)
      .map(({ postedOn }) => postedOn)
      .toSorted()
      .at(-1),
  );
  return days.includes(undefined) ? undefined : days.toSorted().at(-1);
}

/** What an act that posts is decided on: the case, the files of its proofs, the boards that serve the village. */
export const postingFacts = (call: {
  readonly params: Readonly<Record<string, string>>;
  readonly input: { readonly postings: readonly PostingProof[] };
}): FactRequest => ({
  ...caseFacts(call),
  attachments: call.input.postings.map(({ attachmentId }) => attachmentId),
  subjects: boardsOfCase(call),
});

/** Proofs of a result made public: every mandatory channel must be among them; it is public from the day of the last one (D57 §24). */
export function publishedEverywhere(
  facts: Facts,
  proofs: readonly PostingProof[],
  at: { readonly setting: Setting; readonly notBefore: CivilDate; readonly today: CivilDate },
): { on: CivilDate; postings: Posting[] } {
  const { setting, notBefore, today } = at;
  const postings = storedPostings(facts, proofs, { notBefore, today });
  const mandatory = mandatoryChannels(setting.parameters, { program: theCase(facts).head.program, on: today });
  const posted = postings.map(({ channel }) => channel);
  const missing = missingChannels(posted, mandatory);
  must(missing.length === 0, 'publicity-channel-missing', { missing });
  return { on: lastMandatoryPosting(postings, mandatory) ?? today, postings };
}

/** Where a notice of the case hangs: the village by name, and the township's phone. */
export function placeOfNotice({ divisions }: Setting, { townshipCode, villageCode }: CaseHead) {
  const township = divisions.townships.find(({ code }) => code === townshipCode);
  const village = township?.villages.find(({ code }) => code === villageCode)?.name ?? villageCode;
  return { village, townshipPhone: township?.phone ?? '' };
}
