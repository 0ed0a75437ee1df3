import { rawObject } from '../../../schemas/lake-zones.ts';
import type { SubjectKind } from '../../core/subject.ts';
import { entriesPath, type TileRef, tilePath } from '../../supervision/ledger/tiles.ts';
import { ledgerOf } from '../keys.ts';
import type { Key } from '../ports.ts';

/** Folder of the logs; each county's lies in a folder of its own, which is a log as C2SP tlog-tiles has it. */
export const ledgerFolder = 'ledger/';
const folderOf = (countyCode: string): string => `${ledgerFolder}${countyCode}/`;

/** Sizes sort as text: twelve digits. */
export const sizeText = (size: number): string => String(size).padStart(12, '0');
/** Newest first. */
const reversed = (size: number): string => sizeText(999_999_999_999 - size);

export const tileObject = (countyCode: string, ref: TileRef): string => `${folderOf(countyCode)}${tilePath(ref)}`;
/** Where all tiles and bundles of a log lie. */
export const tilesFolder = (countyCode: string): string => `${folderOf(countyCode)}tile/`;
export const entriesObject = (countyCode: string, ref: Pick<TileRef, 'index' | 'width'>): string =>
  `${folderOf(countyCode)}${entriesPath(ref)}`;
export const manifestsFolder = (countyCode: string): string => `${folderOf(countyCode)}manifests/`;
export const manifestObject = (countyCode: string, from: number): string =>
  `${manifestsFolder(countyCode)}${sizeText(from)}.json`;
/** The log's own signature; cosignatures come later and stand in the table, in proof packs and beside it. */
export const checkpointObject = (countyCode: string, size: number): string =>
  `${folderOf(countyCode)}checkpoints/${sizeText(size)}`;
/** A checkpoint with the cosignatures it got, for mirrors: a seed of a draw rests on the first of a day. */
export const cosignedObject = (countyCode: string, size: number): string =>
  `${folderOf(countyCode)}cosigned/${sizeText(size)}`;
/** The rows of the `ledger` table of one batch, under the civil day it was sealed. */
export const ledgerRowsObject = (
  countyCode: string,
  batch: { readonly from: number; readonly size: number; readonly day: string },
): string => rawObject('ledger', batch.day, `${countyCode}-${sizeText(batch.from)}-${sizeText(batch.size)}`);

export const ledgerHeadKey = (countyCode: string): Key => ({ pk: ledgerOf(countyCode), sk: 'HEAD' });
/** A sealed state, in the list that `GET /v1/checkpoints` answers. */
export const sealKey = (countyCode: string, size: number): Key => ({
  pk: ledgerOf(countyCode),
  sk: `SEAL#${reversed(size)}`,
});
/** How far a subject is sealed: the item's version is the number of its last event in the log. */
export const markKey = (countyCode: string, kind: SubjectKind | string, id: string): Key => ({
  pk: ledgerOf(countyCode),
  sk: `MARK#${kind}:${id}`,
});
