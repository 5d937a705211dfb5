import { realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { quoted } from '../../core/text/visible.ts';
import { Failure, reasonOf } from '../failure.ts';
import { gitRootOf, rootOf } from './root.ts';

/** Where a command works: the folder it was called in, and the root of the plan around it. Real paths, both. */
export class Place {
  readonly cwd: string;
  readonly root: string;

  /** @param cwd an existing folder */
  constructor(cwd: string) {
    this.cwd = realPath(cwd);
    this.root = rootOf(this.cwd);
  }

  /** A path below the root as it is written in the folder of the call, so that terminals and people find the file. */
  fromHere(path: string): string {
    return slashed(relative(this.cwd, resolve(this.root, path)));
  }

  /** A path below the root as it is written at the top of the repository: what services around git expect. */
  fromRepository(path: string): string {
    return slashed(relative(gitRootOf(this.root) ?? this.root, resolve(this.root, path)));
  }

  /** An existing path of the caller's, relative to the root; the root is the empty path. */
  belowRoot(path: string): string {
    const below = slashed(relative(this.root, this.#real(path)));
    if (below === '..' || below.startsWith('../') || isAbsolute(below)) {
      throw new Failure(`${quoted(path)} is not in the plan at ${this.root}: name its folder with --cwd`);
    }
    return below;
  }

  #real(path: string): string {
    try {
      return realPath(resolve(this.cwd, path));
    } catch (error) {
      throw new Failure(`${quoted(path)} cannot be checked: ${reasonOf(error)}`);
    }
  }
}

/** Without links, and in the case that the disk has. */
const realPath = (path: string): string => realpathSync.native(path);

/** A path with `/`, on every system. */
export const slashed = (path: string): string => (sep === '/' ? path : path.replaceAll(sep, '/'));
