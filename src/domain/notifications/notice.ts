/**
 * Words of notifications.
 * Notice: what one member is told of one event; it stands in the list behind the bell and, if the
 *   member wants mails, goes out as one. Audience: whom an event concerns. Side: as what the reader
 *   is told, so that the words can fit.
 */
import type { Permission } from '#domain/accounts/permission.ts';
import type { EventKind } from '#domain/kernel/event.ts';
import { QUALIFICATION_NOTICES } from './qualification-notices.ts';
import { TASK_NOTICES } from './task-notices.ts';

/**
 * client, freelancer, worker: that party of the contract, project, proposal or task. other: the
 * side that did not act; both when a rule acted. sides: both. owner: the party whose root it is.
 * subject: the member it is about. invitee: the member with the invited address. operators: all of
 * them.
 */
export type Audience =
  | 'client'
  | 'freelancer'
  | 'worker'
  | 'other'
  | 'sides'
  | 'owner'
  | 'subject'
  | 'invitee'
  | 'operators';

export type Side = 'client' | 'freelancer' | 'worker' | 'owner' | 'subject' | 'operator';

export type NoticeEvent = {
  kind: EventKind;
  rootId: string;
  subjectId: string | null;
  data: Record<string, unknown>;
};

export type NoticeRule = {
  tells: Audience;
  /** What a member's role in the party must permit. */
  needs: Permission;
  /** Where the thing is. */
  link: (event: NoticeEvent) => string;
  /** Tells only when the event's data says so. */
  when?: (data: NoticeEvent['data']) => boolean;
  /** False where the act itself sent a mail. */
  mail?: false;
};

const project = (event: NoticeEvent) => `/projects/${event.rootId}`;
const matches = (event: NoticeEvent) => `/projects/${event.rootId}/invite`;
/** Where a saved search was made: its data carries the address with the question. */
const found = (event: NoticeEvent) => String(event.data.link ?? '/saved-searches');
const report = (event: NoticeEvent) => `/operator/reports/${event.data.reportId}`;
const decided = (event: NoticeEvent) => String(event.data.link ?? '/notifications');
const proposal = (event: NoticeEvent) => `/proposals/${event.subjectId}`;
const contract = (event: NoticeEvent) => `/contracts/${event.rootId}`;
const money = () => '/money';
const account = () => '/settings';
const organizations = () => '/organizations';
const organization = (event: NoticeEvent) => `/organizations/${event.rootId}`;
const request = (event: NoticeEvent) => `/operator/money/${event.subjectId}`;

const work = { needs: 'see_work' } as const;
const purse = { needs: 'see_money', link: money } as const;
const agreement = { needs: 'see_work', link: contract } as const;

/** Who is told of what. Every kind of event stands here, so that no new one is forgotten. */
export const NOTICES = {
  'member.registered': 'nobody',
  'member.profile_changed': 'nobody',
  'member.suspended': [{ ...work, tells: 'subject', link: account }],
  'member.restored': [{ ...work, tells: 'subject', link: account }],
  'member.operator_set': [{ ...work, tells: 'subject', link: account }],
  'organization.founded': 'nobody',
  'organization.member_invited': [{ ...work, tells: 'invitee', link: organizations, mail: false }],
  'organization.invitation_withdrawn': 'nobody',
  'organization.member_joined': [{ tells: 'owner', needs: 'manage_members', link: organization }],
  'organization.role_changed': [{ ...work, tells: 'subject', link: organization }],
  'organization.member_left': [
    { ...work, tells: 'subject', link: organizations },
    { tells: 'owner', needs: 'manage_members', link: organization },
  ],
  'api_key.created': 'nobody',
  'api_key.revoked': 'nobody',
  'deposit.requested': [{ ...work, tells: 'operators', link: request }],
  'deposit.cancelled': 'nobody',
  'deposit.confirmed': [{ ...purse, tells: 'owner' }],
  'deposit.rejected': [{ ...purse, tells: 'owner' }],
  'withdrawal.requested': [{ ...work, tells: 'operators', link: request }],
  'withdrawal.cancelled': 'nobody',
  'withdrawal.confirmed': [{ ...purse, tells: 'owner' }],
  'withdrawal.rejected': [{ ...purse, tells: 'owner' }],
  'fee_rule.added': 'nobody',
  'fee_rule.ended': 'nobody',
  'terms.changed': 'nobody',
  'ledger.check_asked': 'nobody',
  'ledger.checked': [
    {
      ...work,
      tells: 'operators',
      link: () => '/operator/ledger',
      when: (data) => Number(data.differenceCount) > 0,
    },
  ],
  'project.drafted': 'nobody',
  'project.edited': 'nobody',
  'project.published': 'nobody',
  'project.extended': 'nobody',
  // Those who proposed are told of a close or an end by proposal.not_chosen.
  'project.closed': 'nobody',
  'project.expired': [{ ...work, tells: 'client', link: project }],
  'project.freelancer_invited': [
    { ...work, tells: 'freelancer', link: project, when: (data) => data.told === true },
  ],
  'project.address_invited': [{ ...work, tells: 'invitee', link: project, mail: false }],
  'project.invitation_declined': [{ ...work, tells: 'client', link: project }],
  'proposal.sent': [{ tells: 'client', needs: 'see_work', link: proposal }],
  'proposal.changed': [{ tells: 'client', needs: 'see_work', link: proposal }],
  'proposal.withdrawn': [{ ...work, tells: 'client', link: project }],
  'proposal.not_chosen': [{ ...work, tells: 'freelancer', link: proposal }],
  'contract.offered': [{ ...agreement, tells: 'freelancer' }],
  'contract.signed': [{ ...agreement, tells: 'client' }],
  'contract.declined': [{ ...agreement, tells: 'client' }],
  'contract.offer_withdrawn': [{ ...agreement, tells: 'freelancer' }],
  'contract.lapsed': [{ ...agreement, tells: 'sides' }],
  'contract.change_proposed': [{ ...agreement, tells: 'other' }],
  'contract.change_agreed': [{ ...agreement, tells: 'other' }],
  'contract.change_refused': [{ ...agreement, tells: 'other' }],
  'contract.change_withdrawn': [{ ...agreement, tells: 'other' }],
  'contract.ending_proposed': [{ ...agreement, tells: 'other' }],
  'contract.ending_refused': [{ ...agreement, tells: 'other' }],
  'contract.ending_withdrawn': [{ ...agreement, tells: 'other' }],
  'contract.ended': [{ ...agreement, tells: 'sides' }],
  'milestone.funded': [{ ...agreement, tells: 'freelancer' }],
  'milestone.delivered': [{ ...agreement, tells: 'client' }],
  'milestone.changes_requested': [{ ...agreement, tells: 'freelancer' }],
  'milestone.accept_warned': [{ ...agreement, tells: 'client' }],
  // The freelancer is told of the money by milestone.paid; a client who accepted knows.
  'milestone.accepted': [{ ...agreement, tells: 'client', when: (data) => data.byRule === true }],
  'milestone.paid': [{ ...agreement, tells: 'freelancer' }],
  'milestone.refunded': [{ ...agreement, tells: 'client' }],
  'milestone.split': [{ ...agreement, tells: 'sides' }],
  'earnings.available': [{ ...purse, tells: 'freelancer' }],
  'feedback.given': [{ ...agreement, tells: 'other' }],
  'feedback.revealed': [{ ...agreement, tells: 'sides' }],
  'feedback.replied': [{ ...agreement, tells: 'other' }],
  'freelancer.changed': 'nobody',
  'freelancer.listed': 'nobody',
  'freelancer.unlisted': 'nobody',
  'freelancer.scored': 'nobody',
  'portfolio.added': 'nobody',
  'portfolio.changed': 'nobody',
  'portfolio.removed': 'nobody',
  'taxonomy.changed': 'nobody',
  // Where the marketplace told the freelancers by itself, the project page shows whom.
  'project.matched': [
    { ...work, tells: 'client', link: matches, when: (data) => data.review === true },
  ],
  'project.match_added': 'nobody',
  'project.match_removed': 'nobody',
  'project.invitation_seen': 'nobody',
  // Who was invited to a draft never heard of it.
  'project.invitation_withdrawn': [
    { ...work, tells: 'freelancer', link: project, when: (data) => data.told === true },
  ],
  'proposal.marked': 'nobody',
  'saved_search.made': 'nobody',
  'saved_search.changed': 'nobody',
  'saved_search.dropped': 'nobody',
  'saved_search.told': [{ ...work, tells: 'subject', link: found }],
  'abuse.reported': [{ ...work, tells: 'operators', link: report }],
  'abuse.decided': [
    { ...work, tells: 'subject', link: decided },
    { ...work, tells: 'owner', link: decided, when: (data) => data.toAuthor === true },
  ],
  'record.signed': 'nobody',
  'signing_key.made': 'nobody',
  ...TASK_NOTICES,
  ...QUALIFICATION_NOTICES,
} as const satisfies Record<EventKind, readonly NoticeRule[] | 'nobody'>;

/** The kinds of events that somebody may be told of. */
export type ToldKind = {
  [Kind in EventKind]: (typeof NOTICES)[Kind] extends 'nobody' ? never : Kind;
}[EventKind];

export const TOLD_KINDS = Object.entries(NOTICES)
  .filter(([, rules]) => rules !== 'nobody')
  .map(([kind]) => kind as ToldKind);

/** The rules of this kind that apply to this event. */
export function noticeRules(event: NoticeEvent): readonly NoticeRule[] {
  const rules: readonly NoticeRule[] | 'nobody' = NOTICES[event.kind];
  return rules === 'nobody' ? [] : rules.filter((rule) => rule.when?.(event.data) ?? true);
}
