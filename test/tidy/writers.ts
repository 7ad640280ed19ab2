import { WRITERS } from './map.ts';
import { type Breach, isTest, type Source } from './sources.ts';

/** Some tables are written in one place only, through Kysely as through plain SQL. */
export function checkWriters(sources: Source[]): Breach[] {
  return sources
    .filter((source) => /^src\/.*\.tsx?$/.test(source.path) && !isTest(source))
    .flatMap(({ path, text }) =>
      WRITERS.filter(({ folder }) => !path.startsWith(folder)).flatMap(({ tables }) =>
        tables
          .filter((table) => writes(text, table))
          .map((table) => ({ rule: 'writer', path, says: `writes ${table}` })),
      ),
    );
}

function writes(text: string, table: string): boolean {
  const camel = table.replace(/_(\w)/g, (_match, letter: string) => letter.toUpperCase());
  const builder = new RegExp(
    `\\.(?:insertInto|updateTable|deleteFrom|mergeInto)\\(\\s*'${camel}\\b`,
  );
  const plain = new RegExp(
    `\\b(?:insert\\s+into|update|delete\\s+from|merge\\s+into|truncate|copy)\\s+(?:table\\s+)?(?:only\\s+)?"?${table}"?\\b`,
    'i',
  );
  return builder.test(text) || plain.test(text);
}
