/** Getting an account, getting in, and getting in again. */
import { MIN_PASSWORD_CHARACTERS } from '#platform/auth-limits.ts';

export const accounts = {
  name: { label: 'Your name', hint: 'As the people you work with will see it.' },
  email: 'Email address',
  password: 'Password',
  newPassword: {
    label: 'New password',
    hint: `At least ${MIN_PASSWORD_CHARACTERS} characters. Four words that do not belong together are good.`,
  },
  signUp: {
    title: 'Create an account',
    lead: 'One account buys and sells. Organizations come later, as many as you like.',
    submit: 'Create account',
    have: 'Have an account?',
    signIn: 'Sign in',
    notMade: 'No account was made',
    sent: (email: string) => `Look into the mailbox of ${email}.`,
    sentText: 'A link that opens the account is on its way. It works for one hour.',
  },
  verify: {
    title: 'Confirm your address',
    ready: 'One click, and the account is open. Then sign in with the password you chose.',
    submit: 'Confirm this address',
    done: 'Your address is confirmed.',
    doneText: 'Sign in to begin.',
    dead: 'This link opens nothing any more',
    waiting: 'A mail with a link comes to the address you gave. The account opens with it.',
    again: 'Send the link again',
    againLead: 'Nothing came, or the link was too old?',
    againSubmit: 'Send a new link',
    sent: 'If an account waits at this address, a new link is on its way.',
    sentText: 'It works for one hour. Look among unwanted mail too.',
    first: 'Confirm your address first.',
    firstText: (sent: boolean) =>
      sent
        ? 'We sent you a new link. It works for one hour.'
        : 'Several links were sent already. Use the newest, or wait an hour for another.',
  },
  signIn: {
    title: 'Sign in',
    submit: 'Sign in',
    forgot: 'Forgot the password?',
    none: 'No account yet?',
    create: 'Create one',
    refused: 'Not signed in',
    forNext: 'Sign in, and you come back to where you were.',
    signedOut: 'You are signed out.',
  },
  demo: {
    title: 'Look around as somebody',
    text: 'This marketplace holds a demo. Nothing here is real money; everybody shares these accounts.',
    as: (who: string) => `Sign in as ${who}`,
    who: {
      'client@demo.test': 'client',
      'freelancer@demo.test': 'freelancer',
      'worker@demo.test': 'worker',
      'vendor@demo.test': 'vendor',
      'operator@demo.test': 'operator',
    } as Readonly<Record<string, string>>,
  },
  forgot: {
    title: 'Choose a new password',
    lead: 'Write the address of your account. A link to choose a new password comes by mail.',
    submit: 'Send the link',
    sent: 'If an account has this address, a link is on its way.',
    sentText: 'It works once, for one hour. Look among unwanted mail too.',
    back: 'Back to sign in',
  },
  reset: {
    title: 'Choose a new password',
    lead: 'It takes the place of the old one, and all your sessions end.',
    submit: 'Set the new password',
    done: 'Your new password is set.',
    doneText: 'All sessions were ended. Sign in with it.',
    refused: 'The password was not changed',
    dead: 'This link opens nothing any more',
    deadText: 'It was used before, or it is older than one hour.',
    again: 'Ask for a new link',
  },
  twoFactor: {
    title: 'One more proof',
    lead: 'Your password was right. Write the code that your authenticator app shows now.',
    code: 'Code from your app',
    codeHint: 'Six digits.',
    submit: 'Go on',
    lost: 'No access to the app?',
    useRecovery: 'Use a recovery code',
    recoveryLead: 'Write one of the recovery codes that you kept. Each works once.',
    recoveryCode: 'Recovery code',
    recoveryHint: 'Such as aB3dE-fG4hI.',
    useApp: 'Use the app',
    refused: 'Not signed in',
    over: 'The sign-in took too long, or there were too many wrong codes.',
    overText: 'Sign in again.',
    fewLeft: (left: number) =>
      left === 0
        ? 'That was your last recovery code. Make new ones under Security.'
        : `${left} recovery codes are left.`,
  },
  acting: {
    now: (name: string) => `You act for ${name} now.`,
    itself: 'You act for yourself now.',
  },
};
