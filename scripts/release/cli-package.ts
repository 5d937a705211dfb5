import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The project's manifest, as far as it is asked for a certain field. */
interface Project {
  readonly engines: { readonly node: string };
}

/** What of the project's manifest the command line has in its own. Where the project is at home, it says once it has one. */
const SHARED = ['name', 'version', 'keywords', 'license', 'repository', 'homepage', 'bugs'] as const;

/** The files of the package besides its manifest, each with where it comes from. */
const FILES: Readonly<Record<string, string>> = {
  'CHANGELOG.md': 'CHANGELOG.md',
  LICENSE: 'LICENSE',
  'README.md': 'src/cli/README.md',
  'THIRD-PARTY-NOTICES.txt': 'THIRD-PARTY-NOTICES.txt',
  'dist/cli.cjs': 'dist/cli.cjs',
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
    files: Object.keys(FILES).sort(),
    engines: { node: project.engines.node },
    publishConfig: { access: 'public' },
  };
}

/** Writes the folder that npm packs, of what has been built. What was in it is gone. */
export function writeCliPackage(root: string, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [to, from] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, to)), { recursive: true });
    cpSync(join(root, from), join(folder, to));
  }
  const cli = join(folder, 'dist/cli.cjs');
  // Its map is larger than all the rest, and stays here.
  writeFileSync(cli, readFileSync(cli, 'utf8').replace(/\n\/\/# sourceMappingURL=\S+\s*$/, '\n'));
  const manifest = cliManifest(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
  // Else they would be as the umask of this machine has it, for everybody who installs them.
  for (const file of ['package.json', ...Object.keys(FILES)])
    chmodSync(join(folder, file), file === 'dist/cli.cjs' ? 0o755 : 0o644);
}
