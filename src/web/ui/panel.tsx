import type { ReactNode } from 'react';

/** A frame only for what can be decided, paid or signed. */
export function Panel({
  id,
  title,
  children,
}: {
  id: string;
  title: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="pn" aria-labelledby={id}>
      <h2 id={id} className="text-lg">
        {title}
      </h2>
      {children}
    </section>
  );
}

/**
 * The next act: who is asked and until when, the object, what each answer does with sums, and the
 * buttons (the first one primary, with the sum on it).
 */
export function DecisionPanel({
  id,
  asked,
  title,
  about,
  outcomes,
  acts,
}: {
  id: string;
  asked: ReactNode;
  title: ReactNode;
  about?: ReactNode;
  outcomes?: ReactNode;
  acts: ReactNode;
}) {
  return (
    <section aria-labelledby={id} className="pn !border-edge">
      <div className="flex flex-wrap gap-x-3 gap-y-1 items-center">{asked}</div>
      <h2 id={id} className="text-xl mt-3">
        {title}
      </h2>
      {about !== undefined && <div className="mt-1">{about}</div>}
      {outcomes !== undefined && (
        <div className="mt-4 grid sm:grid-cols-2 gap-x-8 gap-y-4 items-start border-t border-base-300 pt-4">
          {outcomes}
        </div>
      )}
      <div className="mt-5 flex flex-col sm:flex-row gap-3">{acts}</div>
    </section>
  );
}

/** "If you accept" with what it does. */
export function Outcome({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="text-sm">
      <h3 className="font-semibold text-sm">{title}</h3>
      <div className="mt-1">{children}</div>
    </div>
  );
}

/** A question about money as a page of its own: title with the sum, lines, what cannot be undone. */
export function MoneyQuestion({
  title,
  lines,
  final,
  acts,
  level = 1,
}: {
  title: ReactNode;
  lines: ReactNode;
  final: ReactNode;
  acts: ReactNode;
  level?: 1 | 3;
}) {
  const Head = level === 1 ? 'h1' : 'h3';
  return (
    <div className="rounded-box border border-edge p-5 max-w-md bg-base-100">
      <Head className="text-xl">{title}</Head>
      <div className="mt-2 text-sm">{lines}</div>
      <div className="mt-3 text-sm">{final}</div>
      <div className="mt-5 flex flex-col-reverse sm:flex-row gap-3">{acts}</div>
    </div>
  );
}

/** Nothing here: what is missing, what happens next or already happened, one act. */
export function EmptyState({
  title,
  acts,
  children,
  level = 2,
}: {
  title: string;
  acts?: ReactNode;
  children: ReactNode;
  level?: 2 | 3;
}) {
  const Head = level === 2 ? 'h2' : 'h3';
  return (
    <div className="border border-dashed border-edge rounded-box p-6 max-w-xl">
      <Head className="text-lg">{title}</Head>
      <div className="mt-1 max-w-[52ch]">{children}</div>
      {acts !== undefined && <div className="mt-4 flex flex-wrap gap-3">{acts}</div>}
    </div>
  );
}

/** The graduated border of a sea chart: only around what is sealed or can be. */
export function Certificate({ id, children }: { id: string; children: ReactNode }) {
  return (
    <section className="cert text-primary" aria-labelledby={id}>
      <div className="p-5 text-base-content min-w-0">{children}</div>
    </section>
  );
}

/** A closed detail that opens in place, without script. */
export function Fold({
  summary,
  open = false,
  children,
}: {
  summary: ReactNode;
  open?: boolean;
  children: ReactNode;
}) {
  return (
    <details className="mt-3 text-sm" open={open}>
      <summary className="sm">{summary}</summary>
      {children}
    </details>
  );
}

/** Holds the place of what loads later, at the same height. */
export function Skeleton({ label, lines }: { label: string; lines: number }) {
  return (
    <div className="grid gap-3 max-w-xl" aria-busy="true" role="status" aria-label={label}>
      <div className="skeleton h-5 w-48 rounded-selector" />
      {Array.from({ length: lines }, (_, at) => (
        <div key={`line ${String(at)}`} className="skeleton h-4 w-full rounded-selector" />
      ))}
    </div>
  );
}
