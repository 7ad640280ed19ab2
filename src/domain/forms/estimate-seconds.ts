/** How long one answer may take, from its form alone; only until answers were measured. */
import { type FilledField, fillForm } from './fill-form.ts';
import type { TaskForm } from './task-form.ts';
import type { TaskInput } from './variables.ts';

/** Reading English in silence: 238 words a minute (Brysbaert 2019, 190 studies). */
const WORDS_A_SECOND = 238 / 60;
/** Of a picture, a recording or a page that is shown. */
const LOOK_SECONDS = 6;
const HTML_SECONDS = 30;

/**
 * Seconds for reading what is shown and answering what is asked; of free HTML a flat guess besides
 * its words. Instructions are left out: they are read once and not for each task.
 */
export function estimateSeconds(form: TaskForm, input: TaskInput): number {
  if (form.kind === 'html') return HTML_SECONDS + reading(form.html.replace(/<[^>]*>/g, ' '));
  const { show, fields } = fillForm(form, input);
  const shown = show.reduce((sum, block) => {
    if (block.kind === 'heading') return sum + reading(block.text);
    if (block.kind === 'text') {
      return sum + reading([block.text.markdown, ...block.text.values].join(' '));
    }
    return sum + LOOK_SECONDS;
  }, 0);
  return Math.max(3, Math.round(shown + fields.reduce((sum, one) => sum + answering(one), 0)));
}

function answering(field: FilledField): number {
  const asked = reading(`${field.label} ${field.hint}`);
  switch (field.kind) {
    case 'choice':
      return asked + 2;
    case 'choices':
      return asked + 4;
    case 'scale':
      return asked + 3;
    case 'text':
      return asked + 8 * field.lines;
    case 'number':
    case 'date':
      return asked + 6;
    case 'boxes':
      return asked + 8 * Math.max(1, field.least);
  }
}

function reading(text: string): number {
  return Math.round(text.split(/\s+/).filter((word) => word !== '').length / WORDS_A_SECOND);
}
