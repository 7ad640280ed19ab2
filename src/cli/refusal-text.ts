import type { Refusal } from '#domain/kernel/refusal.ts';

/** A refusal in this door's dialect: its code in words, the option to blame, and what it knows. */
export function refusalText({ code, field, data }: Refusal): string {
  const blame = field === undefined ? '' : ` (--${field})`;
  const known = Object.entries(data).map(([name, value]) => `${name} ${value}`);
  const more = known.length === 0 ? '' : `: ${known.join(', ')}`;
  return `Refused: ${code.replaceAll('_', ' ')}${blame}${more}.`;
}
