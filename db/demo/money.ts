/** Money comes in by bank transfer, asked for and confirmed; some of it waits for the operator. */
import { decideMoneyRequest } from '#domain/billing/commands/decide-money-request.ts';
import { requestDeposit } from '#domain/billing/commands/request-deposit.ts';
import { requestWithdrawal } from '#domain/billing/commands/request-withdrawal.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';
import type { Cast } from './cast.ts';
import { act, type Stage, sweepUntil } from './stage.ts';

type Deposit = { party: MemberActor; currency: string; amountMinor: bigint; ago: number };

export async function payIn(stage: Stage, cast: Cast): Promise<void> {
  const deposits: Deposit[] = [
    { party: cast.mara, currency: 'USD', amountMinor: 1_200_000n, ago: 70 },
    { party: cast.harrow, currency: 'USD', amountMinor: 900_000n, ago: 68 },
    { party: cast.elena, currency: 'EUR', amountMinor: 320_000n, ago: 60 },
    { party: cast.fahad, currency: 'KWD', amountMinor: 2_500_000n, ago: 58 },
    { party: cast.fahad, currency: 'JPY', amountMinor: 600_000n, ago: 58 },
  ];
  for (const { party, currency, amountMinor, ago } of deposits) {
    const scene = { actor: party, root: party.partyId, ago };
    const { requestId } = await act(stage, scene, [requestDeposit, { currency, amountMinor }]);
    const seen = { actor: cast.sam, root: party.partyId, ago: ago - 1 };
    await act(stage, seen, [decideMoneyRequest, { requestId, decision: 'confirm' }]);
  }
}

/** What the operator finds on its desk, and a withdrawal that went through. */
export async function leaveOnDesk(stage: Stage, cast: Cast): Promise<void> {
  await sweepUntil(stage, 0);
  const paid = { actor: cast.ioana, root: cast.ioana.partyId, ago: 9 };
  const payee = 'Ioana Petrescu, RO49 AAAA 1B31 0075 9384 0000';
  const first = { currency: 'USD', amountMinor: 70_000n, payee };
  const { requestId } = await act(stage, paid, [requestWithdrawal, first]);
  const sent = { actor: cast.sam, root: cast.ioana.partyId, ago: 8 };
  await act(stage, sent, [decideMoneyRequest, { requestId, decision: 'confirm' }]);
  const second = { currency: 'USD', amountMinor: 40_000n, payee };
  await act(stage, { ...paid, ago: 0.2 }, [requestWithdrawal, second]);
  const more = { currency: 'USD', amountMinor: 250_000n, note: 'For the winter jobs' };
  await act(stage, { actor: cast.mara, root: cast.mara.partyId, ago: 0.1 }, [requestDeposit, more]);
}
