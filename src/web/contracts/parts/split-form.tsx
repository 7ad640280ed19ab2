import type { ContractPage, MilestoneSight } from '#domain/contracts/queries/contract-page.ts';
import type { Problems } from '#web/form-act.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { MoneyField, TextArea } from '#web/ui/form/text-fields.tsx';
import { Money } from '#web/ui/money.tsx';
import { moneyIn, type People, sumIn } from '../contract-view.ts';

/** One pair of sums for each milestone in escrow, and why. */
export function SplitForm({
  page,
  people,
  escrowed,
  problems,
}: {
  page: ContractPage;
  people: People;
  escrowed: readonly MilestoneSight[];
  problems: Problems | undefined;
}) {
  const words = text.contracts.ending;
  const heldMinor = escrowed.reduce((sum, one) => sum + one.amountMinor, 0n);
  return (
    <>
      <h1 className="text-2xl">{words.splitTitle(sumIn(page, heldMinor))}</h1>
      <p className="mt-2 mb-6 max-w-[62ch]">{words.splitLead(people.other.name)}</p>
      <Form intent="split" problems={problems}>
        {escrowed.map((milestone, at) => (
          <fieldset key={milestone.id} className="border-t border-edge pt-4 max-w-2xl min-w-0">
            <legend className="contents">
              <span className="font-semibold">
                {text.contracts.accept.title(milestone.position, milestone.title)}
              </span>{' '}
              <span className="text-sm text-muted">
                <Money amount={moneyIn(page, milestone.amountMinor)} /> {words.inEscrow}
              </span>
            </legend>
            <input type="hidden" name={`lines.${at}.milestoneId`} value={milestone.id} />
            <div className="mt-3 grid gap-4 sm:grid-cols-2">
              <MoneyField
                name={`lines.${at}.toFreelancer`}
                label={words.toFreelancer(people.freelancer)}
                currency={page.contract.currency}
              />
              <MoneyField
                name={`lines.${at}.toClient`}
                label={words.toClient(people.client)}
                currency={page.contract.currency}
              />
            </div>
          </fieldset>
        ))}
        <TextArea name="note" label={words.note} rows={3} optional />
        <div className="flex flex-wrap gap-3">
          <SubmitButton>{words.propose(people.other.name)}</SubmitButton>
          <a className="btn" href={`/contracts/${page.contract.id}`}>
            {words.keep}
          </a>
        </div>
      </Form>
    </>
  );
}
