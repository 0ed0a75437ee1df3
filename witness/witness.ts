import { openCheckpoint, type TrustedKey } from '../verify/note.ts';
import { isConsistent } from '../verify/tree.ts';
import type { Cosigner } from './cosigner.ts';
import type { SeenHead, SeenHeads } from './seen-heads.ts';

export interface Answer {
  readonly status: 200 | 400 | 403 | 404 | 409 | 422;
  readonly type: 'text/plain; charset=utf-8' | 'text/x.tlog.size';
  readonly body: string;
}

export interface WitnessOptions {
  readonly cosigner: Cosigner;
  /** Keys of the logs it watches; the name of a key is the origin of its log. */
  readonly logs: readonly TrustedKey[];
  readonly seen: SeenHeads;
  /** Seconds since 1970. */
  readonly now: () => number;
}

export interface Witness {
  /** `POST /add-checkpoint` of C2SP tlog-witness: an old size, a consistency proof and a checkpoint in, a cosignature out. */
  addCheckpoint(body: string): Promise<Answer>;
  /** The newest checkpoint it signed for a log, with its cosignature, if there is one. */
  newest(origin: string): Promise<string | undefined>;
}

const answer = (status: Answer['status'], body: string): Answer => ({
  status,
  type: 'text/plain; charset=utf-8',
  body,
});

interface Asked {
  readonly old: number;
  readonly proof: readonly Buffer[];
  readonly note: string;
}

const MAX_PROOF = 63;

/** Takes a request apart; undefined when it has another form. */
function askedIn(body: string): Asked | undefined {
  const split = body.indexOf('\n\n');
  const [first = '', ...lines] = body.slice(0, split).split('\n');
  const [, old = ''] = /^old (0|[1-9]\d{0,15})$/.exec(first) ?? [];
  const proof = lines.map((line) => Buffer.from(line, 'base64'));
  const wellFormed = proof.every((hash, i) => hash.length === 32 && hash.toString('base64') === lines[i]);
  if (split < 0 || old === '' || !wellFormed || proof.length > MAX_PROOF) return undefined;
  return { old: Number(old), proof, note: body.slice(split + 2) };
}

const textOf = (note: string): string => note.slice(0, note.lastIndexOf('\n\n') + 1);
const originIn = (note: string): string => note.slice(0, note.indexOf('\n'));
const bytes = (root: string): Buffer => Buffer.from(root, 'base64');

/** What speaks against signing; undefined when nothing does. The order is that of the specification. */
async function refusal(options: WitnessOptions, asked: Asked, last: SeenHead | undefined): Promise<Answer | SeenHead> {
  const { old, proof, note } = asked;
  const origin = originIn(note);
  const keys = options.logs.filter(({ name }) => name === origin);
  if (keys.length === 0) return answer(404, 'unknown log\n');
  const { head, findings } = openCheckpoint(note, 'checkpoint', { keys, witnesses: [] });
  if (!head || findings.length > 0) return answer(403, 'not signed by the log\n');
  if (old > head.size) return answer(400, 'the old size is beyond the checkpoint\n');
  const known = last ?? { size: 0, root: '' };
  if (old !== known.size) return { ...answer(409, `${known.size}\n`), type: 'text/x.tlog.size' };
  if (!isConsistent({ size: known.size, root: bytes(known.root) }, { size: head.size, root: bytes(head.root) }, proof))
    return answer(422, 'not consistent with what was seen before\n');
  return { origin: head.origin, size: head.size, root: head.root, note: '' };
}

/**
 * A witness (见证人): signs that a log only grew since it last looked, and remembers that on disk before it says so. It signs no smaller
 * tree, and no two of a size that differ. One request at a time, so that two cannot meet between the check and the note.
 */
export function witness(options: WitnessOptions): Witness {
  const { cosigner, seen, now } = options;
  let tail: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = tail.then(work, work);
    tail = next.catch(() => undefined);
    return next;
  };
  const add = async (body: string): Promise<Answer> => {
    const asked = askedIn(body);
    if (!asked) return answer(400, 'not a request\n');
    const found = await refusal(options, asked, await seen.last(originIn(asked.note)));
    if ('status' in found) return found;
    const line = cosigner.cosign(textOf(asked.note), now());
    await seen.keep({ ...found, note: asked.note + line });
    return answer(200, line);
  };
  return {
    addCheckpoint: (body) => inTurn(() => add(body)),
    newest: async (origin) => (await seen.last(origin))?.note,
  };
}
