import * as z from 'zod';
import { CountyCode } from './ids.ts';
import { ParameterKey, ParameterRecord } from './parameter.ts';
import { Program } from './program.ts';

const state = z
  .enum(['pending', 'approved'])
  .describe('待批准或已批准；待批准的不生效 Pending ones do not count')
  .meta({ examples: ['approved'] });

export const ParameterListQuery = z
  .strictObject({
    county: CountyCode.optional(),
    key: ParameterKey.optional(),
    program: Program.optional(),
    state: state.optional(),
  })
  .meta({
    id: 'ParameterListQuery',
    description: '参数清单查询 Which parameters to list',
    examples: [{ state: 'pending' }],
  });

/** A parameter with its meaning. */
export const ParameterView = z
  .strictObject({
    ...ParameterRecord.shape,
    zh: z.string().describe('含义 Meaning in Chinese'),
    en: z.string().describe('含义 Meaning in English'),
    unit: z.string().describe('单位 Unit'),
    state,
    label: z.string().optional().describe('演示数据·非真实标准 Shown on every invented value'),
  })
  .meta({ id: 'ParameterView', description: '参数 Parameter as listed' });

export const ParameterList = z
  .strictObject({
    county: CountyCode,
    parameters: z.array(ParameterView).describe('参数，先录先列 Parameters in order of entry'),
  })
  .meta({
    id: 'ParameterList',
    description: '参数清单 List of parameters',
    examples: [
      {
        county: '649900',
        parameters: [
          {
            id: 'standard.DB_URBAN@2026-01-01~1',
            key: 'standard.DB_URBAN',
            value: 72000,
            from: '2026-01-01',
            document: { title: 'FX-2026 演示数据·非真实标准' },
            example: true,
            enteredBy: 'cc-1',
            enteredAt: '2025-12-20T02:00:00.000Z',
            approvedBy: 'cc-2',
            approvedAt: '2025-12-22T02:00:00.000Z',
            zh: '城市低保标准（分/人·月）',
            en: 'Urban standard, fen per person and month',
            unit: 'fen',
            state: 'approved',
            label: '演示数据·非真实标准',
          },
        ],
      },
    ],
  });
