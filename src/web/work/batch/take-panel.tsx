import type { ReactNode } from 'react';
import { Phrase } from '#web/evidence/phrase.tsx';
import type { Problems } from '#web/form-act.ts';
import { text } from '#web/text/catalogue.ts';
import { Note } from '#web/ui/bands.tsx';
import { Evidence } from '#web/ui/evidence.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { Money, MoneyLine, MoneyLines } from '#web/ui/money.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { Deadline } from '#web/ui/time.tsx';
import { assignmentHref, workSumHref } from '../addresses.ts';
import type { BatchSight } from './batch-sight.ts';

const words = text.work.batch;
const { duration } = text.work;

/** What a task pays, for how long one holds it, and the button that takes one. */
export function TakePanel({
  sight,
  problems,
}: {
  sight: BatchSight;
  problems: Problems | undefined;
}) {
  return (
    <Panel id="pays" title={words.panel}>
      <Terms sight={sight} />
      <div className="mt-4 grid gap-3">
        <Take sight={sight} problems={problems} />
      </div>
    </Panel>
  );
}

function Terms({ sight }: { sight: BatchSight }) {
  const { currency, rewardMinor, autoApprovalSeconds, workerLimit, floorMinor } = sight;
  return (
    <>
      <MoneyLines className="mt-2 text-sm">
        <MoneyLine label={words.reward}>
          <Money amount={{ amountMinor: rewardMinor, currency }} />
        </MoneyLine>
        <MoneyLine label={words.measured}>
          <Measured sight={sight} />
        </MoneyLine>
        {floorMinor !== null && (
          <MoneyLine label={words.floor}>
            <Money amount={{ amountMinor: floorMinor, currency }} />
          </MoneyLine>
        )}
        <MoneyLine label={words.limit}>{words.limitSays(sight.timeLimitSeconds)}</MoneyLine>
        <MoneyLine label={autoApprovalSeconds === 0 ? words.approvalNow : words.approval}>
          {autoApprovalSeconds === 0 ? '' : duration(autoApprovalSeconds)}
        </MoneyLine>
        <MoneyLine label={words.left}>{sight.available.toLocaleString('en')}</MoneyLine>
      </MoneyLines>
      <p className="mt-2 text-sm text-muted">
        {sight.medianActiveSeconds === null
          ? words.before
          : words.median(sight.medianActiveSeconds)}
        {workerLimit !== null && `; ${words.mostEach(workerLimit)}`}
      </p>
      {sight.expiresAt !== null && (
        <p className="mt-1 text-sm text-muted">
          {words.until} <Deadline at={sight.expiresAt} />
        </p>
      )}
    </>
  );
}

function Measured({ sight }: { sight: BatchSight }) {
  const { id, hourlyMinor: amountMinor, currency } = sight;
  return (
    <Evidence href={workSumHref(id, 'hourly')}>
      {amountMinor === null ? words.notMeasured : <Money amount={{ amountMinor, currency }} />}
    </Evidence>
  );
}

function Take({ sight, problems }: { sight: BatchSight; problems: Problems | undefined }) {
  const { state, hidden, self, mayAccept, available, heldId, mine, auto } = sight;
  const reward = <Money amount={{ amountMinor: sight.rewardMinor, currency: sight.currency }} />;
  if (heldId !== null) {
    return (
      <>
        <a className="btn btn-primary" href={assignmentHref(heldId, auto)}>
          {words.goOn}
        </a>
        <p className="text-sm text-muted">{words.held(mine?.live ?? 0)}</p>
      </>
    );
  }
  if (sight.own) {
    return (
      <Told title={words.own}>
        <a className="lk" href={`/tasks/batches/${sight.id}`}>
          {words.ownSays}
        </a>
      </Told>
    );
  }
  if (hidden) return <Told title={words.hidden}>{words.hiddenSays}</Told>;
  if (state !== 'open') return <Told title={words.closed}>{words.closedSays}</Told>;
  if (!self) return <Note tone="hold">{words.notSelf}</Note>;
  if (!mayAccept) {
    return (
      <Told title={words.cannot}>
        <a className="lk" href="#needs">
          {words.requirements}
        </a>
      </Told>
    );
  }
  if (available === 0n) return <Told title={words.gone}>{words.goneSays}</Told>;
  return (
    <Form intent="take" problems={problems} className="grid gap-3">
      <SubmitButton>
        <span>
          <Phrase says={words.takeFor} values={{ sum: reward }} />
        </span>
      </SubmitButton>
    </Form>
  );
}

function Told({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Note tone="hold">
      <b>{title}</b>. {children}
    </Note>
  );
}
