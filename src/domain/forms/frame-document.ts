/** The document that stands in the frame of a free form. */
import { ACTION_MARK, cleanHtml } from './clean-html.ts';
import { escapeHtml, markVariables, putValues } from './marks.ts';
import type { HtmlForm } from './task-form.ts';
import { inputValue, type TaskInput } from './variables.ts';

export type FrameOptions = {
  /** Where the form inside is posted. */
  action: string;
  /** Written on the button that is added where the client's HTML has none. */
  send: string;
  title: string;
  lang?: string;
};

type Prepared = { html: string; names: readonly string[] };

const prepared = new Map<string, Prepared>();
const MOST_KEPT = 50;

/**
 * The client's HTML with a task's values in it, as a whole document. Values are escaped for the
 * place where they stand: text, attribute, address, script or style. Fields outside any form get
 * one around everything; a button that sends is added where there is none.
 */
export function frameDocument(form: HtmlForm, input: TaskInput, options: FrameOptions): string {
  const { html, names } = prepare(form, Object.keys(input));
  const filled = putValues(html, (mark) => inputValue(input, names[mark] ?? '') ?? '');
  const body = withButton(filled, options.send).replaceAll(ACTION_MARK, escapeHtml(options.action));
  const head = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(options.title)}</title>`,
    `<style>${LOOK}</style>`,
  ];
  const lang = escapeHtml(options.lang ?? 'en');
  return `<!doctype html><html lang="${lang}"><head>${head.join('')}</head><body>${body}</body></html>`;
}

const LOOK = [
  'body{margin:0;padding:8px;font:16px/1.5 system-ui,sans-serif;color:#1c2730;background:#fff}',
  'img,video{max-width:100%;height:auto}',
  'button,input,select,textarea{font:inherit;max-width:100%}',
].join('');

/** What has no column stays as it is written: `${x}` is also JavaScript. */
function prepare(form: HtmlForm, columns: readonly string[]): Prepared {
  const key = JSON.stringify([form.scripts, columns, form.html]);
  const known = prepared.get(key);
  if (known !== undefined) return known;
  const { text, names } = markVariables(form.html, (name) => columns.includes(name));
  const fresh = { html: cleanHtml(text, form.scripts), names };
  if (prepared.size >= MOST_KEPT) prepared.clear();
  prepared.set(key, fresh);
  return fresh;
}

const SENDS =
  /<(?:button(?![^>]*\btype="(?:button|reset)")|input\b[^>]*\btype="(?:submit|image)")/i;

function withButton(html: string, send: string): string {
  const button = SENDS.test(html)
    ? ''
    : `<p><button type="submit">${escapeHtml(send)}</button></p>`;
  const end = html.lastIndexOf('</form>');
  if (end !== -1) return html.slice(0, end) + button + html.slice(end);
  return `<form method="post" action="${ACTION_MARK}">${html}${button}</form>`;
}
