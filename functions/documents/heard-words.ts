import { dateText } from './wording.ts';

/** What a paper keeps of the views. */
export interface HeardOnPaper {
  readonly on: string;
  readonly waived: boolean;
  readonly nobodyLeft?: boolean | undefined;
  readonly taken: string;
}

/** How the household was heard before a decision against it, and what came of it (LAW §48); nothing where it was not. */
export const heardText = (heard: HeardOnPaper | undefined): readonly string[] => {
  if (!heard) return [];
  if (heard.nobodyLeft) return [`听取意见情况：${heard.taken}。`];
  const how = heard.waived ? '您书面放弃陈述意见' : '本机关听取了您的意见';
  return [`听取意见情况：${dateText(heard.on)}，${how}。${heard.taken}`];
};
