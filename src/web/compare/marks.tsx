import { MARK_LIMITS } from '#domain/projects/mark.ts';
import type { ComparedProposal } from '#domain/projects/queries/comparison.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { Icon } from '#web/ui/icon.tsx';

const words = text.compare.note;

/** Shortlist, hide, note: three small forms that only the client's side sees. */
export function Marks({
  one,
  mayMark,
  brief = false,
}: {
  one: ComparedProposal;
  mayMark: boolean;
  /** Without the form for the note, in the rows of a long list. */
  brief?: boolean;
}) {
  const { mark, name } = one;
  if (!mayMark) return mark.note === '' ? null : <Noted note={mark.note} />;
  return (
    <div className="grid gap-2 min-w-0">
      <div className={`flex gap-2 ${brief ? '' : 'flex-wrap'}`}>
        <MarkButton
          id={one.id}
          intent={mark.shortlisted ? 'unlist' : 'shortlist'}
          name={name}
          pressed={mark.shortlisted}
        />
        <MarkButton
          id={one.id}
          intent={mark.hidden ? 'unhide' : 'hide'}
          name={name}
          pressed={false}
        />
      </div>
      {mark.note !== '' && <Noted note={mark.note} />}
      {!brief && <NoteForm one={one} />}
    </div>
  );
}

function NoteForm({ one }: { one: ComparedProposal }) {
  const { mark, name } = one;
  return (
    <details>
      <summary className="sm text-sm">{mark.note === '' ? words.write : words.change}</summary>
      <Form intent="note" className="grid gap-2 mt-1">
        <input type="hidden" name="proposalId" value={one.id} />
        <textarea
          name="note"
          aria-label={words.noteOf(name)}
          className="textarea w-full min-w-0"
          rows={3}
          maxLength={MARK_LIMITS.noteChars}
          defaultValue={mark.note}
        />
        <button type="submit" className="btn btn-sm max-md:h-11 justify-self-start">
          {words.keep}
        </button>
      </Form>
    </details>
  );
}

type Intent = 'shortlist' | 'unlist' | 'hide' | 'unhide';

function MarkButton({
  id,
  intent,
  name,
  pressed,
}: {
  id: string;
  intent: Intent;
  name: string;
  pressed: boolean;
}) {
  return (
    <Form intent={intent} className="contents">
      <input type="hidden" name="proposalId" value={id} />
      <button
        type="submit"
        className="btn btn-sm max-md:h-11"
        aria-label={`${words[intent]}: ${name}`}
      >
        <Icon name={ICON[intent]} className={pressed ? 'text-primary' : ''} />
        {words[intent]}
      </button>
    </Form>
  );
}

const ICON = { shortlist: 'star', unlist: 'x', hide: 'eye-off', unhide: 'plus' } as const;

function Noted({ note }: { note: string }) {
  return <p className="text-sm text-muted whitespace-pre-line wrap-anywhere">{note}</p>;
}
