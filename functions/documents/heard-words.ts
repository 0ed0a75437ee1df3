import { dateText } from './wording.ts';

/** How the household was heard before a decision against it, and what came of it (LAW §48); nothing where it was not. */
export const heardText = (
  heard: { readonly on: string; readonly waived: boolean; readonly taken: string } | undefined,
): readonly string[] => {
  if (!heard) return [];
  const how = heard.waived ? '您书面放弃陈述意见' : '本机关听取了您的意见';
  return [`听取意见情况：${dateText(heard.on)}，${how}。${heard.taken}`];
};
