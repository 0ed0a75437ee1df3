import type { DrawEventBody } from '../schemas/draw.ts';
import type { Frozen } from './draw-frame.ts';
import type { LoggedDraw } from './draw-log.ts';
import type { CosignedHead } from './draw-notes.ts';
import type { Trust } from './note.ts';

/** What an act of a draw says. */
export type Body<T extends DrawEventBody['type']> = Extract<DrawEventBody, { type: T }>['data'];

/** A draw from its freeze on: what was frozen, where that stands in the log, and what followed. */
export interface FrozenDraw {
  readonly frozen: Frozen;
  readonly at: LoggedDraw;
  readonly rest: readonly LoggedDraw[];
}

/** What draws are held against beside the log itself. */
export interface Known {
  readonly trust: Trust;
  /** Checkpoints with cosignatures, from the folder and from elsewhere. */
  readonly cosigned: readonly CosignedHead[];
  /** Sizes with the roots that the log signed, from its own checkpoints. */
  readonly roots: ReadonlyMap<number, string>;
  /** Values of rounds as their sources published them: `source/round` to value. */
  readonly published: ReadonlyMap<string, string>;
}
