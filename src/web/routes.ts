/** The site map. Every page and its file, by hand; a page that is not here does not exist. */
import { index, type RouteConfig, route } from '@react-router/dev/routes';

export default [
  index('landing/landing.tsx'),
  route('fees', 'landing/fees.tsx'),
  route('evidence/rates-2007', 'landing/rate-sheet.tsx'),
  route('kit', 'kit/kit.tsx'),
  route('kit/live', 'kit/live.tsx'),
  route('theme', 'theme.ts'),
  route('*', 'not-found.tsx'),
] satisfies RouteConfig;
