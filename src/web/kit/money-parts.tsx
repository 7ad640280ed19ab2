import { text } from '#web/text/catalogue.ts';
import { EscrowBar } from '#web/ui/escrow-bar.tsx';
import { DownloadLink, EventLink, Evidence, EvidenceSheet } from '#web/ui/evidence.tsx';
import { Icon } from '#web/ui/icon.tsx';
import { Money, MoneyLine, MoneyLines } from '#web/ui/money.tsx';
import { Fold, MoneyQuestion, Panel } from '#web/ui/panel.tsx';
import { HERE, Part, usd } from './part.tsx';

const words = text.kit;

export function MoneyParts() {
  return (
    <>
      <Part title={words.sections.money}>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-8 md:grid-cols-2 items-start max-w-3xl">
          <Escrow />
          <div>
            <h3 className="text-sm font-semibold mb-2">{words.money.byCurrency}</h3>
            <p className="grid gap-1">
              <Money amount={usd(-128)} />
              <Money amount={{ amountMinor: 1_200n, currency: 'JPY' }} />
              <Money amount={{ amountMinor: 1_250n, currency: 'KWD' }} />
            </p>
          </div>
        </div>
      </Part>
      <Part title={words.sections.evidence}>
        <Sheet />
      </Part>
      <Part title={words.sections.question}>
        <Question />
      </Part>
    </>
  );
}

function Escrow() {
  const { money } = words;
  return (
    <Panel id="kit-money" title={money.title}>
      <EscrowBar
        released={213_000n}
        back={7_000n}
        held={160_000n}
        unfunded={100_000n}
        label={money.bar}
      />
      <MoneyLines className="mt-3 text-sm">
        <MoneyLine label={money.released} swatch="released">
          <EvidentSum units={2130} />
        </MoneyLine>
        <MoneyLine label={money.back} swatch="back">
          <EvidentSum units={70} />
        </MoneyLine>
        <MoneyLine label={money.held} swatch="held">
          <EvidentSum units={1600} />
        </MoneyLine>
        <MoneyLine kind="sum" label={money.paidIn}>
          <Money amount={usd(3800)} />
        </MoneyLine>
        <MoneyLine label={money.unfunded} swatch="unfunded">
          <Money amount={usd(1000)} />
        </MoneyLine>
        <MoneyLine kind="total" label={money.price}>
          <Money amount={usd(4800)} />
        </MoneyLine>
      </MoneyLines>
      <Fold summary={money.fold} open>
        <MoneyLines className="mt-1">
          <MoneyLine label={words.evidence.released}>
            <Money amount={usd(2130)} />
          </MoneyLine>
          <MoneyLine kind="sub" label={money.fee}>
            <Money amount={usd(-213)} />
          </MoneyLine>
          <MoneyLine kind="total" label={money.received}>
            <EvidentSum units={1917} />
          </MoneyLine>
        </MoneyLines>
      </Fold>
    </Panel>
  );
}

function EvidentSum({ units }: { units: number }) {
  return (
    <Evidence href={HERE}>
      <Money amount={usd(units)} />
    </Evidence>
  );
}

function Sheet() {
  const { evidence } = words;
  const origin = (
    <>
      {evidence.origin}
      <EventLink href={HERE} seq={21} />
      {evidence.to}
      <EventLink href={HERE} seq={31} />.
    </>
  );
  const acts = (
    <>
      <DownloadLink href={HERE}>{evidence.download}</DownloadLink>
      <a className="btn" href={HERE}>
        <Icon name="rotate-ccw" />
        {evidence.recompute}
      </a>
    </>
  );
  return (
    <div id="evidence">
      <EvidenceSheet
        level={3}
        name={evidence.name}
        value={<Money amount={usd(2130)} />}
        formula={evidence.formula}
        terms={[
          { label: evidence.first, value: <EvidentSum units={800} /> },
          { label: evidence.second, value: <EvidentSum units={1330} /> },
          { label: evidence.released, value: <Money amount={usd(2130)} />, kind: 'total' },
          { label: evidence.leftOut, value: <Money amount={usd(70)} />, kind: 'left out' },
        ]}
        origin={origin}
        acts={acts}
      />
    </div>
  );
}

function Question() {
  const { question } = words;
  const lines = (
    <MoneyLines>
      <MoneyLine label={question.leaves}>
        <Money amount={usd(1600)} />
      </MoneyLine>
      <MoneyLine kind="sub" label={question.fee}>
        <Money amount={usd(-160)} />
      </MoneyLine>
      <MoneyLine kind="total" label={question.receives}>
        <Money amount={usd(1440)} />
      </MoneyLine>
    </MoneyLines>
  );
  const acts = (
    <>
      <a className="btn" href={HERE}>
        {question.keep}
      </a>
      <a className="btn btn-primary" href={HERE}>
        {question.release}
      </a>
    </>
  );
  return (
    <MoneyQuestion
      level={3}
      title={question.title}
      lines={lines}
      final={question.final}
      acts={acts}
    />
  );
}
