// Synthetic plans of several sizes, written once and kept.
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const SIZES = { S: 100, M: 1000, '2k': 2000, L: 10000 };

/** The folder of a plan of a size; what the generator writes is the same on every machine. */
export function planOf(size) {
  const folder = fileURLToPath(new URL(`.cache/${size}`, import.meta.url));
  if (existsSync(`${folder}/.complete`)) return folder;
  const generator = fileURLToPath(new URL('make-plan.mjs', import.meta.url));
  const made = spawnSync(process.execPath, [generator, folder, '--items', String(SIZES[size]), '--seed', '1'], {
    stdio: 'inherit',
  });
  if (made.status !== 0) throw new Error(`the plan of size ${size} could not be written`);
  // The root of the plan is here, and not the repository that the bench stands in.
  writeFileSync(`${folder}/milepost.yaml`, '');
  writeFileSync(`${folder}/.complete`, '');
  return folder;
}
