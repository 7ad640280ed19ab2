import { reactRouter } from '@react-router/dev/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig, type Plugin } from 'vite';
import { enhancements } from './tools/enhancements.ts';
import { writeSprite } from './tools/sprite.ts';

/** What runs beside the pages in the same process must exist once, so the server build imports it. */
const OUTSIDE = /^#(?:domain|platform|jobs)\/|^#web\/context\.ts$/;

function keepOutside(): Plugin {
  return {
    name: 'anyshore-keep-outside',
    enforce: 'pre',
    applyToEnvironment: (environment) => environment.name === 'ssr',
    resolveId: (source) => (OUTSIDE.test(source) ? { id: source, external: true } : null),
  };
}

/**
 * One file for React and the router: smaller than three, and nothing else waits for it. One file for
 * each noun of the catalogue, and one for what stands around every page: a page loads what it says.
 */
function joinPackages(): Plugin {
  const groups = [
    { name: 'packages', test: /node_modules\/(?:react|react-dom|react-router|scheduler)\// },
    {
      name: 'words-around',
      test: /\/src\/web\/text\/(?:site|parts|failure|form|[\w-]*refusals)\.ts$/,
    },
    {
      name: (id: string) => `words-${/([\w-]+)\.ts$/.exec(id)?.[1] ?? 'all'}`,
      test: /\/src\/web\/text\/(?!catalogue|nouns)[\w-]+\.ts$/,
    },
  ];
  return {
    name: 'anyshore-join-packages',
    configEnvironment: (name) =>
      name === 'client'
        ? { build: { rolldownOptions: { output: { codeSplitting: { groups } } } } }
        : null,
  };
}

/** Words only say: what a page does not use of them need not be there. */
function wordsOnlySay(): Plugin {
  return {
    name: 'anyshore-words-only-say',
    transform: (code, id) =>
      /\/src\/web\/text\//.test(id) ? { code, map: null, moduleSideEffects: false } : null,
  };
}

function sprite(): Plugin {
  return { name: 'anyshore-sprite', buildStart: () => writeSprite() };
}

export default defineConfig({
  plugins: process.env.VITEST
    ? []
    : [
        keepOutside(),
        joinPackages(),
        wordsOnlySay(),
        sprite(),
        enhancements(),
        tailwindcss(),
        reactRouter(),
      ],
  // Every asset gets a hashed name of its own: a data: URL could not be cached.
  build: { assetsInlineLimit: 0, reportCompressedSize: false, target: 'es2022' },
});
