import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join } from 'node:path';
import { root } from './paths.mjs';

const maps = new Map();

/** A stack from inside the editor as it would read without bundles: our own files and lines, without mocha's. */
export function readableStack(stack) {
  return stack
    .split('\n')
    .map(sourceLine)
    .filter((line) => line !== undefined)
    .join('\n');
}

function sourceLine(line) {
  const frame = /^(\s*at .*?)\(?\S*?[/\\](dist[/\\](?:test|web)?[/\\]?[\w-]+\.cjs)\S*?:(\d+):(\d+)\)?$/.exec(line);
  if (!frame) return /^\s*at .*(node:internal|extensionHost)/.test(line) ? undefined : line;
  const [, start, bundle, row, column] = frame;
  // A web worker runs a bundle as the body of a function, whose head takes two lines.
  const head = line.includes('#vscode-extension') ? 2 : 0;
  const entry = mapOf(bundle)?.findEntry(Number(row) - 1 - head, Number(column) - 1);
  if (!entry?.originalSource) return line;
  const source = entry.originalSource.replace(/^(\.\.\/)+/, '');
  if (source.includes('node_modules/mocha/')) return undefined;
  return `${start.trimEnd()} ${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
}

function mapOf(bundle) {
  if (!maps.has(bundle)) maps.set(bundle, readMap(bundle));
  return maps.get(bundle);
}

function readMap(bundle) {
  try {
    return new SourceMap(JSON.parse(readFileSync(join(root, `${bundle}.map`), 'utf8')));
  } catch {
    return undefined;
  }
}
