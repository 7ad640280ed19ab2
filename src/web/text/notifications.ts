/** The list behind the bell. What each notification says stands in domain/notifications/notice-words.ts. */
export const notifications = {
  title: (unread: number) =>
    unread === 0
      ? 'You have read everything'
      : unread === 1
        ? 'One thing is new'
        : `${unread} things are new`,
  crumb: 'Notifications',
  show: 'Show',
  all: 'All',
  unread: 'New only',
  new: 'New',
  readAll: 'Mark all as read',
  read: 'Mark as read',
  readTitle: 'Marked as read.',
  allRead: (count: number) =>
    count === 1 ? 'One is marked as read.' : `${count} are marked as read.`,
  forParty: (party: string) => `for ${party}`,
  mails: 'These also come by mail. Choose that in your account.',
  account: 'Your account',
  span: (count: number) =>
    count === 1 ? 'One shown, newest first' : `${count} shown, newest first`,
  empty: {
    title: 'Nothing has happened yet',
    text: 'What others do in your projects and contracts appears here, with the money it moves.',
    act: 'Find a project',
  },
  emptyUnread: {
    title: 'Nothing is new',
    text: 'You have read everything you were told.',
    act: 'Show all',
  },
  switch: {
    title: (party: string) => `This belongs to ${party}`,
    text: (party: string, acting: string) =>
      `You act for ${acting} now. To see it, act for ${party}: then the bar shows its name, and its purse pays.`,
    act: (party: string) => `Act for ${party} and open it`,
    stay: 'Back to notifications',
    gone: (party: string) => `You no longer act for ${party}, so this is closed to you.`,
  },
};
