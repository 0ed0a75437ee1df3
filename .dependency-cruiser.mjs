/**
 * Who may import whom (docs/adr/0001): zod ← schemas ← law ← core ← documents ← {intake, review, supervision} ← steps.ts ← shell ← infra;
 * schemas ← verify ← witness; verify shares nothing else with the system it checks and has no network.
 * Types count like values. The canary in test/fixtures/layering-canary proves that a violation is reported.
 */
const zod = '^node_modules/zod/';
const pure = '^(schemas/|functions/(law|core|documents|intake|review|supervision)/|functions/steps\\.ts$)';
const aws = 'node_modules/(@aws-sdk|@smithy|dynamodb-toolbox)/';

const onlyKnows = (name, from, to) => ({
  name,
  severity: 'error',
  comment: `may import only ${to.join(' ')}`,
  from: { path: from },
  to: { pathNot: to },
});

const forbid = (name, from, to) => ({ name, severity: 'error', from, to });

export default {
  forbidden: [
    forbid('no-cycles', {}, { circular: true }),
    forbid('no-unresolved', {}, { couldNotResolve: true }),
    onlyKnows('schemas-know-only-zod', '^schemas/', ['^schemas/', zod]),
    onlyKnows('law-knows-only-schemas', '^functions/law/', ['^functions/law/', '^schemas/', zod]),
    onlyKnows('core-knows-only-law', '^functions/core/', ['^functions/(core|law)/', '^schemas/', zod]),
    onlyKnows('documents-know-only-core', '^functions/documents/', [
      '^functions/(documents|core|law)/',
      '^schemas/',
      zod,
    ]),
    forbid(
      'contexts-do-not-meet',
      { path: '^functions/(intake|review|supervision)/' },
      { path: '^functions/(intake|review|supervision)/', pathNot: '^functions/$1/' },
    ),
    forbid(
      'steps-know-no-shell',
      { path: '^functions/(intake|review|supervision)/' },
      { path: '^functions/(shell/|steps\\.ts$)' },
    ),
    onlyKnows('steps-list-only-steps', '^functions/steps\\.ts$', ['^functions/(intake|review|supervision|core)/']),
    forbid(
      'pure-left-of-shell',
      { path: pure },
      // Hashes in JavaScript: what is decided may not ask the machine.
      {
        dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-no-pkg'],
        pathNot: `${zod}|^node_modules/@noble/hashes/`,
      },
    ),
    forbid('aws-only-at-the-edge', { pathNot: '^(functions/shell/aws|infra|test)/' }, { path: aws }),
    forbid(
      'middy-only-at-the-edge',
      { pathNot: '^functions/shell/(aws|middleware)/' },
      { path: 'node_modules/@middy/' },
    ),
    forbid('shell-knows-no-host', { path: '^(functions|schemas)/' }, { path: '^(infra|console|examples)/' }),
    onlyKnows('verify-knows-only-schemas', '^verify/', [
      '^verify/',
      '^schemas/',
      zod,
      '^node_modules/(canonicalize|hyparquet|qr)/',
      '^(node:)?(buffer|crypto|fs|fs/promises|path|util|zlib)$',
    ]),
    onlyKnows('witness-knows-only-verify', '^witness/', [
      '^(witness|verify)/',
      zod,
      '^(node:)?(crypto|fs/promises|http|net|path|util)$',
    ]),
    forbid('nothing-imports-verify', { pathNot: '^(verify|witness|test|bench)/' }, { path: '^verify/' }),
    forbid('nothing-imports-test', { pathNot: '^(test|bench)/' }, { path: '^(test|bench)/' }),
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^test/fixtures/' },
    extraExtensionsToScan: ['.mjs'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'require'],
      extensions: ['.ts', '.js', '.mjs', '.json'],
    },
  },
};
