import type { Viewer } from '#web/context.ts';

const FIRM = '01930000-0000-7000-8000-000000000002';
const HERSELF = '01930000-0000-7000-8000-000000000001';

/** A member who acts for a firm, for herself, and looks on at a third. */
export const MARA: Viewer = {
  name: 'Mara Oduya',
  country: 'GB',
  actor: {
    kind: 'member',
    memberId: HERSELF,
    partyId: FIRM,
    role: 'owner',
    scopes: ['read', 'work', 'money'],
    operator: false,
  },
  actingFor: [
    {
      partyId: FIRM,
      name: 'Harrow & Lane',
      role: 'owner',
      balances: [{ amountMinor: 620_418n, currency: 'USD' }],
    },
    {
      partyId: HERSELF,
      name: 'Mara Oduya',
      role: 'self',
      balances: [{ amountMinor: 41_200n, currency: 'USD' }],
    },
    {
      partyId: '01930000-0000-7000-8000-000000000003',
      name: 'Brightwater Utilities',
      role: 'member',
      balances: null,
    },
  ],
  unreadNotifications: 2,
  theme: null,
  timeZone: 'UTC',
};
