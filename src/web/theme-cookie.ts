import type { Theme } from '#web/context.ts';

const COOKIE = 'anyshore_theme';

export function themeOf(text: string): Theme | null {
  return text === 'light' || text === 'dark' ? text : null;
}

export function readTheme(cookies: Map<string, string>): Theme | null {
  return themeOf(cookies.get(COOKIE) ?? '');
}

/** A year for a choice; null forgets it, so that the system decides again. */
export function themeCookie(theme: Theme | null): string {
  const life = theme === null ? 'Max-Age=0' : 'Max-Age=31536000';
  return `${COOKIE}=${theme ?? ''}; Path=/; ${life}; HttpOnly; SameSite=Lax`;
}
