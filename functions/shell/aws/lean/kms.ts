import * as z from 'zod';
import { type Command, commandNamed } from './command.ts';
import { callJson } from './json-rpc.ts';
import type { ClientConfig } from './send.ts';

/** The part of `@aws-sdk/client-kms` that the keyring uses. */
export const DecryptCommand = commandNamed('Decrypt');

const Input = z.looseObject({ CiphertextBlob: z.instanceof(Uint8Array) });
const Reply = z.looseObject({ Plaintext: z.base64().optional() });

export function KMSClient(this: unknown, config: ClientConfig) {
  return {
    async send({ operation, input }: Command) {
      const { CiphertextBlob, ...rest } = Input.parse(input);
      const body = { ...rest, CiphertextBlob: Buffer.from(CiphertextBlob).toString('base64') };
      const service = { service: 'kms', target: 'TrentService', version: '1.1' } as const;
      const { Plaintext, ...reply } = Reply.parse(await callJson(service, config, { operation, input: body }));
      return {
        ...reply,
        ...(Plaintext !== undefined && { Plaintext: new Uint8Array(Buffer.from(Plaintext, 'base64')) }),
      };
    },
  };
}
