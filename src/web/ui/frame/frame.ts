import { useRouteLoaderData } from 'react-router';
import type { Flash, Theme, Viewer } from '#web/context.ts';

/** What every page knows of its surroundings; given by the root's loader, so that script agrees. */
export type Frame = {
  /** The server's time at this request, ISO 8601. */
  now: string;
  timeZone: string;
  /** A fresh key per page, so that a form sent twice acts once. */
  formKey: string;
  path: string;
  theme: Theme | null;
  flash: Flash | null;
  viewer:
    | (Omit<Viewer, 'actor' | 'theme' | 'timeZone'> & { partyId: string; operator: boolean })
    | null;
  operatorName: string;
  sourceUrl: string;
};

export type FrameViewer = NonNullable<Frame['viewer']>;

/** A place in the bar. */
export type NavItem = { href: string; label: string; current: boolean };

const NOWHERE: Frame = {
  now: '1970-01-01T00:00:00.000Z',
  timeZone: 'UTC',
  formKey: '',
  path: '/',
  theme: null,
  flash: null,
  viewer: null,
  operatorName: '',
  sourceUrl: '',
};

export function useFrame(): Frame {
  return useRouteLoaderData<Frame>('root') ?? NOWHERE;
}
