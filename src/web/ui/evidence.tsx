import type { ReactNode } from 'react';
import { text } from '#web/text/catalogue.ts';
import { Icon } from './icon.tsx';
import { MoneyLine, MoneyLines } from './money.tsx';

/** A number that opens what is behind it. Every measured number and every moved sum is one. */
export function Evidence({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a className="ev" href={href}>
      {children}
    </a>
  );
}

/** `event 41`, leading to that event. */
export function EventLink({ href, seq }: { href: string; seq: number | string }) {
  return (
    <a className="ev whitespace-nowrap" href={href}>
      {text.parts.event(seq)}
    </a>
  );
}

export type EvidenceTerm = {
  label: string;
  value: ReactNode;
  kind?: 'part' | 'sum' | 'total' | 'left out';
};

/**
 * The sheet behind one number: how it is computed, its terms, where they come from. It is a page
 * of its own address, so `level` is 1 there.
 */
export function EvidenceSheet({
  name,
  value,
  formula,
  terms,
  origin,
  acts,
  level = 1,
}: {
  name: string;
  value: ReactNode;
  formula: ReactNode;
  terms: readonly EvidenceTerm[];
  origin: ReactNode;
  acts?: ReactNode;
  level?: 1 | 3;
}) {
  const Head = level === 1 ? 'h1' : 'h3';
  const Part = level === 1 ? 'h2' : 'h4';
  return (
    <section className="rounded-box border border-edge max-w-xl bg-base-100">
      <div className="p-5 border-b border-base-300">
        <Head className="text-2xl">
          <span className="block text-sm font-normal tracking-normal text-muted">{name}</span>{' '}
          {value}
        </Head>
      </div>
      <div className="p-5">
        <Part className="font-semibold text-sm">{text.parts.evidence.how}</Part>
        <p className="mt-1">{formula}</p>
        <MoneyLines className="mt-2 text-sm">
          {terms.map((term) => (
            <MoneyLine key={term.label} label={term.label} kind={LINE[term.kind ?? 'part']}>
              {term.value}
            </MoneyLine>
          ))}
        </MoneyLines>
        <Part className="font-semibold text-sm mt-4">{text.parts.evidence.from}</Part>
        <div className="mt-1 text-sm">{origin}</div>
        {acts !== undefined && <div className="mt-4 flex flex-wrap gap-3">{acts}</div>}
      </div>
    </section>
  );
}

const LINE = { part: 'plain', sum: 'sum', total: 'total', 'left out': 'sub' } as const;

/** A quiet button that downloads, for the acts of a sheet or a page head. */
export function DownloadLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a className="btn" href={href} download>
      <Icon name="download" />
      {children}
    </a>
  );
}
