import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { build } from './build.mjs';
import { packageOf } from './shipped/package-of.ts';

// Holds what really ends up in the bundles to the layers of docs/architecture.md and the packages of docs/dependencies.md.
// The linter says the same of each import as it is written, types included; this sees where imports lead in the end.

/** The layers that the code of each layer may use at run time, besides itself. */
const layers = {
  core: [],
  language: ['core'],
  workspace: ['core'],
  git: ['core', 'workspace'],
  webview: [],
  vscode: ['core', 'language', 'workspace', 'git', 'webview'],
  cli: ['core', 'language', 'workspace', 'git'],
  action: ['core', 'language', 'workspace', 'git', 'cli'],
};
/** Layers that run where there is no Node and no editor. */
const pure = ['core', 'language', 'workspace', 'webview'];
/** What reads the Markdown of a report, where it becomes a page of HTML: `micromark`, and what that is made of. */
const markdown = ['micromark*', 'decode-named-character-reference', 'character-entities', 'ccount'];
/** The packages that users get as part of Milepost. */
const packages = [
  ...['yaml', 'picomatch', 'ignore', 'diff', 'csv-parse', 'csv-stringify', 'ical.js', ...markdown],
  // The others are what the first is made of.
  ...['fast-xml-parser', 'fast-xml-builder', 'path-expression-matcher', 'xml-naming'],
  ...['@nodable/entities', 'is-unsafe', 'strnum', 'anynum'],
];
/** What pages show pictures with: in a file of its own, so that nobody else loads it. */
const mermaid = ['mermaid'];
/** What a bundle must not hold, and what its host does not have. */
const bundles = {
  extension: { without: ['src/cli/'] },
  'web-extension': { without: ['src/cli/', 'src/git/'], node: false },
  cli: { without: ['src/vscode/', 'src/webview/', 'src/action/'], vscode: false },
  action: { without: ['src/vscode/', 'src/webview/'], vscode: false },
  'webview-graph': { without: ['src/core/', 'src/vscode/', 'src/cli/'], only: [], node: false, vscode: false },
  'webview-preview': { without: ['src/core/', 'src/vscode/', 'src/cli/'], only: [], node: false, vscode: false },
  'webview-timeline': { without: ['src/core/', 'src/vscode/', 'src/cli/'], only: [], node: false, vscode: false },
  'webview-risks': { without: ['src/core/', 'src/vscode/', 'src/cli/'], only: [], node: false, vscode: false },
  'webview-history': { without: ['src/core/', 'src/vscode/', 'src/cli/'], only: [], node: false, vscode: false },
  'webview-dashboard': { without: ['src/core/', 'src/vscode/', 'src/cli/'], only: [], node: false, vscode: false },
  'webview-report': { without: ['src/core/', 'src/vscode/', 'src/cli/'], only: [], node: false, vscode: false },
  'webview-decisions': { without: ['src/core/', 'src/vscode/', 'src/cli/'], only: [], node: false, vscode: false },
  'webview-mermaid': { without: ['src/core/', 'src/vscode/'], only: mermaid, node: false, vscode: false },
};

// Where it fails, esbuild has said why.
await build(['extension', 'webview', 'cli', 'action']).catch(() => process.exit(1));
const faults = new Set(Object.entries(bundles).flatMap(([name, rules]) => check(name, rules)));
for (const path of loadedFirst('extension', 'src/vscode/extension.ts')) {
  if (path !== 'src/vscode/extension.ts') faults.add(`every window would load ${path} before anybody asks for it`);
}
for (const fault of faults) console.error(fault);
if (faults.size > 0) process.exitCode = 1;

function check(name, { without, only = packages, node = true, vscode = true }) {
  const { inputs } = JSON.parse(readFileSync(new URL(`../dist/meta/${name}.json`, import.meta.url), 'utf8'));
  return Object.entries(inputs).flatMap(([path, { imports }]) => {
    const layer = layerOf(path);
    const pack = packageOf(path)?.name;
    const foreign = pack ? !only.some((name) => isOf(pack, name)) : without.some((folder) => path.startsWith(folder));
    return [
      ...(foreign ? [`the bundle ${name} must not hold ${path}`] : []),
      ...imports.flatMap((imported) => {
        const to = imported.path;
        const wrong =
          (isNode(to) && (!node || pure.includes(layer))) ||
          // What scripts/editor-once.mjs puts between is of the same layer: only that is bundled with it.
          (to === 'vscode' && (!vscode || (layer !== 'vscode' && path !== 'once:vscode'))) ||
          (layerOf(to) && layerOf(to) !== layer && !layers[layer]?.includes(layerOf(to)));
        return wrong ? [`${path} imports ${to} in the bundle ${name}`] : [];
      }),
    ];
  });
}

/** The modules that come with the entry of a bundle in parts, before any of these is asked for. */
function loadedFirst(name, entry) {
  const { outputs } = JSON.parse(readFileSync(new URL(`../dist/meta/${name}.json`, import.meta.url), 'utf8'));
  const files = [Object.keys(outputs).find((path) => outputs[path].entryPoint === entry)];
  for (const file of files) {
    for (const { path, kind } of outputs[file].imports) {
      if (kind === 'import-statement' && outputs[path] && !files.includes(path)) files.push(path);
    }
  }
  return files.flatMap((file) => Object.keys(outputs[file].inputs));
}

/** Whether a package is meant by a name; one with a star means all that begin so. */
function isOf(pack, name) {
  return name.endsWith('*') ? pack.startsWith(name.slice(0, -1)) : pack === name;
}

/** The layer that a file is of; none for the files of dependencies. */
function layerOf(path) {
  return Object.keys(layers).find((layer) => path.startsWith(`src/${layer}/`));
}

function isNode(path) {
  return path.startsWith('node:') || builtinModules.includes(path);
}
