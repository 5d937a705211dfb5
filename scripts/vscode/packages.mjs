import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cache, root } from './paths.mjs';
import { run } from './processes.mjs';

/** Fetches in progress, so that two launches of one run that want the same thing share one fetch. */
const fetching = new Map();

/**
 * The folder of a pinned npm package, fetched on first use. `prepare` completes the unpacked folder before anybody
 * sees it: a folder that exists is whole, whoever was interrupted, and however many processes began at once.
 */
export function packageFolder(pin, prepare = async () => {}) {
  const target = join(cache, `${pin.name.replace('@', '').replace('/', '-')}-${pin.version}`);
  if (existsSync(target)) return Promise.resolve(target);
  const known = fetching.get(target);
  if (known) return known;
  const task = fetchPackage(pin, target, prepare).finally(() => fetching.delete(target));
  fetching.set(target, task);
  return task;
}

async function fetchPackage(pin, target, prepare) {
  console.log(`Fetching ${pin.name} ${pin.version} (once, into .vscode-test)`);
  await mkdir(cache, { recursive: true });
  const work = await mkdtemp(join(cache, 'fetching-'));
  try {
    const archive = await download(pin, work);
    const folder = join(work, 'package');
    await run('tar', ['-xzf', archive, '-C', work]);
    await rm(archive);
    await prepare(folder);
    await rename(folder, target).catch((error) => {
      // Another process was faster: its folder is as good as ours.
      if (!existsSync(target)) throw error;
    });
    return target;
  } catch (error) {
    throw new Error(`${pin.name} ${pin.version} could not be installed: ${error.message}`, { cause: error });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function download(pin, work) {
  const output = await npm(['pack', `${pin.name}@${pin.version}`, '--json', '--pack-destination', work], root);
  // npm 12 answers with an object keyed by package, older ones with a list.
  const answer = Object.values(JSON.parse(output.slice(output.search(/[[{]/))))[0];
  const archive = join(work, answer.filename);
  const found = `sha512-${createHash('sha512')
    .update(await readFile(archive))
    .digest('base64')}`;
  if (found !== pin.integrity) throw new Error(`its archive is not the pinned one (${found})`);
  return archive;
}

/** Runs npm with the Node of this process: the machine's own may be too old, or absent. */
export function npm(args, cwd) {
  const env = {
    ...process.env,
    PATH: `${dirname(process.execPath)}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`,
  };
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('.js') && cli.includes('npm')) return run(process.execPath, [cli, ...args], { cwd, env });
  return run('npm', args, { cwd, env, shell: process.platform === 'win32' });
}
