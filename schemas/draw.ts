import * as z from 'zod';
import { CivilDate, Month } from './dates.ts';
import { event } from './event-shape.ts';
import { CaseId, CountyCode, PersonId, TownshipCode } from './ids.ts';
import { Program } from './program.ts';

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** A draw: the county, the month whose confirmations it is about, and which try it is; a further one only after a void one. */
export const DrawId = z
  .string()
  .regex(/^64(\d{4}|ND00)-DRAW-\d{4}-\d{2}-[1-9]$/)
  .meta({ id: 'DrawId', description: '抽查编号 Draw', examples: ['649900-DRAW-2026-08-1'] });
export type DrawId = z.infer<typeof DrawId>;

/** Where chance comes from that no organ of the county can choose. */
export const BeaconSource = z
  .enum(['drand-quicknet', 'lottery', 'dice'])
  .describe('随机源：drand、公开彩票开奖、当众掷骰 drand, a public lottery, dice thrown in public');
export type BeaconSource = z.infer<typeof BeaconSource>;

/** Which round of which source will be used: said with the freeze, when nobody can know its value. */
export const BeaconRound = z
  .strictObject({
    source: BeaconSource,
    round: z
      .string()
      .regex(/^[0-9A-Za-z]+(-[0-9A-Za-z]+)*$/)
      .max(32)
      .describe('轮次、期号 Number of the round or issue'),
    on: CivilDate.describe(
      '该轮次产生的日期，须在冻结后第二日以后 Day of the round, two days after the freeze or later',
    ),
  })
  .meta({
    id: 'BeaconRound',
    description: '约定的随机源轮次 Round of a public source of chance',
    examples: [{ source: 'lottery', round: 'qxc-26103', on: '2026-09-06' }],
  });
export type BeaconRound = z.infer<typeof BeaconRound>;

/** What a round came to, as its source published it. */
export const BeaconValue = z
  .string()
  .regex(/^[0-9a-f]{6,128}$/)
  .describe('该轮次的公开值 Value of the round as it was published');

/** Millionths: scores, and probabilities of being drawn in the risk part; 1000000 is certain. */
const Micro = z.int().min(0).max(1_000_000);

/** A case of the frame: its number, its score and its probability in the risk part, both in millionths. */
export const FrameRow = z.tuple([CaseId, Micro, Micro]);
export type FrameRow = z.infer<typeof FrameRow>;

const stratum = {
  townshipCode: TownshipCode,
  program: Program,
  class: z
    .string()
    .regex(/^[A-Z]?$/)
    .describe('类别；不分类的为空 Class, empty where there is none'),
  n: z.int().min(0).describe('本层随机抽取数 How many are drawn at random'),
};

/** The cases of a township, program and class. */
export const DrawStratum = z.strictObject({ ...stratum, rows: z.array(FrameRow).min(1) });
export type DrawStratum = z.infer<typeof DrawStratum>;

/** The rate of a program on the day of the freeze, and whether the cases that are checked anyway count. */
export const DrawRate = z.strictObject({
  program: Program,
  num: z.int().min(0).describe('抽查比例分子 Rate, numerator'),
  den: z.int().min(1).describe('抽查比例分母 Rate, denominator'),
  includeMandatory: z.boolean().describe('比例是否按含必查案件的总数计算 Whether mandatory checks count'),
  source: z.string().describe('参数记录编号；default 为系统默认 Record of the parameter, or default'),
});
export type DrawRate = z.infer<typeof DrawRate>;

const drawn = {
  certain: z.array(CaseId).describe('必查 Drawn with certainty'),
  random: z.array(CaseId).describe('随机抽取 Drawn at random: these alone measure errors'),
  risk: z.array(CaseId).describe('按风险抽取 Drawn by risk'),
};
/** What was drawn: three parts without a case in common. */
export const Drawn = z.strictObject(drawn);
export type Drawn = z.infer<typeof Drawn>;

const frozen = {
  month: Month,
  on: CivilDate,
  by: PersonId,
  /** RFC 6962 root over the rows of all strata. */
  frameRoot: Hash,
  rates: z.array(DrawRate),
  /** How many are drawn by risk. */
  risk: z.int().min(0),
  beacon: BeaconRound,
  /** Cosignatures that the checkpoint of the seed must carry. */
  witnesses: z.int().min(1),
  runId: z.string(),
  /** Who confirmed any of the cases: none of them draws. */
  deciders: z.array(PersonId),
};

/** Events of a draw. */
export const DrawEventBody = z.discriminatedUnion('type', [
  event('draw-frozen', { drawId: DrawId, ...frozen, strata: z.array(DrawStratum) }),
  event('draw-beacon-entered', { drawId: DrawId, on: CivilDate, value: BeaconValue, by: PersonId }),
  event('draw-seeded', {
    drawId: DrawId,
    on: CivilDate,
    by: PersonId,
    /** Size of the checkpoint, and its note with the cosignatures it had. */
    size: z.int().min(1),
    checkpoint: z.string(),
    value: BeaconValue,
    seed: Hash,
    drawn: Drawn,
  }),
  event('draw-voided', { drawId: DrawId, on: CivilDate, by: PersonId, lastSize: z.int().min(0) }),
]);
export type DrawEventBody = z.infer<typeof DrawEventBody>;

/** A draw as it stands. */
export const DrawHead = z.strictObject({
  drawId: DrawId,
  state: z.enum(['frozen', 'beacon-entered', 'drawn', 'void']),
  ...frozen,
  strata: z.array(DrawStratum),
  entered: z.strictObject({ value: BeaconValue, by: PersonId, on: CivilDate }).optional(),
  seeded: z
    .strictObject({ by: PersonId, on: CivilDate, size: z.int(), seed: Hash, drawn: Drawn, checkpoint: z.string() })
    .optional(),
});
export type DrawHead = z.infer<typeof DrawHead>;

export const FreezeDrawInput = z
  .strictObject({
    month: Month.describe('抽查哪个月的确认 Month whose confirmations are drawn from'),
    runId: z
      .string()
      .max(60)
      .describe('confirmations-for-draw 查询的运行编号 Run of the query confirmations-for-draw over that month'),
    beacon: BeaconRound,
  })
  .meta({
    id: 'FreezeDrawInput',
    description: '冻结抽查范围 Freeze of a draw',
    examples: [
      {
        month: '2026-08',
        runId: 'run-1f0c9a2b7d3e4f5a6b7c8d9e',
        beacon: { source: 'lottery', round: 'qxc-26103', on: '2026-09-06' },
      },
    ],
  });

export const DrawBeaconInput = z.strictObject({ value: BeaconValue }).meta({
  id: 'DrawBeaconInput',
  description: '录入随机源公开值 Value of the round, by each of two persons',
  examples: [{ value: '4815162' }],
});

/** A draw for those who supervise the county. */
export const DrawView = z
  .strictObject({
    drawId: DrawId,
    countyCode: CountyCode,
    month: Month,
    state: DrawHead.shape.state.describe('状态：已冻结、已录入公开值、已抽取、作废 State'),
    frozenOn: CivilDate.describe('冻结日期 Day of the freeze'),
    frameRoot: Hash.describe('抽查范围的根哈希 Root of the frame'),
    cases: z.int().describe('范围内案件数 Cases in the frame'),
    strata: z
      .array(
        z.strictObject({
          ...stratum,
          cases: z.int().describe('案件数 Cases'),
          certain: z.int().describe('必查数 Certain'),
        }),
      )
      .describe('各层（乡镇、业务、类别）案件数、必查数、随机抽取数 Strata'),
    rates: z.array(DrawRate).describe('抽查比例及来源 Rates and where they come from'),
    beacon: BeaconRound,
    witnesses: DrawHead.shape.witnesses.describe('所需见证联署数 Cosignatures needed'),
    enteredBy: PersonId.optional().describe('公开值录入人 Who entered the value'),
    seed: Hash.optional().describe('种子 Seed'),
    checkpoint: z.string().optional().describe('所用检查点及联署 Checkpoint of the seed with cosignatures'),
    drawn: Drawn.optional().describe('抽中的案件 Cases that were drawn'),
  })
  .meta({
    id: 'DrawView',
    description: '抽查 Draw of a spot check',
    examples: [
      {
        drawId: '649900-DRAW-2026-08-1',
        countyCode: '649900',
        month: '2026-08',
        state: 'frozen',
        frozenOn: '2026-09-01',
        frameRoot: '00'.repeat(32),
        cases: 1,
        strata: [{ townshipCode: '649900101', program: 'DB_URBAN', class: 'A', n: 1, cases: 1, certain: 0 }],
        rates: [{ program: 'DB_URBAN', num: 3, den: 10, includeMandatory: false, source: 'default' }],
        beacon: { source: 'lottery', round: 'qxc-26103', on: '2026-09-06' },
        witnesses: 1,
      },
    ],
  });
export type DrawView = z.infer<typeof DrawView>;
