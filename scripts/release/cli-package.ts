import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The project's manifest, as far as it is asked for a certain field. */
interface Project {
  readonly engines: { readonly node: string };
}

/** What of the project's manifest the command line has in its own. Where the project is at home, it says once it has one. */
const SHARED = ['name', 'version', 'keywords', 'license', 'repository', 'homepage', 'bugs'] as const;

/** The files of the package besides its manifest and its code, each with where it comes from. */
const FILES: Readonly<Record<string, string>> = {
  'CHANGELOG.md': 'CHANGELOG.md',
  LICENSE: 'LICENSE',
  'README.md': 'src/cli/README.md',
  'THIRD-PARTY-NOTICES.txt': 'THIRD-PARTY-NOTICES.txt',
  'media/front-matter.schema.json': 'media/front-matter.schema.json',
  'media/milepost.schema.json': 'media/milepost.schema.json',
};

/**
 * The manifest of the npm package. It depends on nothing and has no scripts: what is installed is what was built, and
 * nothing runs while it is.
 */
export function cliManifest(project: Project): Readonly<Record<string, unknown>> {
  return {
    ...Object.fromEntries(SHARED.flatMap((key) => (key in project ? [[key, Reflect.get(project, key)]] : []))),
    description: 'Program management as docs-as-code: checks, schedules, changes and reports of plans in Markdown.',
    bin: { milepost: 'dist/cli.cjs' },
    files: [...Object.keys(FILES), 'dist'].sort(),
    engines: { node: project.engines.node },
    publishConfig: { access: 'public' },
  };
}

/** Writes the folder that npm packs, of what has been built. What was in it is gone. */
export function writeCliPackage(root: string, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  const code = codeOf(root);
  const files = { ...FILES, ...Object.fromEntries(code.map((path) => [path, path])) };
  for (const [to, from] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, to)), { recursive: true });
    cpSync(join(root, from), join(folder, to));
  }
  // Maps are larger than all the rest, and stay here.
  for (const path of code.map((path) => join(folder, path)))
    writeFileSync(path, readFileSync(path, 'utf8').replace(/\n\/\/# sourceMappingURL=\S+\s*$/, '\n'));
  const manifest = cliManifest(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
  // Else they would be as the umask of this machine has it, for everybody who installs them.
  for (const file of ['package.json', ...Object.keys(files)])
    chmodSync(join(folder, file), file === 'dist/cli.cjs' ? 0o755 : 0o644);
}

/** The command line as it was built: a file that is run, and the parts that it loads when it needs them. */
function codeOf(root: string): readonly string[] {
  const parts = readdirSync(join(root, 'dist/cli')).filter((name) => name.endsWith('.cjs'));
  return ['dist/cli.cjs', ...parts.map((name) => `dist/cli/${name}`)];
}
