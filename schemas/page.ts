import * as z from 'zod';

/** Query parameters of every list. */
export const pageQuery = {
  cursor: z.string().min(1).max(2048).optional().describe('上一页返回的 next；首页不填 The next of the page before'),
  limit: z.coerce.number().int().min(1).max(100).default(50).describe('每页条数，至多 100 Entries a page'),
};

/** What every list answers beside its entries. */
export const pageNext = {
  next: z
    .string()
    .optional()
    .describe('续页游标；没有即为末页。筛选后一页可以少于 limit Where to go on; absent on the last page'),
};
