/** What was found, and where: `tampered` is a contradiction, `incomplete` is something that was not there to be checked. */
export interface Finding {
  readonly kind: 'tampered' | 'incomplete';
  /** File, index in the log, or event. */
  readonly place: string;
  readonly zh: string;
  readonly en: string;
}

/** What a check came to; `checked` counts what it looked at. */
export interface Verdict {
  readonly findings: readonly Finding[];
  readonly checked: Readonly<Record<string, number>>;
}

export const tampered = (place: string, zh: string, en: string): Finding => ({ kind: 'tampered', place, zh, en });
export const incomplete = (place: string, zh: string, en: string): Finding => ({ kind: 'incomplete', place, zh, en });

/** 0 intact, 1 tampered, 2 incomplete: a contradiction outweighs what is missing. */
export function exitCodeOf({ findings }: Pick<Verdict, 'findings'>): 0 | 1 | 2 {
  if (findings.some(({ kind }) => kind === 'tampered')) return 1;
  return findings.length > 0 ? 2 : 0;
}

/** Several checks as one. */
export const together = (verdicts: readonly Verdict[]): Verdict => ({
  findings: verdicts.flatMap(({ findings }) => findings),
  checked: Object.assign({}, ...verdicts.map(({ checked }) => checked)) as Verdict['checked'],
});

const words = {
  0: ['完好 Intact', '核对无误：所查内容与签名的存证一致。 Everything that was checked agrees with what was signed.'],
  1: ['已被篡改 Tampered', '以下内容与签名的存证不符。 What follows contradicts what was signed.'],
  2: [
    '不完整 Incomplete',
    '未发现篡改，但以下内容缺失，无法核对。 No contradiction, but this was not there to be checked.',
  ],
} as const;

/** Findings a report lists one by one; the rest are counted. */
const LISTED = 50;

/** The verdict for people, Chinese first. */
export function reportOf(verdict: Verdict): string {
  const [title, meaning] = words[exitCodeOf(verdict)];
  const counts = Object.entries(verdict.checked).map(([what, count]) => `  ${what}: ${count}`);
  const lines = verdict.findings
    .slice(0, LISTED)
    .map(({ kind, place, zh, en }) => `  [${kind}] ${place}\n    ${zh}\n    ${en}`);
  const more = verdict.findings.length - LISTED;
  return [title, meaning, ...counts, ...lines, ...(more > 0 ? [`  … +${more}`] : []), ''].join('\n');
}
