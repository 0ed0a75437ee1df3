/** How a refusal is worded; callers switch on its code. */
export interface Refusal {
  readonly status: number;
  readonly zh: string;
  readonly en: string;
  /** What to do about it, Chinese then English. */
  readonly todo: string;
  readonly recorded?: true;
  /** Prohibition, separation rule or transition of the rulebook it enforces. */
  readonly rule?: string;
}

/** A plain refusal. */
export const refusal = (status: number, zh: string, en: string, todo: string): Refusal => ({ status, zh, en, todo });
/** A refusal of a rule, kept as a `refused-attempt` (design decision 11). */
export const forbidden = (rule: string, zh: string, en: string, todo: string, status = 403): Refusal => ({
  status,
  zh,
  en,
  todo,
  rule,
  recorded: true,
});
