import * as z from 'zod';
import { PersonToken } from './ids.ts';

/** Keyed hash of a telephone number: tells that two numbers are one, and never the number (design decision 10). */
export const PhoneToken = z.string().regex(/^ph_[0-9a-f]{32}$/);

/** Keyed hash of an address. */
export const AddressToken = z.string().regex(/^ad_[0-9a-f]{32}$/);

/** How the people of a household can be reached, as tokens. */
export const Contacts = z.strictObject({
  phones: z.array(z.strictObject({ person: PersonToken, phone: PhoneToken })),
  address: AddressToken.optional(),
});
export type Contacts = z.infer<typeof Contacts>;
