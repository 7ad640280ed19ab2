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

/** A field for a name or an address; who is found can be asked at once. */
export function FindByName({
  asked,
  found,
}: {
  asked: string;
  found: readonly FreelancerToInvite[];
}) {
  return (
    <Section id="by-name" title={text.matching.page.byName}>
      <p className="mt-1 mb-3 text-sm text-muted">{text.matching.page.byNameSays}</p>
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
      {asked !== '' && <Found found={found} />}
    </Section>
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

/** One freelancer, with a note why. */
export function NoteForm({
  freelancer,
  problems,
  back,
}: {
  freelancer: FreelancerToInvite;
  problems: Problems | undefined;
  back: string;
}) {
  return (
    <Form problems={problems}>
      <input type="hidden" name="freelancerId" value={freelancer.id} />
      <TextArea
        name="note"
        label={words.note}
        hint={words.noteHint}
        rows={4}
        optional
        maxLength={PROJECT_LIMITS.invitationNoteChars}
      />
      <div className="flex flex-wrap gap-3">
        <SubmitButton>{words.act(freelancer.name)}</SubmitButton>
        <a className="btn" href={back}>
          {words.another}
        </a>
      </div>
    </Form>
  );
}
