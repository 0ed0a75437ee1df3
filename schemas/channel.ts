import * as z from 'zod';

/** Intake channels the notice names (rulebook 3.8). */
export const Channel = z
  .enum(['government-portal', 'one-stop-window', 'minzheng-cloud', 'minzheng-app', 'wechat'])
  .meta({
    id: 'Channel',
    description: '申请渠道：政务服务系统、一门受理窗口、民政云、宁夏民政APP、微信公众平台 Intake channel',
    examples: ['government-portal'],
  });
export type Channel = z.infer<typeof Channel>;
