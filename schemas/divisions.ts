import * as z from 'zod';
import { CountyCode, TownshipCode, VillageCode } from './ids.ts';

/** The impression of an organ's seal: a stored picture (PNG or JPEG, square), printed centred on the date. No electronic seal in law. */
const Seal = z
  .string()
  .min(8)
  .max(64)
  .optional()
  .describe('印章图像附件，打印时压在日期上；不是法律意义上的电子印章 picture of the seal');

/** A county's own register of divisions: who exists below it, what papers call them, which phone the public may ring. */
export const Divisions = z
  .strictObject({
    countyCode: CountyCode,
    countyName: z.string().min(1).max(40).describe('县（市、区）名称 name of the county'),
    countyPhone: z.string().max(30).describe('县级监督电话 complaint phone of the county'),
    countyGovernment: z.string().max(40).optional().describe('行政复议机关（县级人民政府）review body; 宁东无默认'),
    countyMark: z
      .string()
      .min(1)
      .max(12)
      .optional()
      .describe('县级民政部门机关代字，缺省为县名加民社救 mark of county civil affairs in document numbers'),
    countySeal: Seal,
    demonstration: z.boolean().describe('演示县 true for a fictitious demonstration county'),
    townships: z
      .array(
        z.strictObject({
          code: TownshipCode,
          name: z.string().min(1).max(40).describe('乡镇（街道）名称 name'),
          mark: z.string().min(1).max(12).describe('机关代字 mark in document numbers'),
          phone: z.string().max(30).describe('乡镇监督电话 complaint phone'),
          seal: Seal,
          villages: z
            .array(
              z.strictObject({
                code: VillageCode,
                name: z.string().min(1).max(40).describe('村（居）名称 name'),
                registeredHouseholds: z.int().min(0).optional().describe('户籍户数 households registered'),
                povertyRate: z
                  .number()
                  .min(0)
                  .max(1)
                  .optional()
                  .describe('困难发生率，0 至 1 share of poor households'),
                lat: z.number().min(-90).max(90).optional().describe('纬度 latitude'),
                lon: z.number().min(-180).max(180).optional().describe('经度 longitude'),
              }),
            )
            .describe('村（居）villages'),
        }),
      )
      .min(1)
      .max(60)
      .describe('乡镇（街道）townships'),
  })
  .meta({
    id: 'Divisions',
    description: '行政区划登记 Register of divisions',
    examples: [
      {
        countyCode: '649900',
        countyName: '演示县',
        countyPhone: '0950-0000000',
        demonstration: true,
        townships: [
          {
            code: '649900101',
            name: '演示一镇',
            mark: '演一镇',
            phone: '0950-0000101',
            villages: [{ code: '649900101201', name: '演示村' }],
          },
        ],
      },
    ],
  });
export type Divisions = z.infer<typeof Divisions>;
