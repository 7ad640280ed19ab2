import type { ActingFor } from '#web/context.ts';
import { text } from '#web/text/catalogue.ts';
import { Band, Note, Toast } from '#web/ui/bands.tsx';
import { EventLink, Evidence } from '#web/ui/evidence.tsx';
import { FileList } from '#web/ui/files.tsx';
import { ActingForList } from '#web/ui/frame/acting-for.tsx';
import { Money, MoneyLine, MoneyLines } from '#web/ui/money.tsx';
import { Certificate, DecisionPanel, EmptyState, Outcome, Skeleton } from '#web/ui/panel.tsx';
import { Prose, type SafeHtml } from '#web/ui/prose.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import { Paging } from '#web/ui/table-controls.tsx';
import { Deadline } from '#web/ui/time.tsx';
import { HERE, Part, usd } from './part.tsx';

const words = text.kit;

export function FeedbackParts({ html }: { html: SafeHtml }) {
  return (
    <>
      <Part title={words.sections.decision}>
        <Decision />
      </Part>
      <Part title={words.sections.acting}>
        <div className="rounded-box border border-base-300 p-2 max-w-xs shadow-lg bg-base-100">
          <ActingForList parties={PARTIES} partyId="a" />
        </div>
      </Part>
      <Part title={words.sections.empty}>
        <Empty />
      </Part>
      <Part title={words.sections.bands}>
        <Bands />
      </Part>
      <Part title={words.sections.text}>
        <Prose html={html} />
        <div className="max-w-xl mt-5">
          <FileList
            files={words.text.files.map((file) => ({ ...file, id: file.name, href: HERE }))}
          />
        </div>
      </Part>
      <Part title={words.sections.loading}>
        <Skeleton label={words.loading} lines={2} />
      </Part>
      <Part title={words.sections.certificate}>
        <Sealed />
      </Part>
      <Part title={words.sections.focus}>
        <Focus />
      </Part>
    </>
  );
}

const PARTIES: readonly ActingFor[] = [
  { partyId: 'a', name: 'Harrow & Lane', role: 'owner', balances: [usd(6204.18)] },
  { partyId: 'b', name: 'Mara Oduya', role: 'self', balances: [usd(412)] },
  { partyId: 'c', name: 'Brightwater Utilities', role: 'member', balances: null },
];

function Decision() {
  const { decision } = words;
  const asked = (
    <>
      <StateBadge {...text.states.waitingForYou} word={decision.asked} boxed />
      <span className="text-sm text-muted">
        {text.parts.until} <Deadline at="2026-12-03T16:42:00Z" />
      </span>
    </>
  );
  const about = (
    <p>
      <Evidence href={HERE}>{words.timeline.handedIn.files}</Evidence>
      {decision.about}
    </p>
  );
  const outcomes = (
    <>
      <Outcome title={decision.accept}>
        <MoneyLines>
          <MoneyLine label={decision.leaves}>
            <Money amount={usd(1600)} />
          </MoneyLine>
          <MoneyLine kind="sub" label={decision.fee}>
            <Money amount={usd(-160)} />
          </MoneyLine>
          <MoneyLine kind="sum" label={decision.receives}>
            <Money amount={usd(1440)} />
          </MoneyLine>
        </MoneyLines>
      </Outcome>
      <div className="grid gap-3">
        <Outcome title={decision.changes}>{decision.changesWords}</Outcome>
        <Outcome title={decision.nothing}>{decision.nothingWords}</Outcome>
      </div>
    </>
  );
  const acts = (
    <>
      <a className="btn btn-primary" href={HERE}>
        {decision.acceptAct}
      </a>
      <a className="btn" href={HERE}>
        {decision.changesAct}
      </a>
    </>
  );
  return (
    <DecisionPanel
      id="kit-decision"
      asked={asked}
      title={decision.title}
      about={about}
      outcomes={outcomes}
      acts={acts}
    />
  );
}

function Empty() {
  const { empty } = words;
  const acts = (
    <>
      <a className="btn btn-primary" href={HERE}>
        {empty.invite}
      </a>
      <a className="btn" href={HERE}>
        {empty.change}
      </a>
    </>
  );
  return (
    <EmptyState level={3} title={empty.title} acts={acts}>
      {empty.text}
    </EmptyState>
  );
}

function Bands() {
  const { bands } = words;
  return (
    <div className="grid gap-3 max-w-xl">
      <Band tone="go" title={bands.done}>
        {bands.doneText} <EventLink href={HERE} seq={42} />
      </Band>
      <Band tone="miss" title={bands.refused}>
        {bands.refusedText}
      </Band>
      <Band tone="hold" title={bands.asked}>
        {bands.askedText}
      </Band>
      <Note tone="go" icon="info">
        {bands.note}
      </Note>
      <Toast icon="link">{bands.copied}</Toast>
    </div>
  );
}

function Sealed() {
  const { certificate } = words;
  return (
    <div className="max-w-md">
      <Certificate id="kit-certificate">
        <p className="text-sm text-muted">{certificate.about}</p>
        <h3 id="kit-certificate" className="text-lg mt-0.5">
          {certificate.title}
        </h3>
        <MoneyLines className="mt-2 text-sm">
          <MoneyLine label={certificate.transfers}>
            <Evidence href={HERE}>12,408</Evidence>
          </MoneyLine>
          <MoneyLine kind="total" label={certificate.differences}>
            <Evidence href={HERE}>0</Evidence>
          </MoneyLine>
        </MoneyLines>
        <p className="text-sm mt-3">{certificate.text}</p>
      </Certificate>
    </div>
  );
}

function Focus() {
  const { focus } = words;
  return (
    <>
      <div className="flex flex-wrap gap-4 items-center">
        <a className="btn btn-primary focused" href={HERE}>
          {focus.focused}
        </a>
        <a className="btn" href={HERE}>
          {focus.rest}
        </a>
        <span className="max-md:hidden">
          {focus.next} <kbd className="key">J</kbd> {focus.open} <kbd className="key">Enter</kbd>{' '}
          {focus.evidence} <kbd className="key">E</kbd>
        </span>
      </div>
      <Paging earlier={HERE} later={HERE} span={focus.span} />
    </>
  );
}
