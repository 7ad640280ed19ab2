import type { ReactNode } from 'react';
import type { Problems } from '#web/form-act.ts';
import { text } from '#web/text/catalogue.ts';
import { Select } from '#web/ui/form/choice-fields.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { MoneyField, TextArea, TextField } from '#web/ui/form/text-fields.tsx';
import { lengthOf, sumOf } from '../batch-words.ts';
import type { AnswerData } from './answer-data.ts';
import { KeyHints } from './key-hints.tsx';

const words = text.review;
type Props = { data: AnswerData; problems: Problems | undefined };

/** What can be done with this answer: one decision, then what is said or given besides. */
export function AnswerPanel({ data, problems }: Props) {
  const { row, mayAccept, mayPost } = data;
  const waits = row.state === 'submitted';
  return (
    <section className="pn !border-edge grid gap-4" aria-label={words.crumb}>
      {row.feedback !== '' && (
        <p className="text-sm">
          {words.feedbackGiven}: <q>{row.feedback}</q>
        </p>
      )}
      {mayAccept && row.state !== 'approved' && <Approve data={data} problems={problems} />}
      {mayAccept && waits && <Reject data={data} problems={problems} />}
      {mayAccept && <Bonus data={data} problems={problems} />}
      {mayPost && <Message problems={problems} />}
      <KeyHints keys={['J', 'K', 'A', 'R', 'B']} />
    </section>
  );
}

function Approve({ data, problems }: Props) {
  const { batch, row } = data;
  const sum = sumOf(batch, row.rewardMinor + row.feeMinor);
  const waits = row.state === 'submitted';
  return (
    <Form intent="approve" problems={problems} className="grid gap-2">
      <button type="submit" className={`btn ${waits ? 'btn-primary' : ''}`} data-key="a">
        {waits ? words.approveAct(sum) : words.overrideAct(sum)}
      </button>
      <p className="text-sm text-muted">
        {waits
          ? words.approveNote(sumOf(batch, row.rewardMinor), sumOf(batch, row.feeMinor))
          : words.overrideText}
      </p>
    </Form>
  );
}

function Reject({ data, problems }: Props) {
  const { batch, row } = data;
  const sum = sumOf(batch, row.rewardMinor + row.feeMinor);
  return (
    <Folded name="r" label={words.rejectFold} open={problems?.intent === 'reject'}>
      <Form intent="reject" problems={problems}>
        <p className="text-sm text-muted">
          {words.rejectText(sum, lengthOf(batch.appealSeconds))}{' '}
          {batch.reopenRejected && words.reopens(sum)}
        </p>
        {rejectFields()}
        <button type="submit" className="btn">
          {words.rejectAct}
        </button>
      </Form>
    </Folded>
  );
}

/** Why an answer is rejected: the class, and words that the worker can act on. */
export function rejectFields(): ReactNode {
  return (
    <>
      <Select
        name="reason"
        label={words.reason}
        blank={text.form.choose}
        options={Object.entries(words.reasons).map(([value, label]) => ({ value, label }))}
      />
      <TextArea name="feedback" label={words.feedback} hint={words.feedbackHint} rows={4} />
    </>
  );
}

function Bonus({ data, problems }: Props) {
  const { batch, share } = data;
  return (
    <Folded name="b" label={words.bonusFold} open={problems?.intent === 'bonus'}>
      <Form intent="bonus" problems={problems}>
        {bonusFields(batch.currency, share)}
        <button type="submit" className="btn">
          {words.bonusAct}
        </button>
      </Form>
    </Folded>
  );
}

export function bonusFields(currency: string, share: string): ReactNode {
  return (
    <>
      <MoneyField
        name="amount"
        label={words.bonusAmount}
        hint={words.bonusHint(share)}
        currency={currency}
      />
      <TextArea name="bonusReason" label={words.bonusReason} rows={2} />
    </>
  );
}

function Message({ problems }: { problems: Problems | undefined }) {
  return (
    <Folded name="m" label={words.messageFold} open={problems?.intent === 'message'}>
      <Form intent="message" problems={problems}>
        <p className="text-sm text-muted">{words.messageHint}</p>
        <TextField name="subject" label={words.subject} maxLength={200} />
        <TextArea name="words" label={words.words} rows={4} />
        <button type="submit" className="btn">
          {words.messageAct}
        </button>
      </Form>
    </Folded>
  );
}

function Folded({
  name,
  label,
  open,
  children,
}: {
  name: string;
  label: string;
  open: boolean;
  children: ReactNode;
}) {
  return (
    <details open={open} className="border-t border-base-300 pt-2">
      <summary className="sm" data-key={name}>
        {label}
      </summary>
      <div className="mt-3">{children}</div>
    </details>
  );
}
