/** The tables whose clauses only the catalogue reads: who may do what, and what follows what. Terms keep theirs, papers print them. */
const tables = /[\\/]functions[\\/]law[\\/](?:powers[\\/][\w-]+|procedure)\.ts$/;

const citation = /cite\('[^'\n]*', '[^'\n]*'(?:, '[^'\n]*')?\)/g;

/** The source of a table of the law without the clauses its rows rest on; any other source as it is. */
export const unclaused = (path: string, source: string): string =>
  tables.test(path) ? source.replaceAll(citation, '0') : source;
