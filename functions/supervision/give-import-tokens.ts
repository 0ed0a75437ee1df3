import { ImportTokens, ImportTokensRequest } from '../../schemas/import-tokens.ts';
import { contactToken } from '../core/contacts.ts';
import { must } from '../core/problem.ts';
import { defineStep } from '../core/step.ts';
import { cite } from '../law/sources.ts';

/**
 * Gives the tokens that stand for numbers of an older system, so that its files can be read without the numbers ever being kept: they stand in
 * the body of this request and nowhere else. A reading of personal data: with purpose, and in the access log with how many it was about.
 */
export const giveImportTokens = defineStep({
  id: 'supervision.give-import-tokens',
  zh: '换取导入代号',
  en: 'Give tokens for numbers of an older system',
  route: 'POST /v1/imports/tokens',
  provision: [cite('PIPL', '§6')],
  input: ImportTokensRequest,
  output: ImportTokens,
  facts: ({ input }) => ({ contacts: input.numbers }),
  reveals: () => [],
  about: ({ numbers }) => numbers.length,
  decide: (facts, { numbers }) => {
    must(facts.actor.orgCode !== '', 'division-not-yours');
    return { reply: { tokens: numbers.map(({ kind, value }) => contactToken(facts, kind, value) ?? '') } };
  },
});
