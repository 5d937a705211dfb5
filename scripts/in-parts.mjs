import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { build } from 'esbuild';

/**
 * Bundles an entry into a file and a folder beside it that has its name: what is imported only where it is needed becomes
 * a file of its own there, and so does what several of them share. A host then reads and compiles what it runs, not all
 * there is.
 *
 * esbuild parts only ES modules, and an editor wants CommonJS: so it is done in two steps. `options` are those of one
 * esbuild run into `outfile`, for Node. Gives what esbuild knows of the bundle, with the names that the files have in the end.
 */
export async function bundleInParts({ outfile, banner, minify, sourcemap, ...options }) {
  const { absWorkingDir: root } = options;
  const folder = outfile.replace(/\.cjs$/, '');
  // Beside the target, so that the paths in source maps lead to the same files.
  await mkdir(join(root, dirname(outfile)), { recursive: true });
  const between = await mkdtemp(join(root, dirname(outfile), '.modules-'));
  try {
    const { metafile } = await build({
      ...options,
      entryPoints: { [basename(folder)]: options.entryPoints[0] },
      ...{ format: 'esm', splitting: true, metafile: true, minifySyntax: minify, sourcemap },
      outdir: between,
      chunkNames: `${basename(folder)}/[name]-[hash]`,
      outExtension: { '.js': '.cjs' },
    });
    const modules = Object.keys(metafile.outputs).filter((path) => path.endsWith('.cjs'));
    const names = lastingNames(metafile, modules);
    for (const path of modules) await rewrite(join(root, path), names);
    await rm(join(root, folder), { recursive: true, force: true });
    await build({
      ...{ absWorkingDir: root, platform: options.platform, target: options.target, charset: options.charset },
      ...{ format: 'cjs', minify, sourcemap, banner, logLevel: options.logLevel, legalComments: options.legalComments },
      // Node would load a part as a module of the other kind, by another and slower way.
      supported: { 'dynamic-import': false },
      entryPoints: modules.map((path) => ({
        in: path,
        out: renamed(relative(relative(root, between), path), names).replace(/\.cjs$/, ''),
      })),
      outdir: dirname(outfile),
      outExtension: { '.js': '.cjs' },
    });
    return { metafile };
  } finally {
    await rm(between, { recursive: true, force: true });
  }
}

/**
 * What is loaded when it is needed is called as its module, and what several share is numbered: a name with a digest
 * would be another one after each change, in the list of what is packed too.
 */
function lastingNames({ outputs }, modules) {
  const taken = new Map();
  return new Map(
    modules
      .filter((path) => /-[A-Z0-9]{8}\.cjs$/.test(path))
      .map((path) => {
        const { entryPoint } = outputs[path];
        const name = entryPoint ? basename(entryPoint, '.ts') : 'shared';
        const count = (taken.get(name) ?? 0) + 1;
        taken.set(name, count);
        return [basename(path), `${name}${entryPoint && count === 1 ? '' : `-${count}`}.cjs`];
      }),
  );
}

async function rewrite(file, names) {
  await writeFile(file, renamed(await readFile(file, 'utf8'), names));
}

function renamed(text, names) {
  return text.replaceAll(/[\w-]+-[A-Z0-9]{8}\.cjs(?!\.map)/g, (name) => names.get(name) ?? name);
}
