import type { Face } from '../../documents/line-break.ts';

/** LXGW WenKai (霞鹜文楷), SIL Open Font License 1.1. The files hold every script, whatever their names say. */
export const fontPackage = '@fontsource/lxgw-wenkai';
export const fontFiles: Readonly<Record<Face, string>> = {
  regular: 'files/lxgw-wenkai-latin-500-normal.woff',
  bold: 'files/lxgw-wenkai-latin-700-normal.woff',
};
