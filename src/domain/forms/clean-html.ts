/**
 * A client's HTML without what acts by itself. Whatever gets through is still only shown in a
 * frame on an origin of its own: this is the first of two walls, and makes values safe to put in.
 */
import sanitizeHtml from 'sanitize-html';

const FORMS = ['form', 'fieldset', 'legend', 'label', 'input', 'textarea', 'select', 'optgroup'];
const MORE_FORMS = ['option', 'datalist', 'button', 'output', 'meter', 'progress'];
const TEXTS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'div', 'span', 'br', 'hr', 'wbr', 'pre'];
const WORDS = ['a', 'abbr', 'b', 'bdi', 'bdo', 'big', 'cite', 'code', 'del', 'dfn', 'em', 'font'];
const MORE_WORDS = ['i', 'ins', 'kbd', 'mark', 'q', 's', 'samp', 'small', 'strong', 'sub', 'sup'];
const PARTS = ['article', 'aside', 'blockquote', 'center', 'details', 'footer', 'header', 'main'];
const MORE_PARTS = ['nav', 'section', 'summary', 'figure', 'figcaption', 'time', 'u', 'var', 'tt'];
const LISTS = ['ul', 'ol', 'li', 'dl', 'dt', 'dd'];
const TABLES = ['table', 'caption', 'colgroup', 'col', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'];
const MEDIA = ['img', 'picture', 'source', 'audio', 'video', 'track', 'map', 'area', 'style'];

const EVERYWHERE = ['id', 'class', 'style', 'title', 'lang', 'dir', 'role', 'aria-*', 'data-*'];
const OF_FIELDS = [
  ...['type', 'name', 'value', 'placeholder', 'required', 'checked', 'selected', 'disabled'],
  ...['readonly', 'multiple', 'size', 'min', 'max', 'step', 'minlength', 'maxlength', 'rows'],
  ...['cols', 'list', 'for', 'label', 'inputmode', 'autocomplete', 'spellcheck', 'accesskey'],
  ...['hidden', 'tabindex', 'wrap', 'low', 'high', 'optimum', 'open', 'datetime', 'start'],
];
const OF_LOOKS = [
  ...['width', 'height', 'align', 'valign', 'border', 'cellpadding', 'cellspacing', 'bgcolor'],
  ...['color', 'face', 'colspan', 'rowspan', 'span', 'scope', 'headers', 'nowrap', 'reversed'],
];
const OF_MEDIA = [
  ...['href', 'src', 'srcset', 'sizes', 'alt', 'media', 'poster', 'controls', 'loop', 'muted'],
  ...['preload', 'kind', 'srclang', 'default', 'usemap', 'shape', 'coords', 'loading'],
];

/** The types of the package leave one option out. */
type Options = sanitizeHtml.IOptions & { allowedEmptyAttributes: string[] };

const ALIKE: Options = {
  allowVulnerableTags: true,
  allowProtocolRelative: false,
  parseStyleAttributes: false,
  disallowedTagsMode: 'discard',
  nonBooleanAttributes: [],
  allowedEmptyAttributes: ['alt', 'value'],
  // Where an answer goes, and what it looks like on the way, the frame says alone.
  transformTags: {
    form: (tagName, { action: _to, method: _how, enctype: _as, target: _where, ...attribs }) => ({
      tagName,
      attribs: { ...attribs, method: 'post', action: 'vq7action7qv' },
    }),
    button: withoutOverrides,
    input: withoutOverrides,
  },
};

const PLAIN: Options = {
  ...ALIKE,
  allowedTags: [
    ...[FORMS, MORE_FORMS, TEXTS, WORDS, MORE_WORDS, PARTS, MORE_PARTS, LISTS, TABLES, MEDIA],
  ].flat(),
  allowedAttributes: {
    '*': [...EVERYWHERE, ...OF_FIELDS, ...OF_LOOKS, ...OF_MEDIA],
    form: ['method', 'action'],
  },
  allowedSchemes: ['https', 'http'],
  allowedSchemesByTag: { img: ['https', 'http', 'data'], source: ['https', 'http', 'data'] },
  nonTextTags: ['script', 'title', 'noscript', 'template', 'object', 'xmp', 'svg', 'math'],
  nestingLimit: 100,
};

const SCRIPTED: Options = {
  ...ALIKE,
  allowedTags: false,
  allowedAttributes: false,
  allowedSchemes: ['https', 'http', 'data', 'blob'],
  allowedSchemesAppliedToAttributes: [],
};

/** Stands in an `action` until the frame knows the address that takes the answer. */
export const ACTION_MARK = 'vq7action7qv';

/**
 * Well-formed HTML: every attribute quoted, every stray `<` escaped. Without `scripts` nothing in
 * it runs, frames, refreshes or leads a form elsewhere; forms, media, tables and styles stay.
 * Every form posts to ACTION_MARK.
 */
export function cleanHtml(html: string, scripts: boolean): string {
  return sanitizeHtml(html, scripts ? SCRIPTED : PLAIN);
}

function withoutOverrides(tagName: string, attributes: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  const kept = Object.entries(attributes).filter(([name]) => !name.startsWith('form'));
  return { tagName, attribs: Object.fromEntries(kept) };
}
