import { extractText, extractTextItems, getDocumentProxy, type StructuredTextItem } from 'unpdf';

/** Text of each page as a reader other than ours finds it. */
export async function textOf(pdf: Uint8Array): Promise<readonly string[]> {
  const { text } = await extractText(await getDocumentProxy(pdf.slice()), { mergePages: false });
  return text;
}

/** Each piece of text with its place; y counts from the foot of the page. */
export async function itemsOf(pdf: Uint8Array): Promise<readonly (readonly StructuredTextItem[])[]> {
  const { items } = await extractTextItems(await getDocumentProxy(pdf.slice()));
  return items;
}

/** A text without what only the layout puts into it. */
export const withoutSpaces = (text: string): string => text.replace(/\s+/gu, '');
