import { conduct } from './conduct.ts';
import { type Duty, noticeClauses } from './duty.ts';
import { organisation } from './organisation.ts';
import { authority } from './powers.ts';
import { procedure } from './procedure.ts';

/** Every duty of the notice, in the order of its clauses. */
export const duties: readonly Duty[] = [...organisation, ...authority, ...procedure, ...conduct].sort(
  (a, b) => noticeClauses.indexOf(a.clause) - noticeClauses.indexOf(b.clause),
);
