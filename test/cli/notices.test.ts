import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { noticesOf } from '../../scripts/shipped/notices.ts';
import { identity, shippedPackages } from '../../scripts/shipped/packages.ts';
import { folderWith, removeFolders } from './support.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What esbuild tells of a bundle that has so many bytes of each of these files. */
function metafile(inputs: Readonly<Record<string, number>>): string {
  const bytes = Object.entries(inputs).map(([path, bytesInOutput]) => [path, { bytesInOutput }]);
  return JSON.stringify({
    outputs: { 'dist/x.cjs': { inputs: Object.fromEntries(bytes) }, 'dist/x.map': { inputs: {} } },
  });
}

/** The files of an installed package, 1.2.3 under the MIT licence unless its manifest says otherwise. */
function installed(path: string, manifest: object = {}, files: Readonly<Record<string, string>> = { LICENSE: 'Do.' }) {
  const name = path.split('node_modules/').at(-1);
  const all = { 'package.json': JSON.stringify({ name, version: '1.2.3', license: 'MIT', ...manifest }), ...files };
  return Object.fromEntries(Object.entries(all).map(([file, text]) => [`node_modules/${path}/${file}`, text]));
}

/** The packages in a bundle of the command line that has something of each of these files. */
function shippedWith(files: readonly string[], packages: Readonly<Record<string, string>>) {
  const bytes = Object.fromEntries(files.map((file) => [`node_modules/${file}`, 5]));
  return shippedPackages(folderWith({ 'dist/meta/cli.json': metafile(bytes), ...packages }));
}

describe('the packages that ship', () => {
  after(removeFolders);

  it('are those of which something is left in a bundle, wherever they are installed', () => {
    const root = folderWith({
      'dist/meta/cli.json': metafile({
        'src/cli/main.ts': 9,
        'node_modules/@scope/kept/index.js': 5,
        'node_modules/shaken/index.js': 0,
        'node_modules/outer/node_modules/inner/lib/index.js': 1,
      }),
      'dist/meta/webview-graph.json': metafile({ 'node_modules/@scope/kept/other.js': 1 }),
      'dist/meta/test-editor.json': metafile({ 'node_modules/mocha/index.js': 7 }),
      ...installed('@scope/kept'),
      ...installed('outer/node_modules/inner', { version: '3.0.0' }),
    });
    assert.deepEqual(
      shippedPackages(root).map((each) => [identity(each), each.products]),
      [
        ['@scope/kept@1.2.3', ['cli', 'extension']],
        ['inner@3.0.0', ['cli']],
      ],
    );
  });

  it('are told by source maps where others have put files together', () => {
    const store = '../../node_modules/.pnpm';
    const sources = [
      '../src/own.ts',
      `${store}/@a+part@2.0.1_patch_hash=1/node_modules/@a/part/x.js`,
      `${store}/d3-drag@3.0.0_d3@1.0.0/node_modules/d3-drag/y.js`,
      // Nothing but the list of such files tells what is in this one.
      `${store}/roughjs@4.6.6/node_modules/roughjs/bundled/rough.esm.js`,
    ];
    const whole = installed('whole', {}, { 'dist/all.mjs.map': JSON.stringify({ sources }) });
    assert.deepEqual(
      shippedWith(['whole/dist/all.mjs'], whole).map((each) => [identity(each), each.within]),
      [
        ['@a/part@2.0.1', 'whole'],
        ['d3-drag@3.0.0', 'whole'],
        ['hachure-fill', 'whole'],
        ['path-data-parser', 'whole'],
        ['points-on-curve', 'whole'],
        ['points-on-path', 'whole'],
        ['roughjs@4.6.6', 'whole'],
        ['whole@1.2.3', undefined],
      ],
    );
  });

  it('have a licence that was thought about, and the text of it', () => {
    const of = (manifest: object, files?: Readonly<Record<string, string>>) =>
      noticesOf(shippedWith(['a/x.js'], installed('a', manifest, files)));
    assert.match(of({}), /^a@1\.2\.3 {2}MIT {2}command line$/m);
    assert.throws(() => of({ license: 'GPL-3.0' }), /a@1\.2\.3 has the licence GPL-3\.0/);
    assert.throws(() => of({ license: undefined }), /a@1\.2\.3 has the licence undefined/);
    assert.throws(() => of({}, { README: 'MIT' }), /no text of the licence of a@1\.2\.3/);
    assert.throws(() => of({ license: 'MPL-2.0' }), /does not say where its source is/);
    const repository = { url: 'git+https://github.com/a/b.js.git' };
    assert.match(of({ license: 'MPL-2.0', repository }), /^The source of a@1\.2\.3: https:\/\/github\.com\/a\/b\.js$/m);
  });

  it('of another major version than the one that is installed are not taken for it', () => {
    const map = JSON.stringify({ sources: ['../../node_modules/.pnpm/part@2.0.1/node_modules/part/x.js'] });
    const whole = installed('whole', {}, { LICENSE: 'Do.', 'all.mjs.map': map });
    const of = (version: string) =>
      noticesOf(shippedWith(['whole/all.mjs'], { ...whole, ...installed('part', { version }, { COPYING: 'Part.' }) }));
    assert.match(of('2.9.0'), /-\npart@2\.0\.1\n\nPart\.\n/);
    assert.throws(() => of('3.0.0'), /part@2\.0\.1 has the licence undefined/);
  });

  it('share the text of a licence that is the same word for word, and all their notices are kept', () => {
    const text = noticesOf(
      shippedWith(['a/x.js', 'b/x.js'], {
        ...installed('a', {}, { 'LICENSE.md': '\n\nDo as you like.  \r\nReally.\r\n' }),
        ...installed('b', {}, { license: 'Do as you like.\nReally.', NOTICE: 'With a part of c.' }),
      }),
    );
    assert.match(
      text,
      /-\na@1\.2\.3, b@1\.2\.3\n\nDo as you like\.\nReally\.\n\n-+\nb@1\.2\.3\n\nWith a part of c\.\n$/,
    );
  });
});

describe('THIRD-PARTY-NOTICES.txt', () => {
  it('names whatever files that others have put together say they have the licence of', () => {
    const { inputs } = Object.values<{ inputs: object }>(
      JSON.parse(readFileSync(`${ROOT}dist/meta/webview-mermaid.json`, 'utf8')).outputs,
    )[0] as { inputs: Record<string, { bytesInOutput: number }> };
    const files = Object.keys(inputs).filter((path) => path.includes('node_modules/') && inputs[path]?.bytesInOutput);
    const comments = files.flatMap(
      (path) => readFileSync(join(ROOT, path), 'utf8').match(/\/\*! Bundled license information:[\s\S]*?\*\//g) ?? [],
    );
    const said = comments.flatMap((text) =>
      [...text.matchAll(/^((?:@[^/\s]+\/)?[^/\s]+)\/\S+:$/gm)].map(([, name]) => name),
    );
    const notices = readFileSync(join(ROOT, 'THIRD-PARTY-NOTICES.txt'), 'utf8');
    assert.ok(said.includes('dompurify'), said.join());
    for (const name of said) assert.ok(notices.includes(`\n${name}@`), name);
  });
});
