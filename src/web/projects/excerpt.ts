/** The beginning of a Markdown text without its marks, for lists. Server only. */
import { renderMarkdown } from '#web/ui/markdown.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
};

export function excerptOf(markdown: string): string {
  // A list reads on as sentences. The end of a block parts words; that of a bold word does not.
  const sentences = renderMarkdown(markdown).replace(/([^.!?:;,…>\s])(<\/(?:li|h\d)>)/g, '$1.$2');
  const parted = sentences.replace(/<(?:\/(?:p|li|h\d|t[dhr]|pre)|br[ /]*)>/g, ' ');
  const plain = parted.replace(/<[^>]*>/g, '');
  const text = plain.replace(/&(amp|lt|gt|quot|#39);/g, (_whole, name) => ENTITIES[name] ?? '');
  return text.replace(/\s+/g, ' ').trim();
}
