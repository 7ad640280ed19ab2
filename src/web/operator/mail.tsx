import { outboxMail } from '#domain/notifications/queries/outbox.ts';
import { operatorOnly } from '#web/context.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Note } from '#web/ui/bands.tsx';
import { Section } from '#web/ui/page-head.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import { Time } from '#web/ui/time.tsx';
import type { Route } from './+types/mail.ts';
import { OperatorArea, placeCrumb } from './area.tsx';
import { mailState } from './outbox.tsx';

const words = text.operator.outbox;

export const handle: PageHandle = { nav: 'operator' };
export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: text.site.title(loaderData?.mail.subject ?? '') },
];

export async function loader({ context, params }: Route.LoaderArgs) {
  const { readDb, actor, config } = operatorOnly(context);
  const delivers = config.delivers === true;
  return { mail: await outboxMail(readDb, actor, { id: params.id, delivers }) };
}

export default function Mail({ loaderData }: Route.ComponentProps) {
  const { mail } = loaderData;
  return (
    <OperatorArea
      place="outbox"
      title={mail.subject}
      crumbs={[placeCrumb('outbox')]}
      state={<StateBadge {...mailState(mail)} boxed />}
      facts={[
        `${words.to} ${mail.recipient}`,
        <span key="written">
          {words.written} <Time at={mail.createdAt} />
        </span>,
        ...(mail.attempts === 0 ? [] : [words.tries(mail.attempts)]),
      ]}
    >
      {mail.lastError !== '' && (
        <p>
          {words.error}: {mail.lastError}
        </p>
      )}
      <Section id="text" title={words.text}>
        <MailText text={mail.text} secret={mail.secret} />
      </Section>
    </OperatorArea>
  );
}

function MailText({ text: body, secret }: { text: string | null; secret: boolean }) {
  if (body === null) return <p className="mt-2">{words.secretHidden}</p>;
  if (body === '') return <p className="mt-2">{words.emptied}</p>;
  return (
    <div className="mt-3 max-w-2xl grid grid-cols-[minmax(0,1fr)] gap-4">
      {secret && (
        <Note tone="hold" icon="key-round">
          {words.secretShown}
        </Note>
      )}
      <div className="whitespace-pre-line wrap-anywhere border-s-4 border-base-300 ps-4">
        {linked(body)}
      </div>
    </div>
  );
}

/** Addresses become links, as a mail program shows them. */
function linked(body: string) {
  return body.split(/(https?:\/\/\S+)/).map((part, at) =>
    at % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one fixed text
      <a key={at} className="lk" href={part}>
        {part}
      </a>
    ),
  );
}
