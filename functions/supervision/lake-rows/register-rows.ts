import * as z from 'zod';
import { plainCode } from '../lake-attributes.ts';
import { type SnapshotAt, snapshotColumns, type TableRow } from './table-row.ts';

const Village = z.object({
  code: z.string(),
  registeredHouseholds: z.int().optional(),
  povertyRate: z.number().optional(),
  lat: z.number().optional(),
  lon: z.number().optional(),
});

/** The register of divisions as a county enters it. */
export const DivisionsTold = z.object({
  divisions: z.object({ townships: z.array(z.object({ code: z.string(), villages: z.array(Village) })) }),
});

/** One row a village of the register. */
export const villageRows = ({ divisions }: z.infer<typeof DivisionsTold>, at: SnapshotAt): readonly TableRow[] =>
  divisions.townships.flatMap((township) =>
    township.villages.map(
      (village): TableRow => [
        'villages',
        {
          village_code: village.code,
          township_code: township.code,
          registered_households: village.registeredHouseholds ?? null,
          poverty_rate: village.povertyRate ?? null,
          lat: village.lat ?? null,
          lon: village.lon ?? null,
          ...snapshotColumns(at),
        },
      ],
    ),
  );

/** A near-relative filing on a case; the staff member's own token where the register knew it. */
export const Filed = z.object({
  member: z.string(),
  relation: z.string(),
  on: z.string(),
  staffToken: z.string().optional(),
});

/** The row of a filing: none where nobody knows who the staff member is. */
export const filingRows = (caseId: string, filed: z.infer<typeof Filed>, at: SnapshotAt): readonly TableRow[] =>
  filed.staffToken === undefined
    ? []
    : [
        [
          'kinship',
          {
            person_a: plainCode(filed.staffToken),
            person_b: plainCode(filed.member),
            relation: filed.relation,
            source: 'filing',
            valid_from: filed.on,
            case_id: caseId,
            ...snapshotColumns(at),
          },
        ],
      ];
