/**
 * Builds every file of src/web/enhance as a small script of its own, and tells the server build
 * under which hashed address each is served (`virtual:enhancements`).
 */
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Plugin } from 'vite';

const FOLDER = join(import.meta.dirname, '..', 'src', 'web', 'enhance');
const VIRTUAL = 'virtual:enhancements';

export function enhancements(): Plugin {
  // The client is built before the server, by the same plugin object.
  const addresses: Record<string, string> = {};
  return {
    name: 'anyshore-enhancements',
    apply: 'build',
    sharedDuringBuild: true,
    buildStart() {
      if (this.environment.name !== 'client') return;
      for (const file of readdirSync(FOLDER)) {
        const name = basename(file, '.ts');
        this.emitFile({ type: 'chunk', id: join(FOLDER, file), name: `enhance-${name}` });
      }
    },
    generateBundle(_options, bundle) {
      if (this.environment.name !== 'client') return;
      for (const output of Object.values(bundle)) {
        if (output.type !== 'chunk' || !output.facadeModuleId?.startsWith(FOLDER)) continue;
        addresses[basename(output.facadeModuleId, '.ts')] = `/${output.fileName}`;
      }
    },
    resolveId: (source) => (source === VIRTUAL ? `\0${VIRTUAL}` : null),
    load(id) {
      if (id !== `\0${VIRTUAL}`) return null;
      const known = this.environment.name === 'ssr' ? addresses : {};
      return `export const addresses = ${JSON.stringify(known)};`;
    },
  };
}
