import type { Viewer } from '#web/context.ts';

/** The name of the party that the viewer acts for. */
export function actingName(viewer: Viewer): string {
  const { partyId } = viewer.actor;
  return viewer.actingFor.find((one) => one.partyId === partyId)?.name ?? viewer.name;
}
