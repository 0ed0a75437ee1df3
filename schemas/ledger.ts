import * as z from 'zod';
import { CivilDate, Instant } from './dates.ts';
import { CaseId, CountyCode } from './ids.ts';
import { pageNext, pageQuery } from './page.ts';

const Sha256Hex = z.string().regex(/^[0-9a-f]{64}$/);
const Base64Hash = z.string().regex(/^[A-Za-z0-9+/]{43}=$/);

/** One event of a batch that was sealed: what it is, and the hash of the row it has in the lake. */
export const SealedEvent = z.strictObject({
  subjectKind: z.string().min(1),
  subjectId: z.string().min(1),
  seq: z.int().min(1),
  /** SHA-256 of the entry, which is the event's own hash. */
  sha256: Sha256Hex,
  /** SHA-256 of the RFC 8785 form of its row in the lake (`comparableRow`). */
  rowSha256: Sha256Hex,
});
export type SealedEvent = z.infer<typeof SealedEvent>;

/** Which events follow a checkpoint, in which order: written first, once, and everything else is derived from it (design decision 15). */
export const SealManifest = z.strictObject({
  format: z.literal('sunlight-seal/1'),
  countyCode: CountyCode,
  /** Size of the log before; the first event of the batch has this index. */
  from: z.int().min(0),
  /** When the batch was fixed. */
  at: Instant,
  /** SHA-256 of the manifest before, '' for the first. */
  previous: z.union([Sha256Hex, z.literal('')]),
  events: z.array(SealedEvent).min(1),
});
export type SealManifest = z.infer<typeof SealManifest>;

export const CheckpointQuery = z.strictObject({ county: CountyCode.describe('县级代码 County'), ...pageQuery }).meta({
  id: 'CheckpointQuery',
  description: '存证检查点查询 Page of checkpoints',
  examples: [{ county: '649900', limit: 10 }],
});

/** A signed head of a county's log, as anybody may keep it and compare it later. */
export const CheckpointView = z
  .strictObject({
    size: z.int().min(1).describe('已存证事件数 Events in the log'),
    root: Base64Hash.describe('根哈希 Root, base64'),
    at: Instant.describe('封存时刻 When it was sealed'),
    on: CivilDate.describe('封存日期 Day of it in Beijing'),
    note: z.string().describe('检查点原文及全部签名（C2SP 格式） The signed note with every signature (C2SP)'),
    board: z.string().describe('供公示栏张贴的文字 Text for the public board'),
  })
  .meta({ id: 'CheckpointView', description: '存证检查点 Checkpoint' });
export type CheckpointView = z.infer<typeof CheckpointView>;

const exampleNote =
  'sunlight/ledger/649900\n2\nd+6n2IBLgSIkX5EdmJx1WhzYJoyTP9wjD3nBUyRkYHI=\n\n' +
  '— sunlight/ledger/649900 Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n';

export const CheckpointList = z
  .strictObject({
    checkpoints: z.array(CheckpointView).describe('检查点，新的在前 Checkpoints, newest first'),
    ...pageNext,
  })
  .meta({
    id: 'CheckpointList',
    description: '存证检查点清单 Checkpoints of a county',
    examples: [
      {
        checkpoints: [
          {
            size: 2,
            root: 'd+6n2IBLgSIkX5EdmJx1WhzYJoyTP9wjD3nBUyRkYHI=',
            at: '2026-08-03T16:00:00.000Z',
            on: '2026-08-04',
            note: exampleNote,
            board: '649900 社会救助存证：截至2026-08-04，共2项，根 d+6n2IBLgSIkX5EdmJx1WhzYJoyTP9wjD3nBUyRkYHI=',
          },
        ],
      },
    ],
  });
export type CheckpointList = z.infer<typeof CheckpointList>;

/** One event and the proof that it is in the log. */
export const ProvedEvent = z
  .strictObject({
    entry: z.string().describe('事件原文（RFC 8785 规范形式，不含自身哈希） The event, byte for byte as it was hashed'),
    index: z.int().min(0).optional().describe('在存证链中的序号；尚未封存为空 Index in the log; absent until sealed'),
    proof: z.array(Base64Hash).describe('包含证明，自叶向根 Inclusion proof from the leaf upwards'),
  })
  .meta({ id: 'ProvedEvent', description: '事件及其包含证明 Event and inclusion proof' });

/** Everything that is needed to check one case without the system and without a network: `npm run verify -- <file>`. */
export const ProofPack = z
  .strictObject({
    format: z.literal('sunlight-proof/1').describe('格式 Format'),
    caseId: CaseId,
    countyCode: CountyCode,
    checkpoint: z.string().describe('检查点原文及全部签名 The signed note of the log, with cosignatures'),
    verifierKey: z.string().describe('签名公钥；请与另行取得的核对 The log’s public key: compare it with yours'),
    events: z.array(ProvedEvent).describe('案件事件，按序号 Events of the case in order'),
    lawPacks: z
      .array(
        z.strictObject({
          id: z.string().describe('规则包 Law pack'),
          fromOn: CivilDate.describe('自何日起 In force from'),
          layers: z.array(z.string()).describe('所含依据，效力高者在前 Texts, the strongest first'),
        }),
      )
      .describe('事件所适用的规则包 Law packs the events were made under'),
    calendar: z
      .strictObject({
        version: z.string().describe('日历版本 Version'),
        notices: z.array(z.unknown()).describe('放假安排 Holiday notices'),
        regional: z.array(z.unknown()).describe('自治区增加的日子 Days the region added'),
      })
      .describe('县内现行日历；事件载明各自的版本 The county’s calendar now; events name their own version'),
  })
  .meta({
    id: 'ProofPack',
    description: '案件存证证明 Proof pack of a case',
    examples: [
      {
        format: 'sunlight-proof/1',
        caseId: '649900101-DB-2026-000001',
        countyCode: '649900',
        checkpoint: exampleNote,
        verifierKey: 'sunlight/ledger/649900+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k',
        events: [
          {
            entry: '{"at":"2026-08-03T02:00:00.000Z","seq":1,"type":"application-submitted"}',
            index: 0,
            proof: ['d+6n2IBLgSIkX5EdmJx1WhzYJoyTP9wjD3nBUyRkYHI='],
          },
        ],
        lawPacks: [{ id: 'RP-2026B', fromOn: '2026-07-01', layers: ['LAW', 'REG649', 'D57'] }],
        calendar: { version: 'CN-2026', notices: [], regional: [] },
      },
    ],
  });
export type ProofPack = z.infer<typeof ProofPack>;

/** A personal record with the salt under which an event commits to it. */
const DisclosedPerson = z
  .strictObject({
    token: z.string().min(1).describe('人员代号 Token of the person'),
    by: z.string().describe('作出承诺的事件 The event that commits to the record: kind:id#number'),
    salt: z.string().describe('盐值（十六进制） Salt, hexadecimal'),
    data: z.record(z.string(), z.unknown()).describe('个人信息原文 The record itself'),
  })
  .meta({ id: 'DisclosedPerson', description: '披露的个人信息 Personal record and its salt' });
export type DisclosedPerson = z.infer<typeof DisclosedPerson>;

/** Personal records of a case that a proof pack only holds commitments to: `npm run verify -- case <pack> --persons <file>`. */
export const Disclosures = z
  .strictObject({
    format: z.literal('sunlight-persons/1').describe('格式 Format'),
    caseId: CaseId,
    persons: z.array(DisclosedPerson).describe('未删除的人员 Persons whose data were not erased'),
  })
  .meta({
    id: 'Disclosures',
    description: '案件个人信息披露 Disclosed personal records of a case',
    examples: [
      {
        format: 'sunlight-persons/1',
        caseId: '649900101-DB-2026-000001',
        persons: [
          {
            token: 't_00112233445566778899aabbccddeeff',
            by: 'case:649900101-DB-2026-000001#1',
            salt: '00'.repeat(32),
            data: { name: '示例人' },
          },
        ],
      },
    ],
  });
export type Disclosures = z.infer<typeof Disclosures>;
