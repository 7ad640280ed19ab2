import type { ReactNode } from 'react';

/** One row of the parts page: its name, and the part. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="border-t border-base-300 pt-5 pb-9 grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-4 lg:grid-cols-[12rem_minmax(0,1fr)]">
      <h2 className="text-lg">{title}</h2>
      <div className="min-w-0">{children}</div>
    </section>
  );
}

export function usd(units: number): { amountMinor: bigint; currency: string } {
  return { amountMinor: BigInt(Math.round(units * 100)), currency: 'USD' };
}

/** Where the invented evidence of this page leads: nowhere but here. */
export const HERE = '#evidence';
