/**
 * Every text of the web door, in English, one file per noun. A page takes its words from here and
 * nowhere else (`text.site.menu`), so that another language is another object of this type.
 */
export * as text from './nouns.ts';
