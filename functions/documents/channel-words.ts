import type { Posting } from '../../schemas/case-evidence.ts';

/** Where notices are posted, as papers say it (SEED 二(三)3). */
export const channelNames: Readonly<Record<Posting['channel'], string>> = {
  'village-board': '村级公示栏',
  'township-board': '乡镇（街道）公示栏',
  screen: '电子屏',
  wechat: '微信公众号',
};
