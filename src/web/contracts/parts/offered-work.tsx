import type { OfferTerms } from '#domain/contracts/queries/offer-terms.ts';
import { text } from '#web/text/catalogue.ts';
import { CellNote, type Column, DataTable } from '#web/ui/data-table.tsx';
import { Amount } from '#web/ui/money.tsx';
import { Section } from '#web/ui/page-head.tsx';
import type { ContractData } from '../contract-data.ts';
import { moneyIn } from '../contract-view.ts';

type Slice = OfferTerms['milestones'][number] & { number: number };

/** What the offer is about: the milestones and the words of the proposal. */
export function OfferedWork({ data, offer }: { data: ContractData; offer: OfferTerms }) {
  const { page } = data;
  const words = text.contracts;
  const slices = offer.milestones.map((one, at) => ({ ...one, number: at + 1 }));
  const total = slices.reduce((sum, one) => sum + one.amountMinor, 0n);
  const columns: Column<Slice>[] = [
    {
      key: 'number',
      head: words.milestones.number,
      card: 'hide',
      cell: (row) => <span className="text-muted">{row.number}</span>,
    },
    {
      key: 'name',
      head: words.milestones.name,
      card: 'name',
      cell: (row) => (
        <>
          {row.title}
          {row.details !== '' && <CellNote>{row.details}</CellNote>}
        </>
      ),
      foot: words.milestones.total,
    },
    {
      key: 'days',
      head: words.offer.days,
      numeric: true,
      card: 'half',
      cell: (row) => row.dueDays,
    },
    {
      key: 'price',
      head: words.milestones.price(page.contract.currency),
      numeric: true,
      card: 'half',
      cell: (row) => <Amount amount={moneyIn(page, row.amountMinor)} />,
      foot: <Amount amount={moneyIn(page, total)} />,
    },
  ];
  return (
    <>
      {slices.length > 0 && (
        <Section id="offered" title={words.offer.milestones}>
          <DataTable
            caption={words.offer.milestonesCaption}
            columns={columns}
            rows={slices}
            rowKey={(row) => String(row.number)}
          />
        </Section>
      )}
      <Section id="cover" title={words.offer.cover}>
        <p className="mt-2 whitespace-pre-line max-w-[62ch]">{offer.cover}</p>
      </Section>
    </>
  );
}
