import type { ReactNode } from 'react';
import type { Side } from '#domain/contracts/contract.ts';
import type { ContractData } from '../contract-data.ts';

/** A side's name, leading to its page: a client has one always, a freelancer once it is listed. */
export function PartyLink({
  data,
  side,
  children,
}: {
  data: ContractData;
  side: Side;
  children: ReactNode;
}) {
  const { clientId, freelancerId } = data.page.contract;
  if (side === 'freelancer' && !data.freelancerListed) return children;
  const href = side === 'client' ? `/clients/${clientId}` : `/freelancers/${freelancerId}`;
  return (
    <a className="lk" href={href}>
      {children}
    </a>
  );
}
