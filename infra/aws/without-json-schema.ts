import type { Plugin } from 'esbuild';

const emptied = /[\\/]zod[\\/]v4[\\/]core[\\/](to-json-schema|json-schema-processors|json-schema-generator)\.js$/;

/** What schemas reach for while they are declared. Nothing in a Lambda writes a JSON schema: the contract is written beforehand. */
const contents = `
  const refuse = () => { throw new Error('JSON schemas are not written in a Lambda'); };
  export const createToJSONSchemaMethod = () => refuse;
  export const createStandardJSONSchemaMethod = () => refuse;
  export { refuse as toJSONSchema, refuse as JSONSchemaGenerator };
`;

/** Leaves zod's writer of JSON schemas out of the bundles, 18 KB of each. */
export const withoutJsonSchema: Plugin = {
  name: 'without-json-schema',
  setup: ({ onLoad }) => {
    onLoad({ filter: emptied }, () => ({ contents, loader: 'js' }));
  },
};
