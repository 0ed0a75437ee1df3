/** Work that is done one piece at a time, in the order in which it was asked for. */
export interface Turns {
  /** Does the work when everything before it has ended, well or not; throws what the work throws. */
  take<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves when all that was asked for has ended. */
  ended(): Promise<void>;
}

/** A queue of its own; nothing is done before it is taken. */
export function turns(): Turns {
  let tail: Promise<unknown> = Promise.resolve();
  return {
    take(work) {
      const next = tail.then(work, work);
      tail = next.catch(() => undefined);
      return next;
    },
    async ended() {
      await tail;
    },
  };
}
