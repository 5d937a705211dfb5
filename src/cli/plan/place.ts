import { realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { quoted } from '../../core/text/visible.ts';
import { Failure, reasonOf } from '../failure.ts';
import { configuredRootOf, gitRootOf, rootOf } from './root.ts';

/** Where a command works: the folder it was called in, and the root of its plan. Real paths, both. */
export class Place {
  readonly cwd: string;
  readonly root: string;

  /** @param cwd an existing folder */
  constructor(cwd: string, root?: string) {
    this.cwd = realPath(cwd);
    this.root = root ?? rootOf(this.cwd);
  }

  /** The place of a call that names files or folders: its plan is the one that they are in, all of them. */
  static around(cwd: string, paths: readonly string[]): Place {
    const here = new Place(cwd);
    const firsts = new Map<string, string>();
    for (const path of paths) {
      const root = here.#rootAround(path);
      if (!firsts.has(root)) firsts.set(root, path);
    }
    if (firsts.size > 1) {
      const plans = [...firsts].slice(0, 3).map(([root, path]) => `${quoted(path)} in the one at ${root}`);
      throw new Failure(`these are in different plans, ${plans.join(', ')}: check one at a time, or with --cwd`);
    }
    const [root] = firsts.keys();
    return new Place(cwd, root);
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
    const real = this.#real(path);
    if (!this.#holds(real)) throw this.#isElsewhere(path);
    return slashed(relative(this.root, real));
  }

  /** The root of the plan that a path of the caller's is in: this one, one below it, or one elsewhere. */
  #rootAround(path: string): string {
    const real = this.#real(path);
    const folder = statSync(real).isDirectory() ? real : dirname(real);
    // A repository below is a plan of its own only if it says so: that is how a plan is read, too.
    const root = configuredRootOf(folder) ?? (this.#holds(real) ? this.root : gitRootOf(folder));
    const isLinked = !this.#holds(real) && this.#holds(resolve(this.cwd, path));
    // A link in a plan leads nobody out of it.
    if (root === undefined || isLinked) throw this.#isElsewhere(path);
    return root;
  }

  #holds(real: string): boolean {
    const below = slashed(relative(this.root, real));
    return below !== '..' && !below.startsWith('../') && !isAbsolute(below);
  }

  #isElsewhere(path: string): Failure {
    return new Failure(`${quoted(path)} is not in the plan at ${this.root}: name its folder with --cwd`);
  }

  #real(path: string): string {
    // Mostly a variable of a script that was never set; to check the whole plan instead would hide that.
    if (path === '') throw new Failure('an empty text is no path: leave it out, or write "."');
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
