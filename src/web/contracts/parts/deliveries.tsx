import type {
  ContractPage,
  DeliverySight,
  MilestoneSight,
} from '#domain/contracts/queries/contract-page.ts';
import { text } from '#web/text/catalogue.ts';
import { type FileItem, FileList } from '#web/ui/files.tsx';
import { Section } from '#web/ui/page-head.tsx';
import { Fold } from '#web/ui/panel.tsx';
import { Time } from '#web/ui/time.tsx';

/** Everything that was handed in, newest first within each milestone, with notes and answers. */
export function Deliveries({ page }: { page: ContractPage }) {
  const handedIn = page.milestones.filter((one) => one.deliveries.length > 0);
  if (handedIn.length === 0) return null;
  const { deliveries } = text.contracts;
  return (
    <Section id="deliveries" title={deliveries.heading}>
      <div className="mt-2 divide-y divide-base-300 border-y border-base-300 [&>details]:mt-0">
        {handedIn.map((milestone) => (
          <OfMilestone key={milestone.id} milestone={milestone} />
        ))}
      </div>
    </Section>
  );
}

function OfMilestone({ milestone }: { milestone: MilestoneSight }) {
  const { deliveries } = text.contracts;
  const { position, title } = milestone;
  return (
    <Fold summary={deliveries.of(position, title)}>
      <ol className="grid gap-5 pb-3">
        {milestone.deliveries.map((delivery) => (
          <Delivery key={delivery.id} delivery={delivery} />
        ))}
      </ol>
    </Fold>
  );
}

function Delivery({ delivery }: { delivery: DeliverySight }) {
  const { deliveries } = text.contracts;
  return (
    <li className="border-s-3 border-base-300 ps-3.5">
      <p className="text-muted">
        <b className="text-base-content font-semibold">{deliveries.title(delivery.number)}</b>{' '}
        <Time at={delivery.deliveredAt} />
      </p>
      <p className="mt-1 whitespace-pre-line max-w-[62ch] text-base">{delivery.note}</p>
      {delivery.files.length > 0 && <FileList files={fileItems(delivery.files)} />}
      {delivery.answer !== null && (
        <p className="mt-2">
          <b className="font-semibold">
            {delivery.answer === 'accepted' ? deliveries.answerAccepted : deliveries.answerChanges}
          </b>
          {delivery.answerNote !== '' && (
            <span className="whitespace-pre-line">{`: ${delivery.answerNote}`}</span>
          )}
        </p>
      )}
    </li>
  );
}

export function fileItems(files: DeliverySight['files']): FileItem[] {
  return files.map(({ id, name, sizeBytes }) => ({
    id,
    name,
    bytes: Number(sizeBytes),
    href: `/files/${id}`,
  }));
}
