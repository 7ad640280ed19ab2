import { refuse } from '#domain/kernel/refusal.ts';
import type { ReadDb } from '#platform/database.ts';
import type { Requirement } from '../requirement.ts';
import { systemType } from '../system-types.ts';

/** How a qualification is called; whose it is, null for the marketplace's own. */
export type QualificationName = {
  id: string;
  name: string;
  description: string;
  ownerId: string | null;
  ownerName: string | null;
  retired: boolean;
};

/** The names of the qualifications that requirements ask for, by id; unknown ones are absent. */
export async function requirementNames(
  db: ReadDb,
  requirements: readonly Pick<Requirement, 'qualificationId'>[],
): Promise<Map<string, QualificationName>> {
  const ids = [...new Set(requirements.map(({ qualificationId }) => qualificationId))];
  const names = new Map<string, QualificationName>();
  const granted: string[] = [];
  for (const id of ids) {
    const system = systemType(id);
    if (system === undefined) granted.push(id);
    else names.set(id, { ...nameOnly(system), ownerId: null, ownerName: null, retired: false });
  }
  if (granted.length === 0) return names;
  const rows = await db
    .selectFrom('qualificationType')
    .innerJoin('party', 'party.id', 'qualificationType.ownerId')
    .select(['qualificationType.id', 'qualificationType.name', 'qualificationType.description'])
    .select(['ownerId', 'party.name as ownerName', 'state'])
    .where('qualificationType.id', 'in', granted)
    .execute();
  for (const { state, ...row } of rows) names.set(row.id, { ...row, retired: state === 'retired' });
  return names;
}

/**
 * Refuses `input_invalid` (rule not_listed) with the field of the first requirement that asks for
 * a qualification which does not exist or was retired.
 */
export async function assertQualificationsExist(
  db: ReadDb,
  requirements: readonly Requirement[],
): Promise<void> {
  const names = await requirementNames(db, requirements);
  for (const [place, { qualificationId }] of requirements.entries()) {
    const name = names.get(qualificationId);
    if (name !== undefined && !name.retired) continue;
    refuse('input_invalid', { rule: 'not_listed' }, `requirements.${place}.qualificationId`);
  }
}

function nameOnly({ id, name, description }: { id: string; name: string; description: string }) {
  return { id, name, description };
}
