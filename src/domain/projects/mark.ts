/** What the client's side keeps on a proposal for itself. */
export type ProposalMark = { shortlisted: boolean; hidden: boolean; note: string };

export const NO_MARK: ProposalMark = { shortlisted: false, hidden: false, note: '' };

export const MARK_LIMITS = { noteChars: 2_000 } as const;
