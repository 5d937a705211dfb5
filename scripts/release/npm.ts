import { spawnSync } from 'node:child_process';
import { basename } from 'node:path';

/** Runs npm, the one that runs this if there is one, and gives what it prints. Throws where it fails. */
export function npm(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = process.env): string {
  const running = process.env['npm_execpath'] ?? '';
  const [command, ...first] =
    basename(running) === 'npm-cli.js' ? ([process.execPath, running] as const) : (['npm'] as const);
  const { status, stdout, stderr } = spawnSync(command, [...first, ...args], { cwd, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed:\n${stderr}`);
  return stdout;
}

/** Packs a folder as npm publishes it. Gives the path of the package. */
export function packFolder(folder: string, destination: string): string {
  const [{ filename }] = JSON.parse(
    npm(['pack', '--json', '--ignore-scripts', '--pack-destination', destination], folder),
  );
  return `${destination}/${filename}`;
}
