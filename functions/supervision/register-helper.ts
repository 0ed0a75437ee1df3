import { HelperEntry, HelperView } from '../../schemas/provider.ts';
import type { StaffRecord } from '../../schemas/staff.ts';
import { helperIndex } from '../core/county-fold.ts';
import { type Facts, kinOf, staffOf } from '../core/facts.ts';
import { must } from '../core/problem.ts';
import { runsOn } from '../core/provider-fold.ts';
import { defineStep } from '../core/step.ts';
import { civilDateOf } from '../law/clock-face.ts';
import { cite } from '../law/sources.ts';
import { theProvider } from './provider-on-file.ts';
import {
  checkRelatives,
  contactsOfStaff,
  personalOf,
  registeredBefore,
  relativesOf,
  staffContacts,
  tokenOf,
} from './register-staff.ts';

/**
 * Registers a person of a provider with near relatives: who goes along is compared like staff (SD4). A person who holds a post in the
 * county or in one of the townships served may not be one (LAW §56: assistance and decision stay apart), under whatever account.
 */
export const registerHelper = defineStep({
  id: 'supervision.register-helper',
  zh: '登记救助服务人员',
  en: 'Register a person of a provider',
  route: 'POST /v1/providers/{providerId}/people',
  provision: [cite('SEED', '二(二)1'), cite('LAW', '§56'), cite('D57', '§11')],
  input: HelperEntry,
  output: HelperView,
  status: 201,
  facts: ({ input, actor, params }) => ({
    county: actor.orgCode,
    staff: [input.personId],
    kin: [helperIndex(actor.orgCode), actor.orgCode, ...input.townships],
    kinOfStaff: true,
    people: [input.idNumber, ...input.relatives.map(({ idNumber }) => idNumber)],
    contacts: contactsOfStaff(input),
    subjects: [{ kind: 'provider', id: params['providerId'] ?? '' }],
  }),
  decide: (facts, input, now) => {
    const provider = theProvider(facts);
    const { providerId, countyCode } = provider;
    must(runsOn(provider, input.activeFrom) || provider.from > civilDateOf(now), 'contract-does-not-cover', {
      providerId,
      on: input.activeFrom,
    });
    checkRelatives(input);
    const record = recordOf(facts, input, { providerId, today: civilDateOf(now) });
    checkNoPost(facts, record);
    const { personId, relatives, activeFrom, activeTo } = record;
    return {
      event: { type: 'helper-registered', data: { record, ...registeredBefore(facts, input.personId) } },
      subject: { kind: 'county', id: countyCode },
      also: [
        {
          subject: { kind: 'provider', id: providerId },
          event: { type: 'helper-engaged', data: { providerId, personId } },
        },
      ],
      personal: personalOf(facts, input),
      reply: {
        personId,
        providerId,
        townships: [...input.townships],
        relatives: relatives.length,
        activeFrom,
        ...(activeTo ? { activeTo } : {}),
      },
    };
  },
});

function recordOf(
  facts: Facts,
  input: HelperEntry,
  { providerId, today }: { readonly providerId: string; readonly today: string },
): StaffRecord {
  const known = facts.county?.parts.divisions?.townships.map(({ code }) => code) ?? [];
  const strange = input.townships.filter((code) => !known.includes(code));
  must(strange.length === 0, 'division-unknown', { division: strange[0] });
  must(input.activeTo === undefined || input.activeTo >= input.activeFrom, 'date-out-of-order', {
    activeFrom: input.activeFrom,
    activeTo: input.activeTo,
  });
  return {
    personId: input.personId,
    token: tokenOf(facts, input.idNumber),
    ...staffContacts(facts, input),
    posts: [],
    relatives: relativesOf(facts, input, today),
    activeFrom: input.activeFrom,
    ...(input.activeTo ? { activeTo: input.activeTo } : {}),
    helper: { providerId, townships: [...input.townships] },
  };
}

/** Compared by account and by person: nobody of the staff is a helper. */
function checkNoPost(facts: Facts, { personId, token, helper }: StaffRecord): void {
  const holds = (staffOf(facts, personId)?.posts ?? []).length > 0;
  const orgs = [facts.actor.orgCode, ...(helper?.townships ?? [])];
  const accounts = orgs.flatMap((org) => kinOf(facts, org)[token] ?? []).filter(({ relation }) => relation === 'self');
  must(!holds && accounts.length === 0, 'helper-holds-post', {
    personId,
    accounts: accounts.map(({ staff }) => staff),
  });
}
