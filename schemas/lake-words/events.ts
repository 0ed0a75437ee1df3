import type { TableWords } from './words.ts';

export const events: TableWords = {
  zh: '事件',
  en: 'events: one row for each thing that happened',
  columns: {
    event_id: ['事件编号', 'subject kind, subject and number'],
    subject_kind: ['主体种类', 'kind of subject'],
    subject_id: ['主体编号', 'subject'],
    case_id: ['案件编号', 'case'],
    seq: ['主体内序号，无间断', 'number within the subject, without gaps'],
    event_type: ['事件类型', 'type of event'],
    township_code: ['乡镇（街道）代码', 'township'],
    village_code: ['村（居）代码，仅在事件载明时', 'village, where the event names it'],
    actor_id: ['行为人', 'who acted'],
    actor_post: ['岗位', 'post used'],
    client_id: ['调用系统', 'calling system'],
    device_id: ['设备', 'device'],
    occurred_at: ['发生时间', 'when it happened'],
    recorded_at: ['登记时间', 'when it was recorded'],
    lat: ['纬度', 'latitude'],
    lon: ['经度', 'longitude'],
    photo_sha256: ['首张照片哈希', 'hash of the first photo'],
    photo_phash: ['照片感知哈希', 'perceptual hash of the photo'],
    law_pack: ['法规包', 'rule pack'],
    delegation_id: ['授权编号', 'delegation'],
    attributes_json: ['其他属性（不含文字叙述和个人信息）', 'further attributes: no free text, no personal data'],
  },
};
