/** What a batch asks of its workers, in words, and whether this one meets it. */
import { countryName } from '#domain/accounts/country.ts';
import { type Held, haveOf, meets } from '#domain/qualifications/meets.ts';
import type { QualificationName } from '#domain/qualifications/queries/requirement-names.ts';
import type { Requirement } from '#domain/qualifications/requirement.ts';
import { SYSTEM_IDS } from '#domain/qualifications/system-types.ts';
import { text } from '#web/text/catalogue.ts';
import { StateBadge } from '#web/ui/state.tsx';

const words = text.work.requirement;

export type RequirementRow = {
  id: string;
  says: string;
  /** Null where nobody in particular looks. */
  met: boolean | null;
  have: string | null;
  /** Where the missing one can be got. */
  href: string | null;
};

/** For a loader: each requirement as a sentence, and how the worker stands to it. */
export function requirementRows(
  requirements: readonly Requirement[],
  names: ReadonlyMap<string, QualificationName>,
  held: Held | null,
): RequirementRow[] {
  return requirements.map((requirement) => {
    const { qualificationId: id, comparator, values } = requirement;
    const name = names.get(id);
    const met = held === null ? null : meets(requirement, held);
    const have = held === null ? null : haveOf(requirement, held);
    const called = name === undefined ? words.unknown : calledOf(name);
    const listed = values.map((value) => valueWords(id, value)).join(', ');
    const own = name !== undefined && name.ownerId !== null && !name.retired;
    return {
      id,
      says: words.words(comparator, called, listed),
      met,
      have: have === null ? null : valueWords(id, have),
      href: met === false && own ? `/work/qualifications/${id}` : null,
    };
  });
}

/** What clients have named stands in quotation marks. */
function calledOf({ name, ownerId }: QualificationName): string {
  return ownerId === null ? name : `“${name}”`;
}

function valueWords(id: string, value: number | string): string {
  if (id !== SYSTEM_IDS.place) return String(value);
  const [country = '', part] = String(value).split('-');
  const name = countryName(country);
  return part === undefined ? name : `${name} (${part})`;
}

/** The whole list, with what is missing and the way to it. */
export function RequirementList({ rows }: { rows: readonly RequirementRow[] }) {
  if (rows.length === 0) return <p className="mt-2">{text.work.batch.noRequirements}</p>;
  return (
    <ul className="mt-2 border-t border-base-300 max-w-2xl">
      {rows.map((row) => (
        <li
          key={`${row.id} ${row.says}`}
          className="border-b border-base-300 py-2.5 flex flex-wrap items-baseline gap-x-4 gap-y-1"
        >
          <span className="min-w-0 flex-1 basis-60">
            {row.says}
            {row.met === false && (
              <span className="block text-sm text-muted">
                {row.have === null ? words.haveNothing : words.have(row.have)}
              </span>
            )}
          </span>
          {row.href !== null && (
            <a className="lk text-sm py-1" href={row.href}>
              {words.get}
            </a>
          )}
          {row.met !== null && <MetBadge met={row.met} />}
        </li>
      ))}
    </ul>
  );
}

function MetBadge({ met }: { met: boolean }) {
  return met ? (
    <StateBadge word={words.met} icon="circle-check" tone="go" />
  ) : (
    <StateBadge word={words.missing} icon="circle-x" tone="hold" />
  );
}

/** In one line of a list: what is missing, else what it asks for. */
export function RequirementLine({ rows }: { rows: readonly RequirementRow[] }) {
  const { find } = text.work;
  if (rows.length === 0) return <>{find.none}</>;
  const missing = rows.filter(({ met }) => met === false);
  const shown = missing.length > 0 ? missing : rows;
  return (
    <span className="flex flex-wrap items-baseline gap-x-2">
      {missing.length > 0 ? (
        <StateBadge word={find.notMet} icon="circle-x" tone="hold" />
      ) : rows[0]?.met === true ? (
        <StateBadge word={words.met} icon="circle-check" tone="go" />
      ) : (
        <span>{find.needs}</span>
      )}
      <span>{shown.map(({ says }) => says).join('; ')}</span>
    </span>
  );
}
