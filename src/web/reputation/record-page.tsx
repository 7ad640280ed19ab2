import { may } from '#domain/accounts/permission.ts';
import { taskOutcomes } from '#domain/reputation/queries/member-record.ts';
import { SettingsPage } from '#web/accounts/settings/settings-page.tsx';
import { signedIn } from '#web/context.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { RadioGroup } from '#web/ui/form/choice-fields.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { TextField } from '#web/ui/form/text-fields.tsx';
import { Section } from '#web/ui/page-head.tsx';
import type { Route } from './+types/record-page.ts';
import { RecordedTasks } from './recorded-tasks.tsx';

const words = text.reputation.record;

export const handle: PageHandle = {};
export const meta = () => [{ title: text.site.title(words.crumb) }];

export async function loader({ context }: Route.LoaderArgs) {
  const { readDb, actor } = signedIn(context);
  return { maySign: may(actor, 'sign'), tasks: await taskOutcomes(readDb, actor.partyId) };
}

/** What a signed record is, the form that makes one, and how it is checked. */
export default function RecordPage({ loaderData }: Route.ComponentProps) {
  const { freelancer, client } = words.sides;
  return (
    <SettingsPage place="record" title={words.title} lead={words.lead}>
      <Section id="what" title={words.what}>
        <ul className="mt-2 divide-y divide-base-300 border-y border-base-300 max-w-2xl">
          {words.whatLines.map((line) => (
            <li key={line} className="py-2.5">
              {line}
            </li>
          ))}
        </ul>
      </Section>
      {loaderData.tasks !== null && <RecordedTasks tasks={loaderData.tasks} />}
      <Section id="make" title={words.make}>
        {loaderData.maySign ? (
          <div className="mt-3">
            <Form action="/record/record.jws" values={{ side: 'freelancer' }}>
              <RadioGroup
                name="side"
                label={words.side}
                options={[
                  { value: 'freelancer', label: freelancer },
                  { value: 'client', label: client },
                ]}
              />
              <TextField name="since" type="date" label={words.since} optional />
              <SubmitButton>{words.act}</SubmitButton>
              <p className="text-sm text-muted">{words.event}</p>
            </Form>
          </div>
        ) : (
          <p className="mt-2 text-muted">{words.notAllowed}</p>
        )}
      </Section>
      <Section id="check" title={words.check}>
        <p className="mt-2 max-w-[62ch]">{words.checkSays}</p>
        <pre className="mt-2 whitespace-pre-wrap wrap-anywhere rounded-field bg-base-200 p-3 text-sm max-w-2xl">
          <code>{words.command}</code>
        </pre>
        <p className="mt-3">
          <a className="lk" href="/.well-known/jwks.json">
            {words.keys}
          </a>
        </p>
      </Section>
    </SettingsPage>
  );
}
