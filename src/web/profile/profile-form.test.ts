import { expect, test } from 'vitest';
import { editOf } from './profile-form.ts';

const typed = { availability: 'open' as const };

test('a zone that was not chosen is the one of the country', () => {
  expect(editOf({ ...typed, country: 'ES' }, 'USD').timeZone).toBe('Europe/Madrid');
  expect(editOf({ ...typed, country: 'ES', timeZone: 'Atlantic/Canary' }, 'USD').timeZone).toBe(
    'Atlantic/Canary',
  );
  expect(editOf(typed, 'USD').timeZone).toBe('UTC');
});
