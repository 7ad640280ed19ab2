/** The templates that a client may begin with, most used first. */
import type { FormTemplate } from './form-template.ts';
import { classification, moderation, multiSelect, sentiment } from './gallery-choices.ts';
import { dataEntry, transcription } from './gallery-entry.ts';
import { boundingBoxes, freeHtml } from './gallery-pictures.ts';
import { searchRelevance, survey } from './gallery-questions.ts';

export const FORM_TEMPLATES: readonly FormTemplate[] = [
  classification,
  multiSelect,
  transcription,
  dataEntry,
  survey,
  searchRelevance,
  sentiment,
  moderation,
  boundingBoxes,
  freeHtml,
];

/** The template of that slug, or null. */
export function findTemplate(slug: string): FormTemplate | null {
  return FORM_TEMPLATES.find((template) => template.slug === slug) ?? null;
}
