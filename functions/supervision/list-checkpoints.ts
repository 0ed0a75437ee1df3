import { CheckpointList, CheckpointQuery, type CheckpointView } from '../../schemas/ledger.ts';
import { ledgerOf } from '../core/list-keys.ts';
import { nextOf, recordsOf } from '../core/listing.ts';
import { defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';

interface StoredSeal extends Pick<CheckpointView, 'size' | 'root' | 'at' | 'note'> {
  readonly cosignatures: readonly string[];
}

/**
 * The signed heads of a county's log, the newest first, to anybody: whoever kept an older one can prove that nothing was changed since,
 * and the line for the public board makes everybody who photographs it a witness. There is nothing of a person in them.
 */
export const listCheckpoints = defineStep({
  id: 'supervision.list-checkpoints',
  zh: '存证检查点清单',
  en: 'List the checkpoints of the ledger',
  route: 'GET /v1/checkpoints',
  provision: [cite('SEED', '二(三)3'), cite('SEED', '二(三)5')],
  input: CheckpointQuery,
  output: CheckpointList,
  facts: ({ input: { county, limit, cursor } }) => ({
    list: { partition: ledgerOf(county), prefix: 'SEAL#', limit, cursor },
  }),
  decide: (facts, { county }) => ({
    reply: {
      checkpoints: recordsOf<StoredSeal>(facts).map((seal) => viewOf(seal, county)),
      ...nextOf(facts),
    },
  }),
});

function viewOf({ size, root, at, note, cosignatures }: StoredSeal, county: string): CheckpointView {
  const on = civilDateOf(at);
  return {
    size,
    root,
    at,
    on,
    note: note + cosignatures.join(''),
    board: `${county} 社会救助存证：截至${on}，共${size}项，根 ${root}`,
  };
}
