import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { build as bundle, context } from 'esbuild';
import { editorOnce } from './editor-once.mjs';
import { bundleInParts } from './in-parts.mjs';
import { mermaidParts } from './mermaid-parts.mjs';
import { root } from './vscode/paths.mjs';
import { browserMocha, samePlan, suites } from './vscode/test-bundle.mjs';

const node = {
  ...{ platform: 'node', format: 'cjs', target: 'node20', mainFields: ['module', 'main'] },
  alias: {
    // Where there is Node, its own buffers are ten times as fast as what stands in for them in a browser.
    'csv-parse/browser/esm/sync': 'csv-parse/sync',
    // The same code as ES modules, of which a bundle makes one scope: what it has for Node is a function for each file.
    yaml: join(root, 'node_modules/yaml/browser/index.js'),
  },
};
// `worker` keeps out those files of dependencies that want a DOM, which an extension host in a browser does not have.
const worker = { platform: 'browser', format: 'cjs', target: 'es2022', conditions: ['worker'] };
const editor = { external: ['vscode'] };
const extension = { ...editor, plugins: [editorOnce()] };
// Webviews are pages of the Chromium that the oldest supported editor has.
const page = { platform: 'browser', format: 'esm', target: 'chrome134', external: ['./mermaid.js'] };
const shebang = { banner: { js: '#!/usr/bin/env node' } };
const suite = 'test/editor/suite/index.ts';

/** What is made of what, in parts that can be built by themselves. */
const products = {
  extension: [
    { in: 'src/vscode/extension.ts', out: 'dist/extension.cjs', ...node, ...extension, parts: true },
    { in: 'src/vscode/web.ts', out: 'dist/web/extension.cjs', ...worker, ...extension },
  ],
  webview: [
    { in: 'src/webview/graph/main.ts', out: 'dist/webview/graph.js', ...page },
    // The editor loads it into its Markdown preview as a script that is no module.
    { in: 'src/webview/preview/main.ts', out: 'dist/webview/preview.js', ...page, format: 'iife' },
    { in: 'src/webview/timeline/main.ts', out: 'dist/webview/timeline.js', ...page },
    { in: 'src/webview/risks/main.ts', out: 'dist/webview/risks.js', ...page },
    { in: 'src/webview/dashboard/main.ts', out: 'dist/webview/dashboard.js', ...page },
    { in: 'src/webview/decisions/main.ts', out: 'dist/webview/decisions.js', ...page },
    { in: 'src/webview/history/main.ts', out: 'dist/webview/history.js', ...page },
    { in: 'src/webview/report/main.ts', out: 'dist/webview/report.js', ...page },
    {
      in: 'src/webview/mermaid.ts',
      out: 'dist/webview/mermaid.js',
      ...page,
      plugins: [mermaidParts()],
      sourcemap: false,
    },
    { in: 'src/webview/milepost.css', out: 'dist/webview/milepost.css', sourcemap: false },
  ],
  cli: [{ in: 'src/cli/main.ts', out: 'dist/cli.cjs', ...node, ...shebang, executable: true, parts: true }],
  // What action.yml runs: all of it in one file, without a map that nobody would find.
  action: [{ in: 'src/action/main.ts', out: 'dist/action.cjs', ...node, sourcemap: false }],
  tests: [
    { in: suite, out: 'dist/test/editor.cjs', ...node, ...editor, plugins: [suites(), samePlan(), browserMocha()] },
    {
      in: suite,
      out: 'dist/test/editor-web.cjs',
      ...worker,
      ...editor,
      plugins: [suites('web'), samePlan(), browserMocha()],
    },
  ],
};

/** Bundles the parts into dist/, as people get them unless `development`. Throws once esbuild has said what is wrong. */
export async function build(parts, { development = false } = {}) {
  await Promise.all(parts.flatMap((part) => products[part]).map((product) => make(product, development)));
}

async function make(product, development) {
  const options = optionsOf(product, development);
  await finish(product, await (product.parts ? bundleInParts(options) : bundle(options)));
}

function optionsOf({ in: entry, out, executable: _, parts: __, ...options }, development) {
  return {
    sourcemap: 'linked',
    ...options,
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: out,
    bundle: true,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
    minify: !development && !out.startsWith('dist/test/'),
  };
}

/** Leaves what esbuild knows of a bundle's inputs for the check that holds imports to the layers. */
async function finish({ out, executable }, { metafile }) {
  if (!metafile) return;
  await mkdir(join(root, 'dist/meta'), { recursive: true });
  const name = out
    .replace('dist/', '')
    .replaceAll('/', '-')
    .replace(/\.\w+$/, '.json');
  await writeFile(join(root, 'dist/meta', name), JSON.stringify(metafile));
  if (executable) await chmod(join(root, out), 0o755);
}

async function watch(parts) {
  for (const product of parts.flatMap((part) => products[part])) {
    const options = optionsOf(product, true);
    const report = {
      name: 'report',
      setup: ({ onEnd }) =>
        onEnd(async (result) => {
          await finish(product, result);
          console.log(`${product.out}: ${result.errors.length ? `${result.errors.length} errors` : 'built'}`);
        }),
    };
    await (await context({ ...options, plugins: [...(options.plugins ?? []), report] })).watch();
  }
}

/** esbuild has said what is wrong with what it was given; of anything else nobody has heard. */
function fail(error) {
  if (!error.errors) console.error(error);
  process.exit(1);
}

if (process.argv[1] && basename(process.argv[1]) === 'build.mjs') {
  const { values } = parseArgs({
    options: {
      development: { type: 'boolean', default: false },
      tests: { type: 'boolean', default: false },
      watch: { type: 'boolean', default: false },
    },
  });
  const parts = ['extension', 'webview', 'cli', 'action', ...(values.tests ? ['tests'] : [])];
  // Nothing stale gets into a package; a build for tests leaves what others are running in place.
  await rm(join(root, 'dist'), { recursive: true, force: true });
  if (values.watch) await watch(parts);
  else await build(parts, values).catch(fail);
}
