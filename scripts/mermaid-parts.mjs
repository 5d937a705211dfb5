import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** What is drawn: flowcharts, laid out by dagre, and Gantt charts. All other kinds, and what only they load, stay out. */
const wanted = /^\.\/(chunks\/mermaid\.esm\.min\/)?(flowDiagram|dagre|ganttDiagram)-\w+\.mjs$/;

/** A fallback of lodash for hosts that are older than `globalThis`, and the only code in Mermaid that makes code of text. */
const madeOfText = 'Function("return this")()';

/**
 * Bundles Mermaid without what is never drawn: a quarter of it is left. Its own bundle for browsers is taken, which has
 * its dependencies in it; and what it would load later is either put in or left out.
 */
export function mermaidParts() {
  return {
    name: 'mermaid-parts',
    setup({ onResolve, onLoad, onEnd }) {
      const kept = new Set();
      onResolve({ filter: /^mermaid$/ }, ({ resolveDir }) => ({
        path: createRequire(`${resolveDir}/`).resolve('mermaid/dist/mermaid.esm.min.mjs'),
      }));
      onResolve({ filter: /^\.\// }, ({ path, importer, kind }) => {
        if (kind !== 'dynamic-import' || !/[\\/]mermaid[\\/]dist[\\/]/.test(importer)) return undefined;
        const part = wanted.exec(path)?.[2];
        if (part) kept.add(part);
        return part ? undefined : { path, namespace: 'left-out' };
      });
      onLoad({ filter: /.*/, namespace: 'left-out' }, ({ path }) => ({
        contents: `throw new Error(${JSON.stringify(`${path} is left out`)});`,
      }));
      onLoad({ filter: /[\\/]mermaid[\\/]dist[\\/].*\.mjs$/ }, async ({ path }) => ({
        contents: (await readFile(path, 'utf8')).replaceAll(madeOfText, 'globalThis'),
      }));
      onEnd(() => {
        // A new version that is cut otherwise must not go out without what draws.
        if (kept.size === 3) return undefined;
        return { errors: [{ text: `Mermaid is made of other parts than expected; found: ${[...kept].join(', ')}` }] };
      });
    },
  };
}
