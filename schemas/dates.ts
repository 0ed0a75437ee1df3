import * as z from 'zod';

/** A day in Asia/Shanghai, `YYYY-MM-DD`; never an instant. The law's unit of time (design decision 6). */
export const CivilDate = z.iso
  .date('日期须为存在的 YYYY-MM-DD')
  .meta({ id: 'CivilDate', description: '民用日期（北京时间） Civil date in Asia/Shanghai', examples: ['2026-08-03'] });
export type CivilDate = z.infer<typeof CivilDate>;

/** An instant, ISO-8601 in UTC with `Z`. */
export const Instant = z.iso
  .datetime('时间须为 UTC 的 ISO-8601')
  .meta({ id: 'Instant', description: '时刻（UTC） Instant in UTC', examples: ['2026-08-03T01:30:00.000Z'] });
export type Instant = z.infer<typeof Instant>;

/** A month, `YYYY-MM`: benefits are granted by the month. */
export const Month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份须为 YYYY-MM')
  .meta({ id: 'Month', description: '月份 Month', examples: ['2026-09'] });
export type Month = z.infer<typeof Month>;
