import { PROJECT_LIMITS } from '#domain/projects/project-terms.ts';
import type { FreelancerToInvite } from '#domain/projects/queries/freelancers-to-invite.ts';
import { Phrase } from '#web/evidence/phrase.tsx';
import type { Problems } from '#web/form-act.ts';
import { PartyName } from '#web/projects/project-facts.tsx';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { TextArea } from '#web/ui/form/text-fields.tsx';
import { Section } from '#web/ui/page-head.tsx';
import { EmptyState } from '#web/ui/panel.tsx';
import { Day } from '#web/ui/time.tsx';

const words = text.projects.invite;
const MOST = 20;

/** A field for a name or an address; who is found, or has the address, can be asked at once. */
export function FindByName({
  asked,
  found,
  draft,
  problems,
}: {
  asked: string;
  found: readonly FreelancerToInvite[];
  draft: boolean;
  problems: Problems | undefined;
}) {
  return (
    <Section id="by-name" title={text.matching.page.byName}>
      <p className="mt-1 mb-3 text-sm text-muted">
        {draft ? text.matching.page.byNameDraft : text.matching.page.byNameSays}
      </p>
      <form method="get" action="#by-name" className="flex flex-wrap items-end gap-3">
        <label className="grid gap-1 text-sm font-medium">
          {words.search}
          <input
            name="q"
            type="search"
            defaultValue={asked}
            className="input w-72 max-w-full"
            autoComplete="off"
          />
        </label>
        <button type="submit" className="btn">
          {words.find}
        </button>
      </form>
      {asked.includes('@') ? (
        <Address email={asked.trim()} draft={draft} problems={problems} />
      ) : (
        asked !== '' && <Found found={found} />
      )}
    </Section>
  );
}

/** Nobody is looked up: the page is the same whether or not an account has the address. */
function Address({
  email,
  draft,
  problems,
}: {
  email: string;
  draft: boolean;
  problems: Problems | undefined;
}) {
  if (draft) return <p className="mt-5">{words.addressLater}</p>;
  return (
    <div className="mt-5 max-w-3xl">
      <p className="mb-3 text-sm text-muted">{words.addressSays}</p>
      <NoteForm whom={{ field: 'email', value: email, name: email }} problems={problems} />
    </div>
  );
}

function Found({ found }: { found: readonly FreelancerToInvite[] }) {
  if (found.length === 0) {
    return (
      <div className="mt-5">
        <EmptyState title={words.none} level={3}>
          {words.noneSays}
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="mt-5 max-w-3xl">
      <h3 className="font-semibold text-sm">{words.found(found.length)}</h3>
      {found.length >= MOST && <p className="text-sm text-muted">{words.most}</p>}
      <ul className="mt-2 divide-y divide-base-300 border-y border-base-300">
        {found.map((one) => (
          <li key={one.id} className="py-3 flex flex-wrap items-center gap-x-4 gap-y-2">
            <div className="min-w-0 flex-1 basis-56">
              <b className="font-semibold">
                <PartyName name={one.name} country={one.country} />
              </b>
              <p className="text-sm text-muted">
                {one.kind === 'organization' ? words.agency : one.headline}
              </p>
            </div>
            {one.invitedAt === null ? (
              <a className="btn btn-sm max-md:h-11" href={`?who=${one.id}`}>
                {words.act(one.name)}
              </a>
            ) : (
              <p className="text-sm text-muted">
                <Phrase says={words.already} values={{ day: <Day at={one.invitedAt} /> }} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Whom to ask, with a note why. */
export function NoteForm({
  whom,
  problems,
  back,
}: {
  whom: { field: 'freelancerId' | 'email'; value: string; name: string };
  problems: Problems | undefined;
  back?: string;
}) {
  return (
    <Form problems={problems}>
      <input type="hidden" name={whom.field} value={whom.value} />
      <TextArea
        name="note"
        label={words.note}
        hint={words.noteHint}
        rows={4}
        optional
        maxLength={PROJECT_LIMITS.invitationNoteChars}
      />
      <div className="flex flex-wrap gap-3">
        <SubmitButton>{words.act(whom.name)}</SubmitButton>
        {back !== undefined && (
          <a className="btn" href={back}>
            {words.another}
          </a>
        )}
      </div>
    </Form>
  );
}
