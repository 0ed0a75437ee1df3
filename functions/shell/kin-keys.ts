import type { StaffRecord } from '../../schemas/staff.ts';
import { kinOrganisations } from '../core/county-fold.ts';
import type { FactRequest } from '../core/step.ts';
import { partitionOf } from './keys.ts';
import type { Item, Key } from './ports.ts';

/** Where the relatives of the staff of an organisation are kept. */
export const kinKeys = (request: FactRequest): Key[] =>
  (request.kin ?? []).map((org) => ({ pk: partitionOf('county', request.county ?? ''), sk: `KIN#${org}` }));

/** Organisations asked for, and those the staff asked for are registered under. */
export function kinOfStaff(request: FactRequest, find: (key: Key) => Item | undefined): readonly string[] {
  const pk = partitionOf('county', request.county ?? '');
  const registered = (request.staff ?? []).flatMap((id) => {
    const record = find({ pk, sk: `STAFF#${id}` })?.record as StaffRecord | undefined;
    return record ? kinOrganisations(record) : [];
  });
  return [...new Set([...(request.kin ?? []), ...registered])];
}
