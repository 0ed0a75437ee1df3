import { describe, expect, it } from '@jest/globals';
import { submitApplication } from '../../functions/intake/submit-application.ts';
import { application, familyOfThree, residentId } from '../applications.ts';
import { attach, demonstrationWorld, noon, type Played, play, type World } from '../world.ts';
import { clerk } from './intake-cases.ts';

const on = '2026-08-03';
const body = (world: World, more: Record<string, unknown> = {}) => application(world, familyOfThree(0), more);
const submit = (world: World, input: Record<string, unknown>, by = clerk): Played =>
  play(world, submitApplication, { actor: by, now: noon(on), input });
const members = (world: World) => body(world)['members'] as Record<string, unknown>[];

describe('what an application may not name', () => {
  const stranger = residentId('19600101', 900);
  const cases: [string, (world: World) => Record<string, unknown>, string][] = [
    ['a village stamp (P05)', (world) => body(world, { villageStamp: 'yes' }), 'village-stamp-forbidden'],
    ['an unknown field', (world) => body(world, { surprise: 1 }), 'unknown-field'],
    ['an unknown township', (world) => body(world, { townshipCode: '649900999' }), 'division-unknown'],
    ['a village of another township', (world) => body(world, { villageCode: '649900102201' }), 'division-unknown'],
    ['a time to come', (world) => body(world, { submittedAt: '2026-08-03T02:00:00.001Z' }), 'date-out-of-order'],
    ['a signature of tomorrow', (world) => body(world, { signedOn: '2026-08-04' }), 'date-out-of-order'],
    ['a member twice', (world) => body(world, { members: [...members(world), members(world)[1]] }), 'input-invalid'],
    ['no applicant first', (world) => body(world, { members: members(world).toReversed() }), 'input-invalid'],
    [
      'two applicants',
      (world) => body(world, { members: members(world).map((one) => ({ ...one, relation: '01' })) }),
      'input-invalid',
    ],
    [
      'a birth date that is not the number’s',
      (world) => body(world, { members: members(world).map((one) => ({ ...one, birthOn: '1985-11-21' })) }),
      'input-invalid',
    ],
    [
      'a number with a wrong check character',
      (world) => body(world, { members: members(world).map((one) => ({ ...one, idNumber: '649900198511201001' })) }),
      'resident-id-invalid',
    ],
    [
      'property of an unlisted person',
      (world) => body(world, { property: [{ kind: 'deposit', label: '存款', valueFen: 1, ownerIdNumber: stranger }] }),
      'input-invalid',
    ],
    [
      'a relative who is not listed',
      (world) => body(world, { declaredRelatives: [{ staff: 't1-tc', idNumber: stranger, relation: 'child' }] }),
      'input-invalid',
    ],
    [
      'a relation that is not near (SD5)',
      (world) =>
        body(world, {
          declaredRelatives: [{ staff: 't1-tc', idNumber: residentId('19851120', 100), relation: 'cousin' }],
        }),
      'input-invalid',
    ],
    [
      'staff nobody registered',
      (world) =>
        body(world, {
          declaredRelatives: [{ staff: 'nobody-1', idNumber: residentId('19851120', 100), relation: 'child' }],
        }),
      'staff-unknown',
    ],
    [
      'a material outside the catalogue',
      (world) => body(world, { materials: [{ item: 'horoscope', attachmentId: attach(world, 'x') }] }),
      'input-invalid',
    ],
    [
      'a file that was never uploaded',
      (world) => body(world, { materials: [{ item: 'promise', attachmentId: attach(world, 'x', 'absent') }] }),
      'attachment-missing',
    ],
    [
      'a file that was altered',
      (world) => body(world, { materials: [{ item: 'promise', attachmentId: attach(world, 'x', 'altered') }] }),
      'attachment-altered',
    ],
  ];

  it.each(cases)('%s', (_name, input, code) => {
    const world = demonstrationWorld();
    expect(submit(world, input(world)).code).toBe(code);
    expect(world.events).toEqual([]);
  });
});
