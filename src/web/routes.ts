/** The site map. Every page and its file, by hand; a page that is not here does not exist. */
import { index, type RouteConfig, route } from '@react-router/dev/routes';

export default [
  index('landing/landing.tsx'),
  route('fees', 'landing/fees.tsx'),
  route('evidence/rates-2007', 'landing/rate-sheet.tsx'),
  route('kit', 'kit/kit.tsx'),
  route('kit/live', 'kit/live.tsx'),
  route('theme', 'site/theme.ts'),
  // accounts
  route('sign-up', 'accounts/door/sign-up.tsx'),
  route('sign-in', 'accounts/door/sign-in.tsx'),
  route('sign-out', 'accounts/door/sign-out.ts'),
  route('verify-email', 'accounts/door/verify-email.tsx'),
  route('forgot-password', 'accounts/door/forgot-password.tsx'),
  route('reset-password', 'accounts/door/reset-password.tsx'),
  route('two-factor', 'accounts/door/two-factor.tsx'),
  route('acting-for', 'accounts/acting-for.ts'),
  route('settings', 'accounts/settings/profile-page.tsx'),
  route('settings/security', 'accounts/settings/security-page.tsx'),
  route('settings/security/two-factor', 'accounts/settings/second-factor-page.tsx'),
  route('settings/api-keys', 'accounts/settings/api-keys-page.tsx'),
  route('organizations', 'accounts/organizations/organizations-page.tsx'),
  route('organizations/new', 'accounts/organizations/found-organization-page.tsx'),
  route('organizations/:id', 'accounts/organizations/organization-page.tsx'),
  route('invitations/:token', 'accounts/organizations/invitation-page.tsx'),
  route('*', 'site/not-found.tsx'),
] satisfies RouteConfig;
