import type { Posting } from '../../schemas/case-evidence.ts';
import type { CivilDate } from '../../schemas/dates.ts';
import type { ParameterRecord } from '../../schemas/parameter.ts';
import type { Program } from '../../schemas/program.ts';
import type { PostingProof } from '../../schemas/review-proofs.ts';
import { parameterOn } from '../law/parameters.ts';
import { storedFile } from './attachments.ts';
import { boardPosted } from './boards.ts';
import { type Facts, theCase } from './facts.ts';
import { must } from './problem.ts';

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
