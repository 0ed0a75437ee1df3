import { describe, expect, it } from '@jest/globals';
import { authorise, perform } from '../../functions/core/perform.ts';
import { registerAttachment } from '../../functions/intake/register-attachment.ts';
import { actor, demonstrationWorld, noon, play } from '../world.ts';
import { applicant, clerk, village } from './intake-cases.ts';

const file = {
  countyCode: '649900',
  size: 48_213,
  contentType: 'image/jpeg',
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  purpose: 'material',
} as const;
const requestKey = 'abcdef0123456789ffff';
const register = (input: unknown, by = clerk) =>
  play(demonstrationWorld(), registerAttachment, { actor: by, now: noon('2026-08-03'), params: { requestKey }, input });

describe('intake.register-attachment', () => {
  it('names the file by the request and asks for an address that lives 15 minutes', () => {
    const facts = { actor: clerk, params: { requestKey }, people: {}, attachments: {}, subjects: {}, names: {} };
    const outcome = perform(registerAttachment, { facts, input: file, now: '2026-08-03T02:00:00.000Z' });
    expect(outcome).toEqual({
      effect: {
        kind: 'upload-address',
        attachment: { attachmentId: 'att-abcdef0123456789', ...file },
        expiresAt: '2026-08-03T02:15:00.000Z',
      },
      reply: { attachmentId: 'att-abcdef0123456789' },
    });
    expect(perform(registerAttachment, { facts, input: file, now: '2026-08-03T02:01:00.000Z' }).reply).toEqual(
      outcome.reply,
    );
  });

  it('writes no event: a file becomes part of a case only when a step refers to it', () => {
    expect(register(file)).toEqual({ ok: true, reply: { attachmentId: 'att-abcdef0123456789' } });
  });

  it.each([
    ['empty', { size: 0 }],
    ['larger than 20 MB', { size: 20 * 1024 * 1024 + 1 }],
    ['of another kind', { contentType: 'text/html' }],
    ['without a hash', { sha256: 'ABC' }],
    ['for no purpose', { purpose: 'other' }],
  ])('refuses a file that is %s', (_name, wrong) => {
    expect(register({ ...file, ...wrong }).code).toBe('input-invalid');
  });

  it('takes 20 MB exactly, from applicants and villages too, but not for another county', () => {
    expect(register({ ...file, size: 20 * 1024 * 1024 }, applicant).ok).toBe(true);
    expect(register(file, village).ok).toBe(true);
    expect(register({ ...file, countyCode: '640104' }).code).toBe('division-not-yours');
    expect(() => authorise('register-attachment', actor('CF', 'cf-1', '649900'))).toThrow(
      expect.objectContaining({ code: 'post-not-permitted' }),
    );
  });
});
