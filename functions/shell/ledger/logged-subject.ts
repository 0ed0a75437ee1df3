import type { LoggedCheckpoint, LoggedSubject } from '../../core/facts.ts';
import type { SubjectRef } from '../../core/subject.ts';
import { countyOf } from '../../law/tenants.ts';
import { parseNote } from '../../supervision/ledger/signed-note.ts';
import { ledgerOf } from '../keys.ts';
import type { CaseStore } from '../ports.ts';
import { StoredSeal } from './cosignatures.ts';
import { pages, sealedIndices } from './marks.ts';

const TIME_BYTES = 8;

/** A checkpoint with the seconds at which each witness says it saw it, once each, the earliest first (C2SP tlog-cosignature). */
function checkpointOf({ size, note, cosignatures }: StoredSeal): LoggedCheckpoint {
  const cosigned = note + cosignatures.join('');
  const own = parseNote(note)?.signatures.length ?? 0;
  const times = new Map(
    (parseNote(cosigned)?.signatures ?? [])
      .slice(own)
      .filter(({ signature }) => signature.length > TIME_BYTES)
      .map(({ name, signature }) => [name, Number(Buffer.from(signature).readBigUInt64BE(0))]),
  );
  return { size, note: cosigned, cosignedAt: [...times.values()].sort((a, b) => a - b) };
}

/** Where the first event of a subject stands in the log of its county, and every checkpoint that holds it, the oldest first. */
export async function loggedSubject(store: CaseStore, ref: SubjectRef): Promise<LoggedSubject> {
  const countyCode = countyOf(ref.id);
  const [index] = await sealedIndices(store, countyCode, ref);
  if (index === undefined) return { checkpoints: [] };
  const checkpoints: LoggedCheckpoint[] = [];
  const pk = ledgerOf(countyCode);
  for await (const { record } of pages((cursor) => store.partition(pk, { prefix: 'SEAL#', limit: 100, ...cursor }))) {
    const seal = StoredSeal.parse(record);
    if (seal.size <= index) break;
    checkpoints.push(checkpointOf(seal));
  }
  return { index, checkpoints: checkpoints.reverse() };
}
