/** Why something about qualifications was refused, in plain words. */
import type { RefusalData } from '#domain/kernel/refusal.ts';

const held = { href: '/work/qualifications', label: 'Your qualifications' };

export const qualificationRefusalWords = {
  qualification_closed: (data: RefusalData) => ({
    says: `Nobody can be given “${data.name ?? 'this qualification'}” now: its client closed it, or gives it without being asked.`,
    next: held,
  }),
  request_too_early: (data: RefusalData) => ({
    says:
      typeof data.at === 'string'
        ? `You can ask for “${data.name}” again from ${day(data.at)}.`
        : `You can ask for “${data.name ?? 'this qualification'}” once, and you did.`,
    next: held,
  }),
};

function day(at: string): string {
  return `${at.slice(0, 10)}, ${at.slice(11, 16)} UTC`;
}
