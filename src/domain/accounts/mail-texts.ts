/** The mails about accounts. Addresses of pages are given; nothing here knows the web. */

export type MailText = { subject: string; text: string };

type Site = { marketName: string };

export function verificationMail(site: Site & { link: string }): MailText {
  return {
    subject: `Confirm your address for ${site.marketName}`,
    text: [
      `Somebody opened an account on ${site.marketName} with this address. If it was you, confirm it:`,
      site.link,
      'The link works for one hour. If it was not you, do nothing: without it the account stays shut.',
    ].join('\n\n'),
  };
}

export function resetMail(site: Site & { link: string }): MailText {
  return {
    subject: `Choose a new password for ${site.marketName}`,
    text: [
      `Somebody asked for a new password for your account on ${site.marketName}. If it was you, choose one:`,
      site.link,
      'The link works once, for one hour. It ends all your sessions. If it was not you, do nothing: the old password stays.',
    ].join('\n\n'),
  };
}

/** To the owner of an account when somebody signs up with its address. */
export function takenMail(site: Site & { signInLink: string; resetLink: string }): MailText {
  return {
    subject: `You have an account on ${site.marketName}`,
    text: [
      `Somebody tried to open an account on ${site.marketName} with this address, but it has one. Nothing was changed.`,
      `If it was you, sign in: ${site.signInLink}`,
      `If you do not know the password, or never confirmed the address, choose a new one: ${site.resetLink}`,
      'If it was not you, do nothing.',
    ].join('\n\n'),
  };
}

export function passwordChangedMail(site: Site & { resetLink: string }): MailText {
  return {
    subject: `Your password for ${site.marketName} was changed`,
    text: [
      `The password of your account on ${site.marketName} was changed just now, and other sessions were ended.`,
      `If it was not you, choose a new password at once: ${site.resetLink}`,
    ].join('\n\n'),
  };
}

export function invitationMail(
  site: Site & {
    link: string;
    inviter: string;
    organization: string;
    role: string;
    days: number;
  },
): MailText {
  return {
    subject: `${site.inviter} invites you to ${site.organization}`,
    text: [
      `${site.inviter} invites you to work for ${site.organization} on ${site.marketName}, as ${site.role}.`,
      `Look at the invitation: ${site.link}`,
      `It is for this address alone and works for ${site.days} days.`,
    ].join('\n\n'),
  };
}
