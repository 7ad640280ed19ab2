import { countryName } from '#domain/accounts/country.ts';
import type { OwnGrant } from '#domain/qualifications/queries/grants.ts';
import type { ComputedSight } from '#domain/qualifications/queries/own-computed.ts';
import type { RequestRow } from '#domain/qualifications/queries/requests.ts';
import type { SystemKind } from '#domain/qualifications/system-types.ts';
import type { Problems } from '#web/form-act.ts';
import { text } from '#web/text/catalogue.ts';
import { CellNote, type Column, DataTable } from '#web/ui/data-table.tsx';
import { CheckBox } from '#web/ui/form/choice-fields.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { TextField } from '#web/ui/form/text-fields.tsx';
import { EmptyState } from '#web/ui/panel.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import { Tile, Tiles } from '#web/ui/tiles.tsx';
import { Day, Time } from '#web/ui/time.tsx';

const { own: words, grantStates, requestStates, requests, sources } = text.qualifications;
const SHEET = '/work/qualifications/approval-rate';

/** What is computed of the worker; the numbers lead to their sheet. */
export function Measured({
  computed,
  submitted,
}: {
  computed: readonly ComputedSight[];
  submitted: number;
}) {
  const computedOf = (kind: SystemKind) => computed.find(({ type }) => type.kind === kind)?.value;
  const place = computedOf('place');
  return (
    <Tiles label={words.computed}>
      <Tile
        label={words.rate}
        number={
          <a className="ev" href={SHEET}>
            {computedOf('approvalRate')}%
          </a>
        }
        words={submitted < 100 ? words.rateNewWords : words.rateWords}
      />
      <Tile
        label={words.count}
        number={
          <a className="ev" href={SHEET}>
            {Number(computedOf('approvedCount') ?? 0).toLocaleString('en')}
          </a>
        }
        words={words.countWords}
      />
      <Tile
        label={words.place}
        number={typeof place === 'string' ? placeWords(place) : words.noPlace}
        words={
          typeof place === 'string' ? undefined : (
            <a className="lk" href="/settings">
              {words.toProfile}
            </a>
          )
        }
      />
      <Tile
        label={words.vouched}
        number={computedOf('vouched') === 1 ? words.vouchedYes : words.vouchedNo}
        words={words.vouchedWords}
      />
    </Tiles>
  );
}

/** `US-CA` → `United States, CA`. */
export function placeWords(place: string): string {
  const [country = '', part] = place.split('-');
  return part === undefined ? countryName(country) : `${countryName(country)}, ${part}`;
}

type HeldRow = OwnGrant & { look: keyof typeof grantStates };

const HELD: Column<HeldRow>[] = [
  {
    key: 'name',
    head: words.columns.name,
    card: 'name',
    cell: (row) => (
      <>
        <a className="lk" href={`/work/qualifications/${row.typeId}`}>
          {row.name}
        </a>
        {row.reason !== '' && <CellNote>{words.why(row.reason)}</CellNote>}
      </>
    ),
  },
  { key: 'value', head: words.columns.value, card: 'top', numeric: true, cell: (row) => row.value },
  {
    key: 'state',
    head: words.columns.state,
    cell: ({ look, source }) => (
      <>
        <StateBadge {...grantStates[look]} />
        <CellNote>{sources[source]}</CellNote>
      </>
    ),
  },
  {
    key: 'until',
    head: words.columns.until,
    cell: ({ expiresAt }) =>
      expiresAt === null ? text.qualifications.type.never : <Day at={expiresAt} />,
  },
  { key: 'client', head: words.columns.client, cell: (row) => row.ownerName },
];

export function HeldTable({
  rows,
  older,
}: {
  rows: readonly HeldRow[];
  older: string | undefined;
}) {
  if (rows.length === 0) {
    return (
      <div className="mt-3">
        <EmptyState title={words.heldNone.title} level={3}>
          {words.heldNone.text}
        </EmptyState>
      </div>
    );
  }
  return (
    <>
      <DataTable
        caption={words.heldCaption}
        columns={HELD}
        rows={rows}
        rowKey={(row) => row.typeId}
      />
      <Older href={older} />
    </>
  );
}

const ASKED: Column<RequestRow>[] = [
  {
    key: 'name',
    head: words.columns.name,
    card: 'name',
    cell: (row) => (
      <>
        <a className="lk" href={`/work/qualifications/${row.typeId}`}>
          {row.name}
        </a>
        {row.reason !== '' && <CellNote>{words.why(row.reason)}</CellNote>}
      </>
    ),
  },
  {
    key: 'value',
    head: words.columns.value,
    card: 'top',
    numeric: true,
    cell: (r) => r.value ?? '–',
  },
  {
    key: 'state',
    head: words.columns.state,
    card: 'half',
    cell: ({ state }) => <StateBadge {...requestStates[state]} />,
  },
  {
    key: 'at',
    head: requests.columns.at,
    card: 'half',
    cell: ({ requestedAt }) => <Time at={requestedAt} />,
  },
];

export function History({
  rows,
  older,
}: {
  rows: readonly RequestRow[];
  older: string | undefined;
}) {
  if (rows.length === 0) return <p className="mt-1 text-muted">{words.historyNone}</p>;
  return (
    <>
      <DataTable caption={words.history} columns={ASKED} rows={rows} rowKey={(row) => row.id} />
      <Older href={older} />
    </>
  );
}

export function Older({ href }: { href: string | undefined }) {
  if (href === undefined) return null;
  return (
    <p className="mt-3">
      <a className="btn btn-sm" href={href}>
        {words.more}
      </a>
    </p>
  );
}

export function Statement({
  statement,
  problems,
}: {
  statement: { subdivision: string | null; adult: boolean };
  problems: Problems | undefined;
}) {
  const values = {
    subdivision: statement.subdivision ?? '',
    adult: statement.adult ? 'yes' : '',
  };
  return (
    <>
      <p className="mt-1 mb-4 max-w-[62ch]">{words.statementLead}</p>
      <Form problems={problems} values={values}>
        <TextField
          name="subdivision"
          label={words.subdivision}
          hint={words.subdivisionHint}
          maxLength={10}
          optional
        />
        <CheckBox name="adult" label={words.adult} />
        <SubmitButton look="quiet">{words.saveStatement}</SubmitButton>
      </Form>
    </>
  );
}
