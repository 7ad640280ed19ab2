/**
 * Markdown that the loader rendered with `renderMarkdown`; the brand keeps raw text out.
 */
export type SafeHtml = string & { readonly safe: unique symbol };

export function Prose({ html, lang }: { html: SafeHtml; lang?: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: only sanitized Markdown has this type
  return <div className="prose" lang={lang} dangerouslySetInnerHTML={{ __html: html }} />;
}
