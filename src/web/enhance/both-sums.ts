/**
 * `<div data-both-sums="{…}">` inside a form: draws what each side pays and receives again at every
 * key, into the elements that the server drew. See src/web/proposals/money-preview.tsx.
 */
import { formatAmount, formatMoney } from '#domain/kernel/money.ts';
import type { FeeRules } from '#domain/ledger/fee.ts';
import type { Pricing } from '#domain/projects/project.ts';
import { drawMoney } from '#web/proposals/drawn-money.ts';
import { typedMoney } from '#web/proposals/typed-money.ts';

type Ground = {
  pricing: Pricing;
  currency: string;
  rules: FeeRules;
  lifetimeMinor: string;
  rows: number;
};

/** After the last key, so that a screen reader hears one sum and not each on the way to it. */
const QUIET_MS = 1_500;

for (const place of document.querySelectorAll<HTMLElement>('[data-both-sums]')) {
  const form = place.closest('form');
  if (form === null) continue;
  const ground = JSON.parse(place.dataset.bothSums ?? '') as Ground;
  const redraw = () => draw(place, form, ground);
  form.addEventListener('input', redraw);
  redraw();
  const button = place.querySelector<HTMLElement>('[data-without-script]');
  if (button !== null) button.hidden = true;
}

function draw(place: HTMLElement, form: HTMLFormElement, ground: Ground): void {
  const typed = new FormData(form);
  const money = typedMoney((name) => String(typed.get(name) ?? ''), ground);
  const { rules, currency } = ground;
  const lifetimeMinor = BigInt(ground.lifetimeMinor);
  const drawn = drawMoney(money, { rules, lifetimeMinor });
  for (const part of place.querySelectorAll<HTMLElement>('[data-when]')) {
    part.hidden = !drawn.shown.has(part.dataset.when ?? '');
  }
  for (const sum of place.querySelectorAll<HTMLElement>('[data-sum]')) {
    const amountMinor = drawn.sums[sum.dataset.sum ?? ''];
    if (amountMinor !== undefined) sum.textContent = formatAmount(amountMinor, currency);
  }
  const amountMinor = drawn.sums.receives;
  if (money !== null && amountMinor !== undefined)
    tell(place, formatMoney({ amountMinor, currency }));
}

let waiting: ReturnType<typeof setTimeout> | undefined;

function tell(place: HTMLElement, sum: string): void {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    const told = place.querySelector<HTMLElement>('[role="status"]');
    if (told !== null) told.textContent = `${told.dataset.says ?? ''} ${sum}`;
  }, QUIET_MS);
}
