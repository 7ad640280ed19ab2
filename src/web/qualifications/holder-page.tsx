import { z } from 'zod';
import { may } from '#domain/accounts/permission.ts';
import {
  grantQualification,
  revokeQualification,
} from '#domain/qualifications/commands/grant-qualification.ts';
import { QUALIFICATION_LIMITS, stands } from '#domain/qualifications/qualification.ts';
import { grantOf } from '#domain/qualifications/queries/grants.ts';
import { ownType } from '#domain/qualifications/queries/types.ts';
import { signedIn } from '#web/context.ts';
import { eventNumberHref } from '#web/evidence/addresses.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { actOnIntent, formCase } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { NumberField, TextArea } from '#web/ui/form/text-fields.tsx';
import { PageHead, WorkPage } from '#web/ui/page-head.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import { Day } from '#web/ui/time.tsx';
import type { Route } from './+types/holder-page.ts';

const { holder: words, list, grantStates, refused, type: typeWords, own } = text.qualifications;
const { reasonChars } = QUALIFICATION_LIMITS;

export const handle: PageHandle = { nav: 'tasks' };
export const meta = ({ loaderData }: Route.MetaArgs) => [
  {
    title: text.site.title(
      words.title(loaderData?.grant.workerName ?? '', loaderData?.type.name ?? ''),
    ),
  },
];

export async function loader({ context, params }: Route.LoaderArgs) {
  const { readDb, actor, now } = signedIn(context);
  const type = await ownType(readDb, actor, params.id);
  const asked = { typeId: type.id, workerId: params.workerId };
  const grant = await grantOf(readDb, actor, asked);
  const expired = grant.state === 'granted' && !stands(grant, now);
  const mayChange = may(actor, 'award') && type.state !== 'retired';
  const mayRevoke = may(actor, 'award') && grant.state === 'granted';
  return { type, grant, look: expired ? ('expired' as const) : grant.state, mayChange, mayRevoke };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { run, actor, readDb } = signedIn(context);
  const asked = { typeId: params.id, workerId: params.workerId };
  const { workerName, workerId, typeId } = await grantOf(readDb, actor, asked);
  const options = (key: string) => ({ actor, root: actor.partyId, key });
  const done = (title: string, seq: number | null) =>
    redirectWithFlash(context, `/tasks/qualifications/${typeId}`, {
      tone: 'go',
      title,
      ...(seq === null
        ? {}
        : {
            evidence: { href: eventNumberHref(actor.partyId, seq), label: text.parts.event(seq) },
          }),
    });
  const change = formCase(
    z.object({ value: z.coerce.number() }),
    async ({ value }, key) => {
      const input = { typeId, workerIds: [workerId], value };
      const { seq } = await run(grantQualification, input, options(key));
      return done(seq === null ? text.qualifications.edit.same : words.changed, seq);
    },
    { refusedTitle: refused },
  );
  const revoke = formCase(
    z.object({ reason: z.string().max(reasonChars).optional() }),
    async ({ reason = '' }, key) => {
      const { seq } = await run(revokeQualification, { typeId, workerId, reason }, options(key));
      return done(words.revoked(workerName), seq);
    },
    { refusedTitle: refused },
  );
  return actOnIntent(request, { change, revoke });
}

export default function HolderPage({ loaderData, actionData }: Route.ComponentProps) {
  const { type, grant, look, mayChange, mayRevoke } = loaderData;
  const crumbs = [
    { href: '/tasks/qualifications', label: list.title },
    { href: `/tasks/qualifications/${type.id}`, label: type.name },
  ];
  const facts = [
    `${typeWords.value} ${grant.value}`,
    text.qualifications.sources[grant.source],
    <Day key="since" at={grant.grantedAt} />,
  ];
  return (
    <WorkPage
      head={
        <PageHead
          crumbs={crumbs}
          title={words.title(grant.workerName, type.name)}
          state={<StateBadge {...grantStates[look]} boxed />}
          facts={facts}
          acts={
            <a className="btn" href={`/tasks/workers/block?worker=${grant.workerId}`}>
              {words.block}
            </a>
          }
        />
      }
    >
      {grant.reason !== '' && <p>{own.why(grant.reason)}</p>}
      {mayChange && (
        <Form intent="change" problems={actionData} values={{ value: grant.value }}>
          <NumberField name="value" label={words.change} hint={typeWords.valueHint} />
          <SubmitButton>{words.save}</SubmitButton>
        </Form>
      )}
      {mayRevoke && (
        <div className="max-w-md">
          <Panel id="revoke" title={words.revokeTitle}>
            <p className="mt-1 mb-4 text-sm">{words.revokeSays}</p>
            <Form intent="revoke" problems={actionData}>
              <TextArea
                name="reason"
                label={words.reason}
                hint={words.reasonHint}
                rows={3}
                maxLength={reasonChars}
                optional
              />
              <SubmitButton look="grave">{words.revoke}</SubmitButton>
            </Form>
          </Panel>
        </div>
      )}
    </WorkPage>
  );
}
