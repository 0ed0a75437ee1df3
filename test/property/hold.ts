/** Fails with a sentence unless the condition holds. */
export function hold(condition: unknown, sentence: string): asserts condition {
  if (!condition) throw new Error(sentence);
}
