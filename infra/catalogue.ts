import { problems } from '../functions/core/problem-catalogue.ts';
import { actOf, type Step } from '../functions/core/step.ts';
import { documents } from '../functions/documents/index.ts';
import { defaultClocks } from '../functions/law/clocks.ts';
import { parameterRules } from '../functions/law/parameters.ts';
import { powerOf } from '../functions/law/powers.ts';
import { type Transition, transitionOf } from '../functions/law/procedure.ts';
import { programTitles } from '../functions/law/program-titles.ts';
import { type Citation, sources } from '../functions/law/sources.ts';
import { termRules } from '../functions/law/term-rules.ts';
import { querySources } from '../functions/supervision/queries/generated.ts';
import { Program } from '../schemas/program.ts';
import { table } from './markdown-table.ts';
import type { ProblemPlace } from './problem-places.ts';

const doubt = ({ source, confidence }: Citation): string => {
  if (confidence === 'sourced' || source === 'DESIGN') return '';
  return confidence === 'design' ? '（类推 by analogy）' : '（待核对 not read in the text）';
};
const clauses = (citations: readonly Citation[]): string =>
  citations.map((citation) => `${citation.source} ${citation.clause}${doubt(citation)}`).join('；');

const statesOf = ({ from, to }: Transition): string => `${from.join(', ')}${to === from ? '' : ` → ${to.join(', ')}`}`;

const stepTable = (steps: readonly Step[]): string =>
  table(
    ['Step', '名称', 'Address', 'Posts', 'States', 'Clauses'],
    steps.map((step) => {
      const transition = transitionOf(actOf(step));
      return [
        `[\`${step.id}\`](../functions/${step.id.replace('.', '/')}.ts)`,
        `${step.zh} ${step.en}`,
        `\`${step.route}\``,
        powerOf(actOf(step)).posts.join(' '),
        transition ? statesOf(transition) : '',
        clauses(step.provision),
      ];
    }),
  );

const termTable = (): string =>
  table(
    ['Term', '名称', 'Length', 'Runs from', 'Holder', 'Law or default', 'Clauses'],
    Object.values(termRules).map((rule) => [
      `\`${rule.term}\``,
      `${rule.zh} ${rule.en}`,
      `${defaultClocks[rule.clockKey]} ${rule.unit} (\`${rule.clockKey}\`)`,
      `${rule.runsFrom.zh} ${rule.runsFrom.en}`,
      `${rule.holder.org} ${rule.holder.post}`,
      rule.statutory ? '法定 law' : '默认 default',
      clauses(rule.citations),
    ]),
  );

const documentTable = (): string =>
  table(
    ['Paper', '名称', 'Status', 'Clauses'],
    Object.values(documents).map(({ kind, title, status, provision }) => [
      `\`${kind}\``,
      title,
      status === 'M' ? '必备 mandatory' : '惯例 practice',
      clauses(provision),
    ]),
  );

const parameterTable = (): string =>
  table(
    ['Parameter', '名称', 'Unit', 'Default', 'May be', 'Clause'],
    Object.entries(parameterRules).map(([key, rule]) => [
      `\`${key}\``,
      `${rule.zh} ${rule.en}`,
      rule.unit,
      rule.default === undefined ? '无：未设则不开办 none: the program stays closed' : JSON.stringify(rule.default),
      { 'at-most': '缩短 shortened', 'at-least': '延长 lengthened', none: '' }[rule.bound ?? 'none'],
      clauses([rule.citation]),
    ]),
  );

type Places = ReadonlyMap<string, ProblemPlace>;

/** Files that every request passes through: their refusals belong to the contract, whatever the act. */
const ofEveryRequest = (path: string): boolean => /^(functions\/shell|infra\/local)\//.test(path);

/** The clauses of a refusal: those of the steps that give it; the contract that all steps share where the shell gives it. */
export function problemClauses({ files, within }: ProblemPlace, steps: readonly Step[]): string {
  if (files.some(ofEveryRequest)) return '接口约定 contract (RFC 9457)';
  const given = steps.filter(({ id }) => within.includes(`functions/${id.replace('.', '/')}.ts`));
  const named = [...new Set(given.flatMap(({ provision }) => provision).map((one) => clauses([one])))];
  if (named.length > 0) return named.join('；');
  return files.some((path) => path.startsWith('functions/core/')) ? '各步骤共用 shared by the steps' : '';
}

const problemTable = (steps: readonly Step[], places: Places): string =>
  table(
    ['Code', 'Status', '含义', '怎么办', 'Rule', 'Given by', 'Clauses'],
    Object.entries(problems).map(([code, { status, zh, en, todo, rule }]) => {
      const place = places.get(code) ?? { files: [], within: [] };
      const links = place.files.map((path) => `[${path.slice(path.lastIndexOf('/') + 1, -'.ts'.length)}](../${path})`);
      return [
        `\`${code}\``,
        String(status),
        `${zh} ${en}`,
        todo,
        rule ?? '',
        links.join(' '),
        problemClauses(place, steps),
      ];
    }),
  );

const programTable = (): string =>
  table(
    ['Program', '名称', 'Opens for', 'Clauses'],
    Object.entries(programTitles).map(([key, { zh, en, basis }]) => [
      `\`${key}\``,
      `${zh} ${en}`,
      Program.safeParse(key).success ? '申请 application' : '测算 assessment',
      clauses(basis),
    ]),
  );

const queryTable = (): string =>
  table(
    ['Query', '名称', 'Parameters', 'Why', 'Clauses'],
    querySources.map(({ id, zh, en, why, params, provision }) => [
      `[\`${id}\`](../functions/supervision/queries/${id}.sql)`,
      `${zh} ${en}`,
      params.map(({ name, type }) => `${name} ${type}`).join(', '),
      why,
      clauses(provision),
    ]),
  );

const sourceTable = (): string =>
  table(
    ['Source', '名称'],
    Object.entries(sources).map(([key, { zh }]) => [`\`${key}\``, zh]),
  );

/** The catalogue page (Markdown): everything declared, with its clauses; from a provision to its code in one search. */
export function catalogue(steps: readonly Step[], places: Places): string {
  const sections: readonly (readonly [title: string, text: string])[] = [
    ['步骤 Steps', stepTable(steps)],
    ['业务 Programs', programTable()],
    ['期限 Terms', termTable()],
    ['文书 Papers', documentTable()],
    ['参数 Parameters', parameterTable()],
    ['查询 Queries', queryTable()],
    ['拒绝 Refusals', problemTable(steps, places)],
    ['依据 Sources', sourceTable()],
  ];
  const body = sections.map(([title, text]) => `## ${title}\n\n${text}\n`).join('\n');
  return `# 目录 Catalogue\n\nGenerated from the declarations by \`npm run contract\`; do not edit.\n\n${body}`;
}
