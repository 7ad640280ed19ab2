import { z } from 'zod';
import { restoreMember, suspendMember } from '#domain/accounts/commands/suspend-member.ts';
import { memberForOperator } from '#domain/accounts/queries/find-members.ts';
import { endSessions } from '#platform/auth.ts';
import { operatorOnly } from '#web/context.ts';
import { eventNumberHref } from '#web/evidence/addresses.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { actOnIntent, formCase, type Problems } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { TextArea } from '#web/ui/form/text-fields.tsx';
import { Section } from '#web/ui/page-head.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import { Day, Time } from '#web/ui/time.tsx';
import type { Route } from './+types/member.ts';
import { OperatorArea, placeCrumb } from './area.tsx';

const words = text.operator.members;

export const handle: PageHandle = { nav: 'operator' };
export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: text.site.title(loaderData?.member.name ?? '') },
];

export async function loader({ context, params }: Route.LoaderArgs) {
  const { readDb, actor } = operatorOnly(context);
  const member = await memberForOperator(readDb, actor, params.id);
  return { member, self: member.id === actor.memberId };
}

const suspension = z.object({ reason: z.string().max(1_000) });

export async function action({ request, context, params }: Route.ActionArgs) {
  const { run, readDb, actor, auth } = operatorOnly(context);
  const { id: memberId, name } = await memberForOperator(readDb, actor, params.id);
  const back = (seq: number, title: string, says: { text?: string } = {}) =>
    redirectWithFlash(context, `/operator/members/${memberId}`, {
      tone: 'go',
      title,
      ...says,
      evidence: { href: eventNumberHref(memberId, seq), label: text.parts.event(seq) },
    });
  return actOnIntent(request, {
    suspend: formCase(
      suspension,
      async ({ reason }, key) => {
        const input = { memberId, reason };
        const { seq } = await run(suspendMember, input, { actor, root: memberId, key });
        await endSessions(auth, memberId);
        return back(seq, words.suspend.done(name), { text: words.suspend.doneText });
      },
      { refusedTitle: words.suspend.refused },
    ),
    restore: formCase(
      z.object({}),
      async (_none, key) => {
        const { seq } = await run(restoreMember, { memberId }, { actor, root: memberId, key });
        return back(seq, words.restore.done(name));
      },
      { refusedTitle: words.restore.refused },
    ),
  });
}

export default function Member({ loaderData, actionData }: Route.ComponentProps) {
  const { member, self } = loaderData;
  const { suspendedAt } = member;
  return (
    <OperatorArea
      place="members"
      title={member.name}
      crumbs={[placeCrumb('members')]}
      state={<StateBadge {...(suspendedAt === null ? words.active : words.suspended)} boxed />}
      facts={[
        member.email,
        <span key="since">
          {words.since} <Day at={member.createdAt} />
        </span>,
        ...(member.operator ? [words.operator] : []),
      ]}
    >
      <Section id="acts-for" title={words.actsFor}>
        <ul className="mt-1">
          {member.organizations.map(({ id, name, role }) => (
            <li key={id} className="py-1.5">
              {name} · {text.site.acting.roles[role as 'owner']}
            </li>
          ))}
        </ul>
        {member.organizations.length === 0 && <p>{words.nobodyElse}</p>}
        <p className="mt-3 flex flex-wrap gap-x-6 gap-y-2">
          <a className="lk" href={`/operator/events?member=${member.id}`}>
            {words.acts}
          </a>
          <a className="lk" href={`/operator/events?root=${member.id}`}>
            {words.about}
          </a>
        </p>
      </Section>
      {self && <p>{words.self}</p>}
      {!self && suspendedAt === null && <Suspend name={member.name} problems={actionData} />}
      {!self && suspendedAt !== null && (
        <Restore name={member.name} since={suspendedAt} problems={actionData} />
      )}
    </OperatorArea>
  );
}

function Suspend({ name, problems }: { name: string; problems: Problems | undefined }) {
  const { title, text: says, reason, reasonHint, act } = words.suspend;
  return (
    <Panel id="suspend" title={title}>
      <p className="mt-2 mb-4 max-w-[62ch]">{says}</p>
      <Form intent="suspend" problems={problems}>
        <TextArea name="reason" label={reason} hint={reasonHint} rows={3} maxLength={1_000} />
        <SubmitButton look="grave">{act(name)}</SubmitButton>
      </Form>
    </Panel>
  );
}

function Restore({
  name,
  since,
  problems,
}: {
  name: string;
  since: Date;
  problems: Problems | undefined;
}) {
  const { title, text: says, act } = words.restore;
  return (
    <Panel id="restore" title={title}>
      <p className="mt-2 mb-4 max-w-[62ch]">
        {words.restore.since} <Time at={since} />. {says}
      </p>
      <Form intent="restore" problems={problems}>
        <SubmitButton>{act(name)}</SubmitButton>
      </Form>
    </Panel>
  );
}
