import type { Posting } from '../../schemas/case-evidence.ts';
import type { CivilDate } from '../../schemas/dates.ts';
import type { PostingProof } from '../../schemas/review-proofs.ts';
import { storedFile } from './attachments.ts';
import { type Facts, theCase } from './facts.ts';
import { must } from './problem.ts';

/** Channels without which a notice is not posted: where the family lives (D57 §19, §24). Others may be added, never instead. */
export const mandatoryChannels: readonly Posting['channel'][] = ['village-board'];

/** Mandatory channels without a proof. */
export const missingChannels = (channels: readonly string[]): readonly string[] =>
  mandatoryChannels.filter((channel) => !channels.includes(channel));

/** Proofs of posting as they are kept: each with the hash of its verified file, none before the act it follows nor in the future. */
export function storedPostings(
  facts: Facts,
  proofs: readonly PostingProof[],
  between: { readonly notBefore: CivilDate; readonly today: CivilDate },
): Posting[] {
  const { countyCode } = theCase(facts).head;
  return proofs.map(({ channel, postedOn, attachmentId, url }) => {
    must(between.notBefore <= postedOn && postedOn <= between.today, 'date-out-of-order', { postedOn, ...between });
    const proof = storedFile(facts, attachmentId, countyCode).sha256;
    return { channel, postedOn, proof, ...(url ? { url } : {}) };
  });
}

/** The day the last mandatory channel was posted: publicity runs from it. A channel posted again starts again (rulebook 5). */
export function lastMandatoryPosting(postings: readonly Posting[]): CivilDate | undefined {
  const days = mandatoryChannels.map((wanted) =>
    postings
      .filter(({ channel }) => channel === wanted)
      .map(({ postedOn }) => postedOn)
      .toSorted()
      .at(-1),
  );
  return days.includes(undefined) ? undefined : days.toSorted().at(-1);
}
