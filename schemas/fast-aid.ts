import * as z from 'zod';
import { Channel } from './channel.ts';
import { CivilDate } from './dates.ts';
import { ResidentId, TownshipCode, VillageCode } from './ids.ts';
import { Hukou } from './member.ts';
import { FenAmount } from './money.ts';
import { Relation } from './relation.ts';

/** Somebody an emergency struck, as the window registers them: no means are asked for. The first is helped for all. */
const FastAidPerson = z
  .strictObject({
    name: z.string().min(1).max(50).describe('姓名 name'),
    idNumber: ResidentId,
    phone: z
      .string()
      .regex(/^[0-9+-]{5,20}$/, '电话格式不正确')
      .optional()
      .describe('联系电话 phone'),
    relation: Relation.default('01'),
    hukou: Hukou,
  })
  .meta({ id: 'FastAidPerson', description: '急难救助对象 Person in an emergency' });

/** Registration of 小额快救 (TA26 二(一)): person, reason, amount and no more; neither materials nor consents. */
export const FastAidRegistration = z
  .strictObject({
    townshipCode: TownshipCode,
    villageCode: VillageCode,
    channel: Channel,
    urbanRural: z.enum(['urban', 'rural']).describe('城乡类别，决定限额 area, which sets the cap'),
    persons: z
      .array(FastAidPerson)
      .min(1)
      .max(30)
      .describe('救助对象及受困的家人 persons, the first is helped for all'),
    circumstances: z.string().min(1).max(1000).describe('遭遇的急难情形，不写姓名 what happened, without names'),
    happenedOn: CivilDate.optional().describe('发生日期 when it happened'),
    placeCounty: z
      .string()
      .regex(/^\d{6}$/, '急难发生地代码须为 6 位')
      .optional()
      .describe('急难发生地县级代码，缺省为本县 county of the emergency'),
    requestedFen: FenAmount.min(1).describe('所需金额（分） amount needed in fen'),
  })
  .meta({
    id: 'FastAidRegistration',
    description: '小额快救登记 Registration of fast aid',
    examples: [
      {
        townshipCode: '649900101',
        villageCode: '649900101201',
        channel: 'one-stop-window',
        urbanRural: 'urban',
        persons: [
          {
            name: '测试甲',
            idNumber: '649900198511200016',
            relation: '01',
            hukou: { countyCode: '649900', townshipCode: '649900101' },
          },
        ],
        circumstances: '住房失火，衣物炊具烧毁',
        happenedOn: '2026-10-01',
        requestedFen: 70000,
      },
    ],
  });
export type FastAidRegistration = z.infer<typeof FastAidRegistration>;
