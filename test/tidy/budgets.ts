import { BUDGET, CATALOGUES } from './map.ts';
import { type Breach, isTest, type Source } from './sources.ts';

/** Files, functions, lines, folders and depth stay within what one can hold in mind. */
export function checkBudgets(sources: Source[]): Breach[] {
  return [
    ...sources.flatMap((source) => [
      ...checkLength(source),
      ...checkFunctions(source),
      ...checkColumns(source),
      ...checkDepth(source),
    ]),
    ...checkFolders(sources),
  ];
}

function checkLength({ path, text }: Source): Breach[] {
  const lines = text.trimEnd().split('\n').length;
  if (lines <= BUDGET.fileLines || path.startsWith(CATALOGUES)) return [];
  return [{ rule: 'file length', path, says: `${lines} lines` }];
}

/** Formatted code ends a declared function with a brace in the column where it began. */
function checkFunctions({ path, text }: Source): Breach[] {
  if (!/\.tsx?$/.test(path)) return [];
  const lines = text.split('\n');
  return lines.flatMap((line, start) => {
    const opening = /^(\s*)(?:export )?(?:default )?(?:async )?function\*? (\w+)/.exec(line);
    if (opening === null) return [];
    const [, indent = '', name = ''] = opening;
    const length = lines.slice(start).findIndex((later) => later.startsWith(`${indent}}`)) + 1;
    if (length <= BUDGET.functionLines) return [];
    return [{ rule: 'function length', path, says: `${name} has ${length} lines` }];
  });
}

function checkColumns({ path, text }: Source): Breach[] {
  if (!/\.(tsx?|sql)$/.test(path)) return [];
  return text.split('\n').flatMap((line, place) => {
    const width = [...line].length;
    if (
      width <= BUDGET.columns ||
      ((path.endsWith('.ts') || path.endsWith('.tsx')) && holdsText(line))
    )
      return [];
    return [{ rule: 'columns', path, says: `line ${place + 1} has ${width} columns` }];
  });
}

/** A sentence, a pattern or a row of classes stands on one line, as the formatter leaves it. */
function holdsText(line: string): boolean {
  return /(['"`]).{40,}\1|\/.{40,}\/|^\s*[^\s/*].{40,}`/.test(line);
}

function checkDepth({ path }: Source): Breach[] {
  const folders = path.split('/').length - 2;
  if (!path.startsWith('src/') || folders <= BUDGET.foldersBelowSrc) return [];
  return [{ rule: 'depth', path, says: `${folders} folders below src` }];
}

/** A test stands beside its file and takes no place of its own. */
function checkFolders(sources: Source[]): Breach[] {
  const counts = new Map<string, number>();
  for (const source of sources) {
    if (isTest(source)) continue;
    const folder = source.path.slice(0, source.path.lastIndexOf('/'));
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts]
    .filter(([path, files]) => files > BUDGET.folderFiles && `${path}/` !== CATALOGUES)
    .map(([path, files]) => ({ rule: 'folder size', path, says: `${files} files` }));
}
