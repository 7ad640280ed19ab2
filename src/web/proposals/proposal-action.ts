/** The answer to the form of a proposal: sent, refused, or drawn again with more. Server only. */
import { data } from 'react-router';
import { actOnReceived, type ReceivedForm } from '#web/files/receive-form.ts';
import type { FormCase } from '#web/form-act.ts';
import { type Typed, typedIn } from '#web/form-data.ts';
import type { KeptFile } from '#web/ui/form/file-field.tsx';
import { closeRows, rowsFor } from './rows.ts';

/** A form that was sent only to be drawn again: with both sums, or with one more milestone. */
export type Redrawn = { redrawn: true; typed: Typed; rows: number; kept: readonly KeptFile[] };

export async function answerProposal(received: ReceivedForm, send: FormCase) {
  const form = closeRows(received.form);
  const act = form.get('act');
  if (act === 'show' || act === 'more') {
    const rows = rowsFor(form.keys(), act === 'more' ? 2 : 0);
    const again: Redrawn = { redrawn: true, typed: typedIn(form), rows, kept: received.kept };
    return data(again);
  }
  return actOnReceived({ ...received, form }, send);
}
