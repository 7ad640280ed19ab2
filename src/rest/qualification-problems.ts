/** The refusals of qualifications, as the one table of this door says them. */
import type { RefusalData } from '#domain/kernel/refusal.ts';

export const QUALIFICATION_PROBLEMS = {
  qualification_closed: {
    status: 409,
    title: 'Nobody can be given this qualification now',
    detail: (data: RefusalData) =>
      `"${data.name ?? 'It'}" is inactive, was retired, or is only given by its client without being asked.`,
  },
  request_too_early: {
    status: 409,
    title: 'Not yet, or not again',
    detail: (data: RefusalData) =>
      data.at === null || data.at === undefined
        ? `"${data.name ?? 'It'}" can be asked for once, and you did.`
        : `"${data.name ?? 'It'}" can be asked for again from ${data.at}.`,
  },
} as const;
