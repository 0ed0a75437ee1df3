import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import type { Face, Measure } from '../../documents/line-break.ts';
import { fontFiles, fontPackage } from './font-files.ts';
import { trueTypeOf } from './woff-font.ts';

/** The family papers are set in. Opened fonts keep only what they have read of it. */
export type PaperFont = Readonly<Record<Face, Font>>;

/** Opens the two weights from the bytes of their WOFF files. */
export function paperFont(woff: Readonly<Record<Face, Uint8Array>>): PaperFont {
  const open = (bytes: Uint8Array): Font => create(Buffer.from(trueTypeOf(bytes))) as Font;
  return { regular: open(woff.regular), bold: open(woff.bold) };
}

/** A bundle is CommonJS and has no address of its own; modules of a layer are found from anywhere. */
const pathOf = (face: Face): string =>
  createRequire(import.meta.url ?? `${process.cwd()}/`).resolve(`${fontPackage}/${fontFiles[face]}`);

let opened: Promise<PaperFont> | undefined;

/** The installed font (from node_modules, on AWS from the layer of the step), unpacked once per process. */
export function installedFont(): Promise<PaperFont> {
  opened ??= Promise.all([readFile(pathOf('regular')), readFile(pathOf('bold'))]).then(([regular, bold]) =>
    paperFont({ regular, bold }),
  );
  return opened;
}

/** Widths as the font has them, in ems. */
export function measureOf(font: PaperFont): Measure {
  return (text, face) => {
    const { unitsPerEm } = font[face];
    const widths = [...text].map((one) => font[face].glyphForCodePoint(one.codePointAt(0) ?? 0).advanceWidth);
    return widths.reduce((sum, width) => sum + width, 0) / unitsPerEm;
  };
}

/** The characters of a text that a weight cannot draw, each once. */
export const missingIn = (font: PaperFont, face: Face, text: string): readonly string[] =>
  [...new Set(text)].filter((one) => !font[face].hasGlyphForCodePoint(one.codePointAt(0) ?? 0));
