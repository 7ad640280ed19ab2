/** What a password must be; apart from the sign-in itself, so that pages may say it. */
export const MIN_PASSWORD_CHARACTERS = 12;
export const MAX_PASSWORD_CHARACTERS = 128;
export const RECOVERY_CODES = 10;
